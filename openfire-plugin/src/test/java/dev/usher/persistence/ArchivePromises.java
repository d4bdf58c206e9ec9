package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.changed;
import static dev.usher.persistence.Example.ended;
import static dev.usher.persistence.Example.ending;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.since;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.JournalPart;
import dev.usher.desk.Stay;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.desk.VisitArchive.Lines;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever may read about visits reads what there is, and nothing of another workgroup. */
interface ArchivePromises extends Promises {
    Address JULIET = new Address("juliet@example.org", "juliet@example.org/balcony");

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private List<String> ofCustomer(String workgroup, Address customer, int atMost) {
        return archive().ofCustomer(workgroup, customer.user(), atMost).stream()
                .map(visit -> visit.visit().value())
                .toList();
    }

    private List<String> servedBy(String workgroup, Address agent, Instant since, int atMost) {
        return archive().servedBy(workgroup, agent.user(), since, atMost).stream()
                .map(visit -> visit.visit().value())
                .toList();
    }

    @Test
    default void aVisitIsReadAsItWas() {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of("Romeo"));
        answers.put("question", List.of("Where is the balcony?", "And \u00FCberhaupt: 100 % & more?"));
        answers.put("email", List.of());
        store().keep("sales", added(since("v", 3, ROMEO, answers)));
        store().keep(
                        "sales",
                        written(
                                entry("v", 1, 4, "queued", ROMEO, ""),
                                entry("v", 2, 5, "agent-entered", NURSE, ""),
                                entry("v", 3, 6, "agent-entered", FRIAR, ""),
                                entry("v", 4, 7, "agent-missed", NURSE, ""),
                                entry("v", 5, 8, "agent-entered", NURSE, ""),
                                entry("v", 6, 9, "relieved", NURSE, "")));

        var stays = List.of(
                new Stay(NURSE.user(), at(5), Optional.of(at(9))), new Stay(FRIAR.user(), at(6), Optional.empty()));
        var visit = new Archived(new VisitId("v"), "sales", ROMEO, answers, at(3), Optional.empty(), stays);
        assertEquals(visit, archive().find("sales", new VisitId("v")).orElseThrow());
        assertEquals(
                List.copyOf(answers.keySet()),
                List.copyOf(archive()
                        .find("sales", new VisitId("v"))
                        .orElseThrow()
                        .answers()
                        .keySet()));

        store().keep("sales", ended(ending(since("v", 3, ROMEO, answers), at(20))));
        store().keep("sales", written(entry("v", 7, 20, "ended", FRIAR, "")));
        var allOver = List.of(
                new Stay(NURSE.user(), at(5), Optional.of(at(9))), new Stay(FRIAR.user(), at(6), Optional.of(at(20))));
        assertEquals(
                Optional.of(
                        new Archived(new VisitId("v"), "sales", ROMEO, answers, at(3), Optional.of(at(20)), allOver)),
                archive().find("sales", new VisitId("v")));
    }

    @Test
    default void aVisitOfAnotherWorkgroupIsNotThere() {
        store().keep("sales", added(since("v", 1, ROMEO, Map.of())));
        store().keep("sales", written(entry("v", 1, 2, "agent-entered", NURSE, "")));

        assertEquals(Optional.empty(), archive().find("Sales", new VisitId("v")));
        assertEquals(Optional.empty(), archive().find("sales", new VisitId("V")));
        assertEquals(List.of(), ofCustomer("support", ROMEO, 9));
        assertEquals(List.of(), servedBy("support", NURSE, Instant.EPOCH, 9));
    }

    @Test
    default void aNameThatNoVisitCanHaveIsNotThere() {
        var tooLong = new VisitId("v".repeat(256));

        assertEquals(Optional.empty(), archive().find("sales", tooLong));
        assertEquals(new Lines(List.of(), false), archive().lines(tooLong, JournalPart.SPEECH, 9, 99));
        assertEquals(Optional.empty(), archive().find("sales", new VisitId("")));
    }

    @Test
    default void aCustomersVisitsComeNewestFirst() {
        store().keep("sales", added(since("first", 1, ROMEO, Map.of()), since("third", 3, ROMEO, Map.of())));
        store().keep("sales", added(since("second", 2, ROMEO, Map.of()), since("other", 4, JULIET, Map.of())));
        over("sales", since("first", 1, ROMEO, Map.of()), at(9));

        assertEquals(List.of("third", "second", "first"), ofCustomer("sales", ROMEO, 9));
        assertEquals(List.of("third", "second"), ofCustomer("sales", ROMEO, 2));
        assertEquals(List.of(), ofCustomer("sales", FRIAR, 9));
    }

    @Test
    default void aCustomerWhoComesBackAsSomebodyElseIsFoundByThat() {
        store().keep("sales", added(since("v", 1, ROMEO, Map.of())));

        store().keep("sales", changed(since("v", 1, JULIET, Map.of())));

        assertEquals(List.of(), ofCustomer("sales", ROMEO, 9));
        assertEquals(List.of("v"), ofCustomer("sales", JULIET, 9));
    }

    @Test
    default void anAgentsVisitsComeNewestFirstAndOnceEach() {
        for (var visit : List.of("a", "b", "c", "d")) {
            store().keep("sales", added(since(visit, 1, ROMEO, Map.of())));
        }
        store().keep(
                        "sales",
                        written(
                                entry("a", 1, 10, "agent-entered", NURSE, ""),
                                entry("b", 1, 5, "agent-entered", NURSE, ""),
                                entry("b", 2, 20, "agent-missed", NURSE, ""),
                                entry("b", 3, 30, "agent-entered", NURSE, ""),
                                entry("c", 1, 15, "agent-entered", FRIAR, ""),
                                entry("d", 1, 16, "offered", NURSE, "")));

        assertEquals(List.of("a", "b"), servedBy("sales", NURSE, Instant.EPOCH, 9));
        assertEquals(List.of("a"), servedBy("sales", NURSE, Instant.EPOCH, 1));
        assertEquals(List.of("a"), servedBy("sales", NURSE, at(10), 9));
        assertEquals(List.of(), servedBy("sales", NURSE, at(11), 9));
        assertEquals(List.of(), servedBy("sales", ROMEO, Instant.EPOCH, 9));
    }

    @Test
    default void theNewestLinesOfAPartAreReadAsManyAsThereIsRoomFor() {
        store().keep("sales", added(since("v", 1, ROMEO, Map.of())));
        var lines = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> entry("v", i, i, i % 5 == 0 ? "note" : "said", ROMEO, "%03d".formatted(i)))
                .toList();
        store().keep("sales", written(lines.toArray(Entry[]::new)));
        var said = lines.stream().filter(line -> line.kind().equals("said")).toList();

        assertEquals(new Lines(said, false), speech(200, 600));
        assertEquals(new Lines(said.subList(1, 200), true), speech(199, 600));
        assertEquals(new Lines(said.subList(198, 200), true), speech(200, 8));
        assertEquals(new Lines(List.of(), true), speech(200, 2));
        assertEquals(
                new Lines(lines.stream().filter(line -> line.number() % 5 == 0).toList(), false),
                archive().lines(new VisitId("v"), JournalPart.NOTES, 999, 9999));
    }

    private Lines speech(int atMost, int characters) {
        return archive().lines(new VisitId("v"), JournalPart.SPEECH, atMost, characters);
    }

    @Test
    default void whatIsForgottenIsNotInTheArchive() {
        store().keep("sales", added(since("v", 1, ROMEO, Map.of())));
        store().keep("sales", written(entry("v", 1, 2, "agent-entered", NURSE, "")));
        over("sales", since("v", 1, ROMEO, Map.of()), at(3));

        assertEquals(1, store().forget(at(4), 9));

        assertEquals(Optional.empty(), archive().find("sales", new VisitId("v")));
        assertEquals(List.of(), ofCustomer("sales", ROMEO, 9));
        assertEquals(List.of(), servedBy("sales", NURSE, Instant.EPOCH, 9));
        assertEquals(new Lines(List.of(), false), archive().lines(new VisitId("v"), JournalPart.COMINGS, 9, 99));
    }
}
