package dev.usher.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Conversation.Came;
import dev.usher.desk.Conversation.Led;
import dev.usher.desk.Conversation.Line;
import dev.usher.desk.Conversation.Person;
import dev.usher.desk.Conversation.Said;
import dev.usher.desk.Conversation.Went;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who was in a visit's channel, from when to when, as its journal tells. */
class StayTest {
    private static final Person NURSE = new Person("nurse@example.org", true);
    private static final Person FRIAR = new Person("friar@example.org", true);
    private static final Person ROMEO = new Person("romeo@example.org", false);

    private final List<Entry> journal = new ArrayList<>();

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private void happens(String kind, Person who, String what) {
        int number = journal.size() + 1;
        journal.add(new Entry(new VisitId("v"), number, at(number), kind, who.user() + "/somewhere", what));
    }

    private void happens(String kind, Person who) {
        happens(kind, who, "");
    }

    private List<Stay> stays() {
        return Stay.of(part(JournalPart.COMINGS));
    }

    private List<Entry> part(JournalPart part) {
        return journal.stream().filter(part::has).toList();
    }

    private static Stay stay(Person who, int from, int until) {
        return new Stay(who.user(), at(from), Optional.of(at(until)));
    }

    private static Stay stay(Person who, int from) {
        return new Stay(who.user(), at(from), Optional.empty());
    }

    private List<Line> conversation() {
        var staff = Conversation.staff(stays(), part(JournalPart.COMINGS));
        return Conversation.of(staff, part(JournalPart.SPEECH), part(JournalPart.COMINGS));
    }

    @Test
    void aConnectionThatIsLostAndBackIsTheSameStay() {
        happens("agent-entered", NURSE);
        happens("agent-missed", NURSE);
        happens("agent-returned", NURSE);
        happens("agent-entered", NURSE);

        assertEquals(List.of(stay(NURSE, 1)), stays());
    }

    @Test
    void whoLeavesAndIsAskedInAgainStaysTwice() {
        happens("agent-entered", NURSE);
        happens("agent-entered", FRIAR);
        happens("agent-left", NURSE);
        happens("agent-entered", NURSE);

        assertEquals(List.of(stay(NURSE, 1, 3), stay(FRIAR, 2), stay(NURSE, 4)), stays());
    }

    @Test
    void whoHandsTheVisitOverLeavesAndTheEndIsForAll() {
        happens("agent-entered", NURSE);
        happens("customer-entered", ROMEO);
        happens("agent-entered", FRIAR);
        happens("relieved", NURSE);
        happens("ended", FRIAR);

        assertEquals(List.of(stay(NURSE, 1, 4), stay(FRIAR, 3, 5)), stays());
    }

    @Test
    void nobodyStaysWhereTheChannelIsLost() {
        happens("agent-entered", NURSE);
        happens("unseated", NURSE);
        happens("agent-entered", FRIAR);

        assertEquals(List.of(stay(NURSE, 1, 2), stay(FRIAR, 3)), stays());
    }

    @Test
    void whoNeverCameInDoesNotStay() {
        happens("seated", NURSE);
        happens("agent-left", NURSE);
        happens("ended", NURSE);

        assertEquals(List.of(), stays());
    }

    @Test
    void aConversationIsWhatEverybodyInTheChannelCouldSee() {
        happens("queued", ROMEO);
        happens("agent-entered", NURSE);
        happens("customer-entered", ROMEO);
        happens("said", ROMEO, "Where is the balcony?");
        happens("note", NURSE, "In love.");
        happens("tag", NURSE, "love");
        happens("driven", NURSE, "drive=1 seq=1 url=https://shop.example/?seq=2 url=3");
        happens("acknowledged", ROMEO, "drive=1 state=arrived");
        happens("customer-missed", ROMEO);
        happens("rejoined", ROMEO);
        happens("customer-entered", ROMEO);
        happens("said", NURSE, "There.");
        happens("ended", NURSE);

        assertEquals(
                List.of(
                        new Came(at(2), NURSE),
                        new Came(at(3), ROMEO),
                        new Said(at(4), ROMEO, "Where is the balcony?"),
                        new Led(at(7), NURSE, "https://shop.example/?seq=2 url=3"),
                        new Went(at(9), ROMEO),
                        new Came(at(11), ROMEO),
                        new Said(at(12), NURSE, "There."),
                        new Went(at(13), NURSE),
                        new Went(at(13), ROMEO)),
                conversation());
    }

    @Test
    void whoLooksInIsSeenAndIsNoCustomerAndStaysNotAsAnAgent() {
        var peter = new Person("peter@example.org", true);
        happens("agent-entered", NURSE);
        happens("monitor-admitted", peter);
        happens("monitor-entered", peter);
        happens("said", peter, "Well done.");
        happens("monitor-left", peter);

        assertEquals(
                List.of(
                        new Came(at(1), NURSE),
                        new Came(at(3), peter),
                        new Said(at(4), peter, "Well done."),
                        new Went(at(5), peter)),
                conversation());
        assertEquals(List.of(stay(NURSE, 1)), stays());
    }

    @Test
    void nobodyComesOrGoesTwice() {
        happens("agent-entered", NURSE);
        happens("agent-entered", NURSE);
        happens("agent-missed", NURSE);
        happens("agent-left", NURSE);
        happens("ended", FRIAR);

        assertEquals(List.of(new Came(at(1), NURSE), new Went(at(3), NURSE)), conversation());
    }
}
