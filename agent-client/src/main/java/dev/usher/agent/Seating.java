package dev.usher.agent;

import dev.usher.agent.stanza.OfferAnswerIq;
import dev.usher.agent.stanza.ReportElement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.EntityBareJid;

/** From an accepted offer, over the switch's invitation, to a channel; and all channels there are. Loop-confined. */
final class Seating {

    /** The switch has to create, configure and grant before it invites: several stanzas, each of them answered. */
    private static final int PATIENCES_UNTIL_INVITED = 3;

    private record Accepted(Offer offer, CompletableFuture<Invitation> invited) {}

    private final Wire wire;
    private final Clock clock;
    private final Map<String, Accepted> accepted = new HashMap<>();
    private final Map<EntityBareJid, Seat> seats = new HashMap<>();

    Seating(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    void accept(Offer offer, ChannelListener listener, CompletableFuture<Channel> result) {
        var mine = new Accepted(offer, new CompletableFuture<>());
        accepted.put(offer.visit(), mine);
        mine.invited().whenComplete((invitation, failure) -> {
            accepted.remove(offer.visit(), mine);
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                join(invitation, listener, result);
            }
        });
        var yes = new OfferAnswerIq(OfferAnswerIq.Answer.ACCEPT, offer.visit(), offer.workgroup());
        wire.ask(yes, Refusals::ofAnswer).whenComplete((answer, refusal) -> {
            if (refusal != null) {
                mine.invited().completeExceptionally(refusal);
            } else {
                awaitInvitation(mine);
            }
        });
    }

    private void awaitInvitation(Accepted mine) {
        Duration patience = wire.patience().multipliedBy(PATIENCES_UNTIL_INVITED);
        wire.loop()
                .expire(
                        mine.invited(),
                        patience,
                        () -> new DeskException.NoAnswer(mine.offer().workgroup(), patience));
    }

    /** The switch took an accepted offer back; false if no such thing was accepted. */
    boolean revoked(String visit, EntityBareJid workgroup, String reason) {
        return waiting(visit, workgroup)
                .map(mine -> mine.invited().completeExceptionally(new DeskException.OfferGone(reason)))
                .orElse(false);
    }

    /** Enters at once if an accepted offer waits for this; false if none does. */
    boolean invited(Invitation invitation) {
        return waiting(invitation.visit(), invitation.workgroup())
                .map(mine -> mine.invited().complete(invitation))
                .orElse(false);
    }

    private Optional<Accepted> waiting(String visit, EntityBareJid workgroup) {
        return Optional.ofNullable(accepted.get(visit))
                .filter(mine -> mine.offer().workgroup().equals(workgroup));
    }

    void join(Invitation invitation, ChannelListener listener, CompletableFuture<Channel> result) {
        if (seats.containsKey(invitation.room())) {
            result.completeExceptionally(new IllegalStateException("Already in " + invitation.room() + "."));
            return;
        }
        var seat = new Seat(wire, clock, invitation);
        seats.put(invitation.room(), seat);
        seat.take(listener, result, () -> seats.remove(invitation.room(), seat));
    }

    /** Takes a presence that may be a room's. */
    void heard(Presence presence) {
        var seat = seats.get(presence.getFrom().asEntityBareJidIfPossible());
        if (seat != null) {
            seat.heard(presence);
        }
    }

    /** Takes a message that may be a room's, or a report of a workgroup about one of its visits. */
    void heard(Message message) {
        var sender = message.getFrom().asEntityBareJidIfPossible();
        var seat = seats.get(sender);
        if (seat != null) {
            seat.heard(message);
            return;
        }
        var report = message.getExtension(ReportElement.class);
        if (report != null && message.getFrom().equals(sender)) {
            reported(sender, report);
        }
    }

    private void reported(EntityBareJid workgroup, ReportElement report) {
        List.copyOf(seats.values()).stream()
                .filter(seat -> seat.channel() != null)
                .filter(seat -> seat.invitation().visit().equals(report.visit()))
                .filter(seat -> seat.invitation().workgroup().equals(workgroup))
                .forEach(seat -> seat.channel().heard(report));
    }

    boolean isSeated(EntityBareJid room) {
        return seats.containsKey(room);
    }

    void fail(DeskException failure) {
        List.copyOf(accepted.values()).forEach(mine -> mine.invited().completeExceptionally(failure));
        List.copyOf(seats.values()).forEach(seat -> seat.fail(failure));
    }
}
