package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.ending;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.onDuty;
import static dev.usher.persistence.Example.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.desk.JournalPart;
import dev.usher.desk.StoreException;
import dev.usher.desk.VisitArchive.Search;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All or nothing. */
interface FailurePromises extends Promises {
    /** From here on every call fails. */
    void vanish();

    /** And works again. */
    void comeBack();

    @Test
    default void nothingIsKeptOfABatchThatFails() {
        store().keep("sales", added(waiting("old", 1), waiting("ending", 2)));
        store().keep("sales", onDuty(new Duty(NURSE, true, 4)));
        var before = recall("sales");
        var twice = entry(waiting("new", 3), 1, "twice");

        assertThrows(StoreException.class, () -> store().keep("sales", everything(List.of(), List.of(twice, twice))));
        assertThrows(
                StoreException.class, () -> store().keep("sales", everything(List.of(waiting("gone", 4)), List.of())));
        assertThrows(StoreException.class, () -> store().keep("sales", added(waiting("new", 3), waiting("old", 4))));

        assertEquals(before, recall("sales"));
        assertEquals(List.of(), journal("new", 0, 9));
        store().keep("sales", everything(List.of(), List.of(twice)));
        assertEquals(
                List.of(waiting("old", 1), waiting("new", 3)), recall("sales").visits());
        assertEquals(List.of(new Duty(FRIAR, false, 2)), duties("sales"));
    }

    private static Changes everything(List<Kept> alsoEnded, List<Entry> entries) {
        var endings = Stream.concat(Stream.of(waiting("ending", 2)), alsoEnded.stream())
                .map(visit -> ending(visit, NOON))
                .toList();
        return new Changes(
                List.of(waiting("new", 3)),
                List.of(waiting("old", 1)),
                endings,
                entries,
                List.of(new Duty(FRIAR, false, 2)),
                List.of(NURSE));
    }

    @Test
    default void aStoreThatVanishesSaysSoAndWorksAgainWhenItIsBack() {
        store().keep("sales", added(waiting("v", 1)));

        vanish();
        try {
            assertThrows(StoreException.class, () -> store().keep("sales", added(waiting("w", 2))));
            assertThrows(StoreException.class, () -> recall("sales"));
            assertThrows(StoreException.class, () -> store().journal(new VisitId("v"), 0, 1));
            assertThrows(StoreException.class, () -> store().workgroups());
            assertThrows(StoreException.class, () -> store().forget(NOON, 1));
            assertThrows(StoreException.class, () -> archive().find("sales", new VisitId("v")));
            assertThrows(StoreException.class, () -> archive().ofCustomer("sales", ROMEO.user(), 1));
            assertThrows(StoreException.class, () -> archive().servedBy("sales", NURSE.user(), NOON, 1));
            assertThrows(StoreException.class, () -> archive().lines(new VisitId("v"), JournalPart.SPEECH, 1, 1));
            assertThrows(
                    StoreException.class, () -> archive().annotate("sales", new VisitId("v"), NURSE, "In love.", NOON));
            var search = new Search(List.of("sales"), "love", Optional.empty(), Optional.empty(), Optional.empty());
            assertThrows(StoreException.class, () -> archive().search(search, 1, 1));
        } finally {
            comeBack();
        }

        assertEquals(List.of(waiting("v", 1)), recall("sales").visits());
        store().keep("sales", added(waiting("w", 2)));
        assertEquals(2, recall("sales").visits().size());
    }
}
