package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.since;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.VisitArchive.Found;
import dev.usher.desk.VisitArchive.Search;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A visit is found again by what people wrote. */
interface SearchPromises extends Promises {
    int ALL = 1_000;

    private static Search of(String text, String... workgroups) {
        return new Search(List.of(workgroups), text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<String> found(Search search) {
        var found = archive().search(search, ALL, ALL);
        assertEquals(false, found.isCut());
        return ids(found);
    }

    private List<String> found(String text) {
        return found(of(text, "sales"));
    }

    private static List<String> ids(Found found) {
        return found.visits().stream().map(visit -> visit.visit().value()).toList();
    }

    private void said(String visit, int second, String... texts) {
        store().keep("sales", added(since(visit, second, ROMEO, Map.of())));
        store().keep(
                        "sales",
                        written(IntStream.range(0, texts.length)
                                .mapToObj(i -> entry(visit, i + 1, second, "said", ROMEO, texts[i]))
                                .toArray(Entry[]::new)));
    }

    @Test
    default void visitsAreFoundByWhatWasSaidWrittenDownOrAnsweredNewestFirst() {
        store().keep(
                        "sales",
                        added(
                                since("answered", 1, ROMEO, Map.of("question", List.of("no", "The Balcony, please"))),
                                since("said", 2, ROMEO, Map.of()),
                                since("noted", 3, ROMEO, Map.of()),
                                since("tagged", 4, ROMEO, Map.of("balcony", List.of("the name of a field"))),
                                since("named", 5, ROMEO, Map.of("balcony", List.of("the name of a field"))),
                                since("driven", 6, ROMEO, Map.of())));
        store().keep(
                        "sales",
                        written(
                                entry("said", 1, 2, "said", ROMEO, "Where is your BALCONY?"),
                                entry("noted", 1, 3, "note", NURSE, "wants a balcony"),
                                entry("tagged", 1, 4, "tag", NURSE, "balcony"),
                                entry("driven", 1, 6, "driven", NURSE, "url=https://shop.example/balcony")));

        assertEquals(List.of("tagged", "noted", "said", "answered"), found("balCony"));
        assertEquals(List.of("answered"), found("the balcony, p"));
        assertEquals(List.of(), found("balconies"));
    }

    @Test
    default void aFindIsTheWholeVisit() {
        said("v", 1, "It is the east.");

        var visit = archive().find("sales", new VisitId("v")).orElseThrow();
        assertEquals(new Found(List.of(visit), false), archive().search(of("east", "sales"), ALL, ALL));
    }

    @Test
    default void signsThatMeanSomethingToADatabaseAreOrdinary() {
        said("percent", 1, "100% sure");
        said("underscore", 2, "snake_case");
        said("bracket", 3, "[sic]");
        said("backslash", 4, "C:\\temp 'quoted' \"twice\"");
        said("plain", 5, "100 percent snake case sic C temp");

        assertEquals(List.of("percent"), found("%"));
        assertEquals(List.of("percent"), found("100%"));
        assertEquals(List.of(), found("1%0"));
        assertEquals(List.of("underscore"), found("_"));
        assertEquals(List.of(), found("s_ake"));
        assertEquals(List.of("bracket"), found("[s"));
        assertEquals(List.of("backslash"), found("c:\\T"));
        assertEquals(List.of("backslash"), found("'"));
    }

    @Test
    default void upperAndLowerCaseAreTheSameInAnyLanguage() {
        said("german", 1, "\u00DCBER den Gipfel");
        said("russian", 2, "\u041F\u0440\u0438\u0432\u0435\u0442");
        said("accent", 3, "Cafe\u0301");
        store().keep("sales", added(since("form", 4, ROMEO, Map.of("city", List.of("\u00D6dipus & S\u00F6hne")))));

        assertEquals(List.of("german"), found("\u00FCber"));
        assertEquals(List.of("russian"), found("\u043F\u0440\u0418\u0412\u0415\u0422"));
        assertEquals(List.of("accent"), found("caf\u00E9"));
        assertEquals(List.of("form"), found("\u00F6DIPUS & S\u00D6"));
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    default void everyPartOfATextIsFound(@ForAll("texts") String text, @ForAll int from, @ForAll boolean isLoud) {
        int start = text.offsetByCodePoints(0, Math.floorMod(from, text.codePointCount(0, text.length())));
        var part = isLoud ? text.substring(start).toUpperCase(Locale.ROOT) : text.substring(start);
        var workgroup = "sales" + System.nanoTime();
        var visit = "v" + System.nanoTime();
        store().keep(workgroup, added(since(visit, 1, ROMEO, Map.of())));
        store().keep(workgroup, written(entry(visit, 1, 1, "said", ROMEO, "x" + text + "x")));
        store().keep(workgroup, added(since(visit + "f", 2, ROMEO, Map.of("f", List.of(text + "x")))));

        assertEquals(List.of(visit + "f", visit), found(of(part, workgroup)));
    }

    @Provide
    default Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "I",
                        "i",
                        "K",
                        "s",
                        "0",
                        "%",
                        "_",
                        "[",
                        "\\",
                        "'",
                        "&",
                        "+",
                        " ",
                        "\u00FC",
                        "\u0416",
                        "\u732B",
                        "\uD83D\uDC26")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Test
    default void theDatesAreThoseOfTheBeginningBothIncluded() {
        said("one", 1, "east");
        said("two", 2, "east");
        said("three", 3, "east");

        assertEquals(List.of("three", "two"), found(between(NOON.plusSeconds(2), Instant.MAX)));
        assertEquals(List.of("two", "one"), found(between(Instant.MIN, NOON.plusSeconds(2))));
        assertEquals(List.of("two"), found(between(NOON.plusSeconds(2), NOON.plusSeconds(2))));
        assertEquals(List.of(), found(between(NOON.plusSeconds(4), NOON.plusSeconds(5))));
    }

    private static Search between(Instant from, Instant until) {
        return new Search(List.of("sales"), "east", Optional.of(from), Optional.of(until), Optional.empty());
    }

    @Test
    default void onlyTheVisitsOfOneAgentAreFound() {
        said("nurses", 1, "east");
        said("both", 2, "east");
        said("nobodys", 3, "east");
        store().keep(
                        "sales",
                        written(
                                entry("nurses", 9, 9, "agent-entered", NURSE, ""),
                                entry("both", 9, 9, "agent-entered", FRIAR, ""),
                                entry("both", 10, 9, "agent-entered", NURSE, "")));

        assertEquals(List.of("both", "nurses"), found(by(NURSE)));
        assertEquals(List.of("both"), found(by(FRIAR)));
        assertEquals(List.of(), found(by(ROMEO)));
    }

    private static Search by(Address agent) {
        return new Search(List.of("sales"), "east", Optional.empty(), Optional.empty(), Optional.of(agent.user()));
    }

    @Test
    default void onlyTheWorkgroupsThatAreNamedAreSearched() {
        said("here", 1, "east");
        store().keep("support", added(since("there", 2, ROMEO, Map.of("question", List.of("East?")))));

        assertEquals(List.of("here"), found(of("east", "sales")));
        assertEquals(List.of("there"), found(of("east", "support")));
        assertEquals(List.of("there", "here"), found(of("east", "sales", "support", "nowhere")));
        assertEquals(List.of(), found(of("east")));
    }

    @Test
    default void whatIsLeftOutIsSaid() {
        for (int i = 1; i <= 5; i++) {
            said("v" + i, i, "east");
        }

        assertEquals(List.of("v5", "v4", "v3", "v2", "v1"), found("east"));
        var some = archive().search(of("east", "sales"), 3, ALL);
        assertEquals(List.of("v5", "v4", "v3"), ids(some));
        assertTrue(some.isCut());
        var looked = archive().search(of("east", "sales"), ALL, 2);
        assertEquals(List.of("v5", "v4"), ids(looked));
        assertTrue(looked.isCut());
        assertEquals(false, archive().search(of("east", "sales"), 5, 5).isCut());
    }
}
