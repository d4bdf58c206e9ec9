package dev.usher.agent;

import dev.usher.agent.stanza.OfferAnswerIq;
import dev.usher.agent.stanza.OfferIq;
import dev.usher.agent.stanza.OfferRevokeIq;
import dev.usher.agent.stanza.Providers;
import dev.usher.agent.stanza.WorkgroupsIq;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * An agent at work over one logged-in Smack connection: where to serve, offers, and from an accepted offer a
 * {@link Channel}. One desk for each connection: Smack keeps one handler for each kind of request, and
 * {@code AgentSession} of smack-legacy would fight for the same.
 *
 * <p>Thread-safe. Every method returns at once. Listeners and futures speak on the desk's loop, in the order in which
 * the server did; never wait for a future there. Futures fail with a {@link DeskException}: {@code NoAnswer} after the
 * connection's {@linkplain XMPPConnection#setReplyTimeout reply time-out}, {@code ConnectionLost}, or what each method
 * names. A desk does not outlive its connection: after a loss, log in and open another.
 *
 * <p>By default Smack closes a connection on any stanza it cannot parse, whoever sent it. Set a
 * {@link SmackConfiguration#setDefaultParsingExceptionCallback callback} that only logs, before strangers find out.
 */
public final class AgentDesk implements AutoCloseable {

    private final Wire wire;
    private final Clock clock;
    private final Audience audience = new Audience();
    private final OfferBook offers = new OfferBook();
    private final Duty duty;
    private final Seating seating;
    private final Front front;
    private final StanzaListener ear;
    private final ConnectionListener watch;

    private AgentDesk(XMPPConnection connection, Clock clock) {
        this.wire = new Wire(connection, new Loop());
        this.clock = clock;
        this.duty = new Duty(wire, audience);
        this.seating = new Seating(wire, clock);
        this.front = new Front(wire, duty);
        this.ear = stanza -> wire.loop().execute(() -> heard(stanza));
        this.watch = new ConnectionListener() {
            @Override
            public void connectionClosed() {
                lost(new DeskException.ConnectionLost("The connection is closed.", null));
            }

            @Override
            public void connectionClosedOnError(Exception cause) {
                lost(new DeskException.ConnectionLost("The connection is lost" + condition(cause) + ".", cause));
            }
        };
    }

    /**
     * Opens a desk on a logged-in connection.
     *
     * @throws IllegalStateException if nobody is logged in there, or a desk is open on it already
     */
    public static AgentDesk open(XMPPConnection connection) {
        return open(connection, Clock.systemUTC());
    }

    static AgentDesk open(XMPPConnection connection, Clock clock) {
        if (!connection.isAuthenticated()) {
            throw new IllegalStateException("Log in before opening a desk.");
        }
        Providers.register();
        var desk = new AgentDesk(connection, clock);
        desk.front.open(desk::offered, desk::revoked);
        connection.addSyncStanzaListener(desk.ear, stanza -> true);
        connection.addConnectionListener(desk.watch);
        return desk;
    }

    /** Adds a listener; it hears what happens from now on. */
    public void addListener(DeskListener listener) {
        audience.add(listener);
    }

    /** Removes a listener; a call that is under way still ends. */
    public void removeListener(DeskListener listener) {
        audience.remove(listener);
    }

    /** The workgroups in which this user may serve. Fails with {@code NotAnAgent} if there is none. */
    public CompletableFuture<List<EntityBareJid>> workgroups() {
        var connection = wire.connection();
        try {
            var service = JidCreate.domainBareFrom("workgroup." + connection.getXMPPServiceDomain());
            return wire.ask(new WorkgroupsIq(connection.getUser(), service), Refusals::ofService)
                    .thenApply(AgentDesk::named);
        } catch (XmppStringprepException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<EntityBareJid> named(IQ answer) {
        var names = answer instanceof WorkgroupsIq list
                ? list.workgroups().stream()
                        .filter(Jid::isEntityBareJid)
                        .map(Jid::asEntityBareJidOrThrow)
                        .toList()
                : List.<EntityBareJid>of();
        if (names.isEmpty()) {
            throw new DeskException.NotAnAgent("You are not an agent of any workgroup.");
        }
        return names;
    }

    /**
     * Goes to work in a workgroup, or comes back from {@link #goAway}. Done when the workgroup has answered
     * (XEP-0142 §4.1.1); fails with {@code NotAnAgent}.
     */
    public CompletableFuture<Void> goOnline(EntityBareJid workgroup) {
        return duty.begin(workgroup);
    }

    /** Stays at work, but gets no offers. Done when sent: there is no answer to it. */
    public CompletableFuture<Void> goAway(EntityBareJid workgroup) {
        return duty.pause(workgroup);
    }

    /** Leaves work in a workgroup; open channels go on. Done when sent: there is no answer to it. */
    public CompletableFuture<Void> goOffline(EntityBareJid workgroup) {
        wire.loop().execute(() -> offers.forget(workgroup));
        return duty.end(workgroup);
    }

    /** Where this agent is at work or away. */
    public List<EntityBareJid> onDuty() {
        return duty.workgroups();
    }

    /** The offers whose time is not over on this machine's clock, oldest first. */
    public CompletableFuture<List<Offer>> offers() {
        return CompletableFuture.supplyAsync(() -> offers.open(clock.instant()), wire.loop());
    }

    /**
     * Takes an offer, waits for the switch's invitation and enters the room. An offer that looks expired is asked for
     * all the same: the switch's clock decides.
     *
     * @return the channel; fails with {@code OfferGone}, or {@code Refused} if the room will not let us in
     */
    public CompletableFuture<Channel> accept(Offer offer, ChannelListener listener) {
        var result = new CompletableFuture<Channel>();
        wire.loop().execute(() -> {
            if (offers.take(offer.visit()).isEmpty()) {
                result.completeExceptionally(new DeskException.OfferGone("This offer is no longer yours."));
            } else {
                seating.accept(offer, listener, result);
            }
        });
        return result;
    }

    /** Lets an offer go to the next agent. Fails with {@code OfferGone} if it had gone already. */
    public CompletableFuture<Void> decline(Offer offer) {
        var no = new OfferAnswerIq(OfferAnswerIq.Answer.REJECT, offer.visit(), offer.workgroup());
        return CompletableFuture.supplyAsync(() -> offers.take(offer.visit()), wire.loop())
                .thenCompose(open -> open.isPresent()
                        ? wire.ask(no, Refusals::ofAnswer)
                        : CompletableFuture.failedFuture(new DeskException.OfferGone("This offer is no longer yours.")))
                .thenApply(answer -> null);
    }

    /** Enters a channel to which {@link DeskListener#invited} has called. Fails as {@link #accept} does. */
    public CompletableFuture<Channel> join(Invitation invitation, ChannelListener listener) {
        var result = new CompletableFuture<Channel>();
        wire.loop().execute(() -> seating.join(invitation, listener, result));
        return result;
    }

    /** Takes the desk off its connection, which stays open; says nothing to the server: go offline before. */
    @Override
    public void close() {
        wire.connection().removeSyncStanzaListener(ear);
        wire.connection().removeConnectionListener(watch);
        front.close();
        wire.loop().execute(() -> fail(new DeskException.ConnectionLost("The desk is closed.", null)));
    }

    /** The server's reason, as {@code conflict} for another login in our place; Smack's own texts are for developers. */
    private static String condition(Exception cause) {
        return cause instanceof StreamErrorException stream
                ? ": " + stream.getStreamError().getCondition()
                : "";
    }

    private void lost(DeskException.ConnectionLost loss) {
        wire.loop().execute(() -> {
            fail(loss);
            audience.tell(listener -> listener.disconnected(loss.getMessage()));
        });
    }

    private void fail(DeskException failure) {
        wire.fail(failure);
        duty.fail(failure);
        seating.fail(failure);
    }

    private void offered(OfferIq iq) {
        var workgroup = iq.getFrom().asEntityBareJidOrThrow();
        var offer = Offer.of(iq, workgroup, clock.instant());
        offers.write(offer, clock.instant());
        audience.tell(listener -> listener.offered(offer));
    }

    private void revoked(OfferRevokeIq iq) {
        var workgroup = iq.getFrom().asEntityBareJidOrThrow();
        var reason = iq.reason().orElse("The offer was taken back.");
        if (!seating.revoked(iq.visit(), workgroup, reason)) {
            offers.take(iq.visit(), workgroup)
                    .ifPresent(offer -> audience.tell(listener -> listener.revoked(offer, reason)));
        }
    }

    private void heard(Stanza stanza) {
        if (stanza instanceof IQ iq) {
            wire.answered(iq);
        } else if (stanza.getFrom() == null) {
            return;
        } else if (stanza instanceof Presence presence) {
            if (!duty.heard(presence)) {
                seating.heard(presence);
            }
        } else if (stanza instanceof Message message) {
            var invitation = Invitation.read(message, wire.connection().getXMPPServiceDomain());
            invitation.ifPresentOrElse(this::invited, () -> seating.heard(message));
        }
    }

    private void invited(Invitation invitation) {
        var expected = seating.invited(invitation) || seating.isSeated(invitation.room());
        if (!expected && duty.covers(invitation.workgroup())) {
            audience.tell(listener -> listener.invited(invitation));
        }
    }
}
