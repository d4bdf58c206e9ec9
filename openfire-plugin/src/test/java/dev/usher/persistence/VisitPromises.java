package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.bond;
import static dev.usher.persistence.Example.changed;
import static dev.usher.persistence.Example.ended;
import static dev.usher.persistence.Example.ending;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.kept;
import static dev.usher.persistence.Example.open;
import static dev.usher.persistence.Example.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.desk.VisitStore.Memory;
import dev.usher.routing.Address;
import dev.usher.routing.Phase;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Visits go on where they were. */
interface VisitPromises extends Promises {
    @Test
    default void nothingIsKnownOfAWorkgroupThatNobodyCalled() {
        assertEquals(new Memory(List.of(), List.of(), List.of()), recall("sales"));
        assertEquals(List.of(), store().workgroups());
        assertEquals(List.of(), store().journal(new VisitId("none"), 0, 10));
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    default void aVisitIsRecalledAsItWasKept(@ForAll("visits") List<VisitState> states) {
        var workgroup = "sales" + System.nanoTime();
        var visits = IntStream.range(0, states.size())
                .mapToObj(i -> new Kept(VisitStates.withId(states.get(i), workgroup + i, i), i, 7 * i))
                .toList();

        store().keep(workgroup, added(visits.toArray(Kept[]::new)));

        var recalled = recall(workgroup).visits();
        assertEquals(visits, recalled);
        // Maps are equal in whatever order; an agent reads the form in the order in which it was filled in.
        assertEquals(visits.toString(), recalled.toString());
    }

    @Provide
    default Arbitrary<List<VisitState>> visits() {
        return VisitStates.any().list().ofMinSize(1).ofMaxSize(25);
    }

    @Test
    default void visitsAreRecalledInTheOrderOfTheirArrival() {
        store().keep("sales", added(waiting("z", 9), waiting("a", 10)));
        store().keep("sales", added(waiting("m", 2)));

        assertEquals(
                List.of(waiting("m", 2), waiting("z", 9), waiting("a", 10)),
                recall("sales").visits());
    }

    @Test
    default void aChangedVisitIsRecalledAsItIsNow() {
        store().keep("sales", added(waiting("v", 1), waiting("w", 2)));
        var answers = waiting("v", 1).state().placed().answers();
        var now = new Kept(kept("v", 1, FRIAR, Phase.SEATED, answers, NURSE).state(), 12, 3);

        store().keep("sales", changed(now));

        assertEquals(List.of(now, waiting("w", 2)), recall("sales").visits());
    }

    @Test
    default void aVisitThatIsOverIsNotRecalled() {
        store().keep("sales", added(waiting("v", 1), waiting("w", 2)));

        store().keep("sales", ended(ending(waiting("v", 1), NOON)));

        assertEquals(List.of(waiting("w", 2)), recall("sales").visits());
        assertEquals(List.of("sales"), store().workgroups());
    }

    @Test
    default void aVisitThatIsNewAndOverAtOnceIsKeptAndOver() {
        var brief = open("v", 1, ROMEO, NURSE);

        store().keep(
                        "sales",
                        new Changes(
                                List.of(brief),
                                List.of(),
                                List.of(ending(brief, NOON)),
                                List.of(entry(brief, 1, "hello")),
                                List.of(),
                                List.of()));

        assertEquals(List.of(), recall("sales").visits());
        assertEquals(List.of(bond(ROMEO, NURSE, NOON)), recall("sales").bonds());
        assertEquals(
                List.of(entry(brief, 1, "hello")), store().journal(brief.state().id(), 0, 9));
    }

    @Test
    default void aLongFormIsKept() {
        var value = "\uD83D\uDC26".repeat(1000);
        var answers =
                Map.of("all", IntStream.range(0, 100).mapToObj(i -> value + i).toList());
        var visit = kept("v", 1, ROMEO, Phase.WAITING, answers);

        store().keep("sales", added(visit));

        assertEquals(List.of(visit), recall("sales").visits());
    }

    @Test
    default void aLongAddressIsKept() {
        var user = "\u00E9".repeat(511) + "x@" + "d".repeat(1023);
        var longest = new Address(user, user + "/" + "\uD83D\uDE00".repeat(255) + "xyz");
        var visit = open("v", 1, longest, longest);
        var entry = new Entry(visit.state().id(), 1, NOON, "said", longest.connection(), "");
        store().keep(
                        "sales",
                        new Changes(
                                List.of(visit),
                                List.of(),
                                List.of(),
                                List.of(entry),
                                List.of(new Duty(longest, true, 1)),
                                List.of()));

        var memory = recall("sales");
        assertEquals(List.of(visit), memory.visits());
        assertEquals(List.of(new Duty(longest, true, 1)), memory.duties());
        assertEquals(List.of(entry), store().journal(visit.state().id(), 0, 1));

        over("sales", visit, NOON);
        assertEquals(List.of(bond(longest, longest, NOON)), recall("sales").bonds());
    }
}
