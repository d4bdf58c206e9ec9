package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.waiting;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Entry;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What was said can be read again. */
interface JournalPromises extends Promises {
    @Test
    default void aJournalIsReadInOrderAndInParts() {
        var visit = waiting("v", 1);
        store().keep("sales", added(visit));
        store().keep(
                        "sales",
                        written(entry(visit, 2, "two"), entry(visit, 1, "one"), entry(waiting("w", 2), 1, "else")));
        store().keep("sales", written(entry(visit, 3, "three"), entry(visit, 10, "ten")));

        assertEquals(List.of("one", "two"), journal("v", 0, 2));
        assertEquals(List.of("three", "ten"), journal("v", 2, 2));
        assertEquals(List.of(), journal("v", 10, 2));
        assertEquals(List.of(), journal("v", 0, 0));
        assertEquals(
                entry(visit, 10, "ten"),
                store().journal(visit.state().id(), 3, 9).get(0));
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    default void anEntryIsReadAsItWasWritten(@ForAll("entryTexts") List<String> texts) {
        var visit = waiting("v" + System.nanoTime(), 1);
        var entries = IntStream.range(0, texts.size())
                .mapToObj(i -> new Entry(
                        visit.state().id(), i + 1, NOON.plusNanos(i), texts.get(i), texts.get(i), texts.get(i)))
                .toList();

        store().keep("sales", written(entries.toArray(Entry[]::new)));

        assertEquals(entries, store().journal(visit.state().id(), 0, 100));
    }

    @Provide
    default Arbitrary<List<String>> entryTexts() {
        return VisitStates.texts().list().ofMinSize(1).ofMaxSize(40);
    }

    @Test
    default void aLongMessageIsKept() {
        var visit = waiting("v", 1);
        var novel = "It was the nightingale, \u00FC\uD83D\uDC26. ".repeat(1 << 15);

        store().keep("sales", written(entry(visit, 1, novel)));

        assertEquals(List.of(novel), journal("v", 0, 1));
    }
}
