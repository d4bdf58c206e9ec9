package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.desk.Outbox;
import dev.usher.desk.Outcome;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitArchive.Noted;
import dev.usher.routing.Event;
import dev.usher.routing.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * Notes of agents who are not in the visit any more, as Spark sends them when a chat is closed. The desk, which is asked
 * first, refuses them: so whoever has served in the visit is let in here. Whether it is over by now is known by the
 * time the desk has refused, since it stores before it tells. Called by the desk's loop.
 */
final class LateNotes implements Outbox<Packet> {
    /**
     * Who is asked when a desk has refused.
     *
     * @param isAgent whether a user (a bare JID) is an agent of the workgroup
     * @param readers answers a request away from the desk
     * @param desk takes an order for the request that it came by; false when it has too many waiting
     */
    record Surroundings(
            VisitArchive archive,
            Clock clock,
            Predicate<String> isAgent,
            BiConsumer<IQ, Inquiries.Inquiry> readers,
            BiPredicate<Order, Packet> desk) {}

    private final String workgroup;
    private final Surroundings with;
    private final Outbox<Packet> next;

    /** @param workgroup its name */
    LateNotes(String workgroup, Surroundings surroundings, Outbox<Packet> next) {
        this.workgroup = workgroup;
        this.with = surroundings;
        this.next = next;
    }

    /** A note that the desk has refused. @param isSecond although the agent was let in: the desk does not have the visit */
    private record Refused(IQ request, ChatNotes.Note note, boolean isSecond) {}

    @Override
    public void tell(List<Outcome<Packet>> batch) {
        var late = new ArrayList<Refused>();
        var others = new ArrayList<Outcome<Packet>>();
        for (var outcome : batch) {
            refused(outcome).ifPresentOrElse(late::add, () -> others.add(outcome));
        }
        next.tell(others);
        late.forEach(note -> with.readers().accept(note.request(), () -> write(note)));
    }

    private Optional<Refused> refused(Outcome<Packet> outcome) {
        if (!(outcome.origin().orElse(null) instanceof IQ request)
                || !with.isAgent().test(request.getFrom().toBareJID())) {
            return Optional.empty();
        }
        return outcome.routed().stream()
                .filter(Event.Refused.class::isInstance)
                .map(event -> ((Event.Refused) event).why() == Refusal.NO_VISIT)
                .findFirst()
                .flatMap(isSecond -> ChatNotes.asked(request).map(note -> new Refused(request, note, isSecond)));
    }

    /** Null where the desk answers. */
    private Packet write(Refused late) {
        var request = late.request();
        var by = RequestDecoder.addressOf(request);
        var note = late.note();
        var noted = with.archive()
                .annotate(workgroup, note.visit(), by, note.text(), with.clock().instant());
        if (noted == Noted.KEPT) {
            return IQ.createResultIQ(request);
        }
        if (noted == Noted.NOT_THEIRS || late.isSecond()) {
            return StanzaErrors.of(request, Refusal.NOT_IN_VISIT);
        }
        return with.desk().test(note.by(by, true), request) ? null : StanzaErrors.busy(request);
    }
}
