package dev.usher.testbed.journey;

import dev.usher.testbed.ground.SmackLogin;
import dev.usher.testbed.ground.UsherServer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.UnparsedIQ;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.workgroup.WorkgroupInvitation;
import org.jivesoftware.smackx.workgroup.agent.AgentSession;
import org.jivesoftware.smackx.workgroup.agent.Offer;
import org.jivesoftware.smackx.workgroup.agent.OfferListener;
import org.jivesoftware.smackx.workgroup.agent.RevokedOffer;
import org.jivesoftware.smackx.workgroup.packet.RoomTransfer;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** An agent with Smack's own, unmodified {@link AgentSession}. What it is told waits in queues until a test takes it. */
final class SmackAgent implements AutoCloseable {
    static final EntityBareJid WORKGROUP =
            JidCreate.entityBareFromOrThrowUnchecked("demo@workgroup." + UsherServer.DOMAIN);

    private static final int PATIENCE = 15;
    private static final Pattern DRIVE_ID = Pattern.compile(" id=['\"]([0-9a-v]{26})['\"]");

    /** One report of a drive: its first count. */
    record Report(String drive, String state, String reason) {}

    private final XMPPTCPConnection connection;
    private AgentSession session;
    private final BlockingQueue<Offer> offers = new LinkedBlockingQueue<>();
    private final BlockingQueue<RevokedOffer> revoked = new LinkedBlockingQueue<>();
    private final BlockingQueue<WorkgroupInvitation> invitations = new LinkedBlockingQueue<>();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<String> allHeard = new CopyOnWriteArrayList<>();

    private SmackAgent(XMPPTCPConnection connection) {
        this.connection = connection;
    }

    static SmackAgent online(UsherServer usher, String name) throws Exception {
        return online(usher.config().xmppPort(), name);
    }

    /** At another server of the same domain. */
    static SmackAgent online(int port, String name) throws Exception {
        var agent = new SmackAgent(SmackLogin.login(port, name));
        agent.goOnline();
        return agent;
    }

    private void goOnline() throws Exception {
        connection.addSyncStanzaListener(stanza -> noteReport((Message) stanza), StanzaTypeFilter.MESSAGE);
        session = new AgentSession(WORKGROUP, connection);
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
        session.setOnline(true);
    }

    private void noteReport(Message message) {
        var report = (StandardExtensionElement) message.getExtensionElement("report", "urn:usher:drive:1");
        if (report != null) {
            var count = report.getFirstElement("count");
            reports.add(new Report(
                    report.getAttributeValue("drive"),
                    count.getAttributeValue("state"),
                    count.getAttributeValue("reason")));
        }
    }

    AgentSession session() {
        return session;
    }

    XMPPTCPConnection connection() {
        return connection;
    }

    Offer awaitOffer() throws InterruptedException {
        return taken(offers, "an offer");
    }

    RevokedOffer awaitRevoked() throws InterruptedException {
        return taken(revoked, "an offer taken back");
    }

    /** Accepts, and enters the room of the invitation whose reason is the offer's session. */
    MultiUserChat accept(Offer offer, String nickname) throws Exception {
        offer.accept();
        return enter(offer.getSessionID(), nickname);
    }

    /** Enters the room of the next invitation, which is to that visit. */
    MultiUserChat enter(String visit, String nickname) throws Exception {
        var invitation = taken(invitations, "an invitation");
        if (!visit.equals(invitation.getSessionID())) {
            throw new AssertionError("Invited to " + invitation.getSessionID() + ", not to " + visit);
        }
        var room = MultiUserChatManager.getInstanceFor(connection)
                .getMultiUserChat(invitation.getGroupChatName().asEntityBareJidIfPossible());
        room.addMessageListener(message -> {
            if (message.getBody() != null) {
                var line = message.getFrom().getResourceOrEmpty() + ": " + message.getBody();
                allHeard.add(line);
                heard.add(line);
            }
        });
        room.join(Resourcepart.from(nickname));
        return room;
    }

    /** Wants another agent for a visit, and to leave it. */
    void transfer(String visit, String agent) throws Exception {
        session.sendRoomTransfer(
                RoomTransfer.Type.user, agent + "@" + UsherServer.DOMAIN, visit, "She knows about balconies.");
    }

    /** Waits until this was said in the channel. */
    void awaitHeard(String line) throws InterruptedException {
        for (var next = taken(heard, line); !next.equals(line); ) {
            next = taken(heard, line);
        }
    }

    /** Everything that was said in the channel so far. */
    List<String> allHeard() {
        return List.copyOf(allHeard);
    }

    /** Orders a drive; returns its id. */
    String drive(String session, String url) throws Exception {
        return drive(session, url, null);
    }

    /** Orders a drive that no browser may start after that instant; returns its id. */
    String drive(String session, String url, Instant expires) throws Exception {
        var order = new DriveOrder(WORKGROUP, session, url, expires);
        var result = (UnparsedIQ) connection.sendIqRequestAndWaitForResponse(order);
        var id = DRIVE_ID.matcher(result.getContent());
        if (!id.find()) {
            throw new AssertionError("No drive id in " + result.getContent());
        }
        return id.group(1);
    }

    /** Orders a drive that is to be refused; returns the error. */
    StanzaError driveRefused(String session, String url) throws Exception {
        try {
            drive(session, url);
        } catch (XMPPErrorException e) {
            return e.getStanzaError();
        }
        throw new AssertionError("Not refused: " + url);
    }

    /** Waits until the drive is reported to be in that state. */
    Report awaitReport(String drive, String state) throws InterruptedException {
        for (var next = taken(reports, state); ; next = taken(reports, state)) {
            if (next.drive().equals(drive) && next.state().equals(state)) {
                return next;
            }
        }
    }

    private static <T> T taken(BlockingQueue<T> queue, String what) throws InterruptedException {
        var next = queue.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Waited " + PATIENCE + " s in vain for " + what);
        }
        return next;
    }

    @Override
    public void close() {
        SmackLogin.logout(connection);
    }
}
