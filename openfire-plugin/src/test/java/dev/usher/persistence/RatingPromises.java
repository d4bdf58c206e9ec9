package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.kept;
import static dev.usher.persistence.Example.since;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitArchive.Noted;
import dev.usher.desk.VisitArchive.Search;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Phase;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What customers hand in outside of a channel: what they think of a visit that is over, and messages for later. */
interface RatingPromises extends Promises {
    private Noted rate(String workgroup, String visit, String text) {
        return archive().rate(workgroup, new VisitId(visit), text, NOON.plusSeconds(60));
    }

    private List<Entry> ratings() {
        return archive()
                .lines(new VisitId("v"), JournalPart.RATINGS, 999, 99_999)
                .entries();
    }

    private Kept visit() {
        return new Kept(since("v", 0, ROMEO, Map.of()).state(), 1, 0);
    }

    private void romeoIsServed() {
        var entries = List.of(entry("v", 1, 1, "agent-entered", NURSE, ""));
        store().keep("sales", new Changes(List.of(visit()), List.of(), List.of(), entries, List.of(), List.of()));
    }

    @Test
    default void aRatingAfterwardsIsTheNextEntryByTheCustomer() {
        romeoIsServed();
        over("sales", visit(), NOON.plusSeconds(30));

        assertEquals(Noted.KEPT, rate("sales", "v", "4 Wise words."));
        assertEquals(Noted.KEPT, rate("sales", "v", "4 Wise words."));
        assertEquals(Noted.KEPT, rate("sales", "v", "5"));

        assertEquals(
                List.of(entry("v", 2, 60, "rating", ROMEO, "4 Wise words."), entry("v", 3, 60, "rating", ROMEO, "5")),
                ratings());
    }

    @Test
    default void whileTheVisitGoesOnItsDeskWrites() {
        romeoIsServed();

        assertEquals(Noted.STILL_ON, rate("sales", "v", "4"));
        assertEquals(List.of(), ratings());
    }

    @Test
    default void aVisitIsNotRatedForEver() {
        romeoIsServed();
        over("sales", visit(), NOON.plusSeconds(30));
        for (var score : List.of("1", "2", "3", "4", "5")) {
            assertEquals(Noted.KEPT, rate("sales", "v", score));
        }

        assertEquals(Noted.TOO_MANY, rate("sales", "v", "1"));
        assertEquals(Noted.KEPT, rate("sales", "v", "5"));
        assertEquals(5, ratings().size());
    }

    @Test
    default void aVisitOfAnotherWorkgroupIsNotRated() {
        romeoIsServed();
        over("sales", visit(), NOON.plusSeconds(30));

        assertEquals(Noted.NOT_THEIRS, rate("support", "v", "1"));
        assertEquals(Noted.NOT_THEIRS, rate("sales", "w", "1"));
        assertEquals(Noted.NOT_THEIRS, rate("sales", "v".repeat(256), "1"));
        assertEquals(List.of(), ratings());
    }

    @Test
    default void aMessageSurvivesUntilItIsToldAndIsFoundByItsWords() {
        var answers = Map.of("username", List.of("Romeo"), "question", List.of("Where is the balcony?"));
        var message = new Kept(kept("m", 1, ROMEO, Phase.MESSAGE, answers).state(), 1, 0);

        store().keep("sales", added(message));

        assertEquals(List.of(message), recall("sales").visits());
        var balcony = new Search(List.of("sales"), "BALCONY", Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(1, archive().search(balcony, 9, 99).visits().size());
        over("sales", message, NOON.plusSeconds(9));
        assertEquals(List.of(), recall("sales").visits());
        assertEquals(1, archive().search(balcony, 9, 99).visits().size());
    }
}
