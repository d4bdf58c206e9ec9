package dev.usher.interop;

import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.smack.filter.IQTypeFilter;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.workgroup.WorkgroupInvitation;
import org.jivesoftware.smackx.workgroup.agent.AgentSession;
import org.jivesoftware.smackx.workgroup.agent.Offer;
import org.jivesoftware.smackx.workgroup.agent.OfferListener;
import org.jivesoftware.smackx.workgroup.agent.RevokedOffer;
import org.jivesoftware.smackx.workgroup.packet.AgentStatus;
import org.jxmpp.jid.EntityBareJid;

/** An agent with Smack's own, unmodified {@link AgentSession}. */
final class SmackAgent implements AutoCloseable {
    private final XMPPTCPConnection connection;
    private final AgentSession session;
    private final Inbox<Offer> offers = new Inbox<>("an offer");
    private final Inbox<RevokedOffer> revoked = new Inbox<>("an offer taken back");
    private final Inbox<WorkgroupInvitation> invitations = new Inbox<>("an invitation");
    private final Inbox<StanzaError> errors = new Inbox<>("an error");
    private final Inbox<Message> messages = new Inbox<>("a message");

    private SmackAgent(XMPPTCPConnection connection, EntityBareJid workgroup) {
        this.connection = connection;
        connection.addAsyncStanzaListener(message -> messages.add((Message) message), StanzaTypeFilter.MESSAGE);
        session = new AgentSession(workgroup, connection);
        session.addOfferListener(new OfferListener() {
            @Override
            public void offerReceived(Offer offer) {
                offers.add(offer);
            }

            @Override
            public void offerRevoked(RevokedOffer offer) {
                revoked.add(offer);
            }
        });
        session.addInvitationListener(invitations::add);
        connection.addAsyncStanzaListener(error -> errors.add(((IQ) error).getError()), IQTypeFilter.ERROR);
    }

    /** Logged in and online in the workgroup demo. */
    static SmackAgent online(UsherServer usher, String name) throws Exception {
        return online(usher, name, Ground.DEMO);
    }

    static SmackAgent online(UsherServer usher, String name, EntityBareJid workgroup) throws Exception {
        var agent = offline(usher, name, workgroup);
        agent.session.setOnline(true);
        return agent;
    }

    /** Logged in, and not yet online. */
    static SmackAgent offline(UsherServer usher, String name, EntityBareJid workgroup) throws Exception {
        return new SmackAgent(Login.as(usher, name), workgroup);
    }

    /** Of one more workgroup over a connection that there is, and not yet online. */
    static SmackAgent over(XMPPTCPConnection connection, EntityBareJid workgroup) {
        return new SmackAgent(connection, workgroup);
    }

    XMPPTCPConnection connection() {
        return connection;
    }

    AgentSession session() {
        return session;
    }

    Inbox<Offer> offers() {
        return offers;
    }

    /** Waits until this customer's visit is offered. */
    Offer offerOf(SmackCustomer customer) throws InterruptedException {
        return offers.takeThat(
                offer -> offer.getUserJID().equals(customer.connection().getUser()), "of " + customer);
    }

    Inbox<RevokedOffer> revoked() {
        return revoked;
    }

    Inbox<WorkgroupInvitation> invitations() {
        return invitations;
    }

    /** What the workgroup answered that Smack does not look at. */
    Inbox<StanzaError> errors() {
        return errors;
    }

    Inbox<Message> messages() {
        return messages;
    }

    /** How this agent sees another one of the workgroup. */
    Presence seen(String name) throws Exception {
        return session.getAgentRoster().getPresence(Ground.user(name));
    }

    void awaitSeenAway(String name) {
        Ground.until(() -> seen(name).getMode() == Presence.Mode.away, name + " is not away");
    }

    void awaitSeenAvailable(String name) {
        Ground.until(
                () -> seen(name).isAvailable() && seen(name).getMode() == Presence.Mode.available,
                name + " is not there");
    }

    void awaitSeenOffline(String name) {
        Ground.until(() -> !seen(name).isAvailable(), name + " is still there");
    }

    /** Waits until another agent of the workgroup is seen to take so many visits at a time. */
    void awaitSeenWishing(String name, int visits) {
        Ground.until(
                () -> seen(name).isAvailable() && status(seen(name)).getMaxChats() == visits,
                name + " wishes otherwise");
    }

    /** What a presence says of an agent. */
    static AgentStatus status(Presence presence) {
        return (AgentStatus) presence.getExtensionElement(AgentStatus.ELEMENT_NAME, AgentStatus.NAMESPACE);
    }

    /** Accepts, and enters the channel of the invitation that comes. */
    Channel accept(Offer offer, String nickname) throws Exception {
        offer.accept();
        var invitation = invitations.takeThat(
                each -> offer.getSessionID().equals(each.getSessionID()), "to " + offer.getSessionID());
        return Channel.enter(connection, invitation.getGroupChatName(), nickname);
    }

    /** The connection breaks, without a word. */
    void vanish() {
        connection.instantShutdown();
    }

    @Override
    public void close() {
        if (connection.isConnected()) {
            Login.out(connection);
        }
    }
}
