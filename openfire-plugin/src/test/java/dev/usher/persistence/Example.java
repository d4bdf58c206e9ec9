package dev.usher.persistence;

import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Ending;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Address;
import dev.usher.routing.Bond;
import dev.usher.routing.Phase;
import dev.usher.routing.Placement;
import dev.usher.routing.Seat;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Visits of Romeo and others, and changes of one thing only. */
final class Example {
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456789Z");
    static final Address ROMEO = new Address("romeo@example.org", "romeo@example.org/orchard");
    static final Address NURSE = new Address("nurse@example.org", "nurse@example.org/chamber");
    static final Address FRIAR = new Address("friar@example.org", "friar@example.org/cell");

    private Example() {}

    /** A visit that waits. */
    static Kept waiting(String id, long number) {
        return kept(id, number, ROMEO, Phase.WAITING, Map.of("question", List.of("Where is Juliet?")));
    }

    /** A visit whose channel is open, led by the first of these. */
    static Kept open(String id, long number, Address customer, Address... agents) {
        return kept(id, number, customer, Phase.OPEN, Map.of(), agents);
    }

    static Kept kept(
            String id,
            long number,
            Address customer,
            Phase phase,
            Map<String, List<String>> answers,
            Address... agents) {
        var seats = List.of(agents).stream()
                .map(agent -> new Seat(agent, "", true, "", Optional.empty()))
                .toList();
        var state = new VisitState(
                new VisitId(id),
                customer,
                new Placement("192.0.2.7", answers, NOON, number, "Default Queue", 0, Map.of(), Optional.empty(), ""),
                phase,
                "Default Queue",
                NOON,
                Map.of(),
                Optional.empty(),
                "",
                Set.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                seats,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of());
        return new Kept(state, 0, 0);
    }

    static Entry entry(Kept visit, int number, String what) {
        return new Entry(visit.state().id(), number, NOON.plusNanos(number), "said", ROMEO.connection(), what);
    }

    /** So many seconds after noon. */
    static Entry entry(String visit, int number, int second, String kind, Address who, String what) {
        return new Entry(new VisitId(visit), number, NOON.plusSeconds(second), kind, who.connection(), what);
    }

    /** A visit that waits, of that customer, since so many seconds after noon. */
    static Kept since(String id, long second, Address customer, Map<String, List<String>> answers) {
        var kept = kept(id, second, customer, Phase.WAITING, answers);
        var state = kept.state();
        var placed = state.placed();
        return new Kept(
                new VisitState(
                        state.id(),
                        customer,
                        new Placement(
                                placed.origin(),
                                answers,
                                NOON.plusSeconds(second),
                                second,
                                placed.queue(),
                                placed.priority(),
                                placed.skills(),
                                placed.reserved(),
                                placed.home()),
                        state.phase(),
                        state.queue(),
                        state.queuedAt(),
                        state.skills(),
                        state.reserved(),
                        state.referredTo(),
                        state.tried(),
                        state.offers(),
                        state.offeredUntil(),
                        state.pausedUntil(),
                        state.seats(),
                        state.handover(),
                        state.deadline(),
                        state.returnBy(),
                        state.customerEntered(),
                        state.monitors()),
                0,
                0);
    }

    static Ending ending(Kept visit, Instant at) {
        return new Ending(visit, at, "customer-left");
    }

    static Changes added(Kept... visits) {
        return new Changes(List.of(visits), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Changes changed(Kept... visits) {
        return new Changes(List.of(), List.of(visits), List.of(), List.of(), List.of(), List.of());
    }

    static Changes ended(Ending... endings) {
        return new Changes(List.of(), List.of(), List.of(endings), List.of(), List.of(), List.of());
    }

    static Changes written(Entry... entries) {
        return new Changes(List.of(), List.of(), List.of(), List.of(entries), List.of(), List.of());
    }

    static Changes onDuty(Duty... duties) {
        return new Changes(List.of(), List.of(), List.of(), List.of(), List.of(duties), List.of());
    }

    static Changes offDuty(Address... agents) {
        return new Changes(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(agents));
    }

    static Bond bond(Address customer, Address agent, Instant at) {
        return new Bond(customer.user(), agent.user(), at);
    }
}
