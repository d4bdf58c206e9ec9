package dev.usher.persistence;

import dev.usher.routing.Address;
import dev.usher.routing.Handover;
import dev.usher.routing.Phase;
import dev.usher.routing.Placement;
import dev.usher.routing.Reservation;
import dev.usher.routing.Seat;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Visits in every state that there can be, and with all that people may write. */
final class VisitStates {
    private VisitStates() {}

    static Arbitrary<VisitState> any() {
        return Combinators.combine(
                        Combinators.combine(addresses(), placements(), Arbitraries.of(Phase.class), texts(), instants())
                                .as(Tuple::of),
                        Combinators.combine(
                                        skills(),
                                        reservations().optional(),
                                        texts(),
                                        texts().set().ofMaxSize(3),
                                        maps(addresses()),
                                        instants().optional())
                                .as(Tuple::of),
                        Combinators.combine(
                                        maps(instants()),
                                        seats().list().ofMaxSize(3),
                                        handovers().optional(),
                                        instants().optional(),
                                        instants().optional())
                                .as(Tuple::of),
                        Arbitraries.of(true, false),
                        addresses().list().ofMaxSize(2))
                .as((one, two, three, entered, monitors) -> new VisitState(
                        new VisitId("visit"),
                        one.get1(),
                        one.get2(),
                        one.get3(),
                        one.get4(),
                        one.get5(),
                        two.get1(),
                        two.get2(),
                        two.get3(),
                        two.get4(),
                        two.get5(),
                        two.get6(),
                        three.get1(),
                        three.get2(),
                        three.get3(),
                        three.get4(),
                        three.get5(),
                        entered,
                        monitors));
    }

    /** Letters, all of Unicode, halves of surrogate pairs, and what means something to the ones who store it. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(10),
                Arbitraries.strings().all().ofMaxLength(10),
                Arbitraries.of(
                        "",
                        " ",
                        "\u0000",
                        "a\u0000b",
                        "\uD83D",
                        "\uDE00\uD83D",
                        "\uD83D\uDE00",
                        "\u001A",
                        "\u001AD83D",
                        "\uFFFF\uFEFF",
                        "%1A&a=b+c!",
                        "!",
                        "null",
                        "it's \"\\' -- ;\n\r\t",
                        "\u05D0\u202E\u0627"));
    }

    static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    static Arbitrary<Address> addresses() {
        var longest = "\u00E9".repeat(511) + "@" + "d".repeat(1023);
        return Arbitraries.frequencyOf(
                Tuple.of(5, Combinators.combine(texts(), texts()).as(Address::new)),
                Tuple.of(
                        1, Arbitraries.just(new Address(longest, longest + "/" + "\uD83D\uDE00".repeat(255) + "xyz"))));
    }

    static VisitState withId(VisitState state, String id, long number) {
        var placed = state.placed();
        return new VisitState(
                new VisitId(id),
                state.customer(),
                new Placement(
                        placed.origin(),
                        placed.answers(),
                        placed.since(),
                        number,
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
                state.monitors());
    }

    private static Arbitrary<Placement> placements() {
        return Combinators.combine(
                        texts(),
                        maps(texts().list().ofMaxSize(3)),
                        instants(),
                        Arbitraries.longs(),
                        texts(),
                        Arbitraries.integers(),
                        skills(),
                        Combinators.combine(reservations().optional(), texts()).as(Tuple::of))
                .as((origin, answers, since, number, queue, priority, skills, rest) -> new Placement(
                        origin, answers, since, number, queue, priority, skills, rest.get1(), rest.get2()));
    }

    private static Arbitrary<Seat> seats() {
        return Combinators.combine(
                        addresses(),
                        texts(),
                        Arbitraries.of(true, false),
                        texts(),
                        instants().optional())
                .as(Seat::new);
    }

    private static Arbitrary<Handover> handovers() {
        return Combinators.combine(Arbitraries.of(Handover.Kind.class), targets(), addresses(), texts(), instants())
                .as(Handover::new);
    }

    private static Arbitrary<Handover.Target> targets() {
        return Arbitraries.oneOf(
                texts().map(Handover.Target.Agent::new),
                texts().map(Handover.Target.Queue::new),
                texts().map(Handover.Target.Workgroup::new));
    }

    private static Arbitrary<Reservation> reservations() {
        return Combinators.combine(texts(), instants()).as(Reservation::new);
    }

    private static Arbitrary<Map<String, Integer>> skills() {
        return maps(Arbitraries.integers());
    }

    private static <T> Arbitrary<Map<String, T>> maps(Arbitrary<T> values) {
        return texts().list()
                .uniqueElements()
                .ofMaxSize(3)
                .flatMap(keys -> values.list().ofSize(keys.size()).map(all -> inOrder(keys, all)));
    }

    private static <T> Map<String, T> inOrder(List<String> keys, List<T> values) {
        var map = new LinkedHashMap<String, T>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(map);
    }
}
