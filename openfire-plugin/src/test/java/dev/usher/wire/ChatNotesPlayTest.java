package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Entry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nurse writes something down about Romeo's visit: while it is on, when it is over, and when it is Friar's. */
class ChatNotesPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void romeoIsWithNurse() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.friar.sends("agent-online").forgets();
        play.nurse.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    private static String set(String text) {
        return Examples.text("chat-notes-set").replace("He came for Juliet.", text);
    }

    private List<String> notes() {
        return play.store.journal(play.visit(), 0, 10_000).stream()
                .filter(entry -> entry.kind().equals("note"))
                .map(Entry::what)
                .toList();
    }

    private void numbersHaveNoGap() {
        var numbers = play.store.journal(play.visit(), 0, 10_000).stream()
                .map(Entry::number)
                .toList();
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    private void romeoLeaves() {
        play.romeo.leaves();
        play.passes(2);
        play.nurse.forgets();
        play.romeo.forgets();
    }

    private void friarTakesOver() {
        play.nurse.sends("transfer-to-agent");
        play.friar.sends("offer-accept").enters();
        play.nurse.leaves();
        play.nurse.forgets();
        play.friar.forgets();
        play.romeo.forgets();
    }

    @Test
    void aNoteIsWrittenDownAndReadByTheOthersButNotByTheCustomer() {
        play.nurse.says(set("In love, again."));
        play.nurse.receives("chat-notes-set-result");
        play.nurse.speaks("/note This time with Juliet.");

        play.friar.says(Examples.text("chat-notes-get"));

        play.friar.receives("chat-notes-result");
        play.romeo.receivesNothing();
        assertEquals(
                List.of(),
                play.rooms.heard.stream()
                        .filter(heard -> heard.contains("In love"))
                        .toList());
    }

    @Test
    void beforeAnythingIsWrittenDownThereIsNothingToRead() {
        play.nurse.sends("chat-notes-get");

        play.nurse.receivesStanzas(Examples.text("chat-notes-result").replaceFirst("(?s)<text>.*</text>", "<text/>"));
    }

    /** As Spark does: the notes come when the chat is closed. */
    @Test
    void aNoteThatComesWithTheEndIsKept() {
        romeoLeaves();

        play.nurse.sends("chat-notes-set");

        play.nurse.receives("chat-notes-set-result");
        assertEquals(List.of("He came for Juliet."), notes());
        numbersHaveNoGap();
        play.nurse.sends("chat-notes-get");
        assertThat(play.nurse.takes().get(0)).contains("He came for Juliet.");
    }

    @Test
    void theSameNoteTwiceInARowIsKeptOnce() {
        play.nurse.sends("chat-notes-set").sends("chat-notes-set");
        play.nurse.receives("chat-notes-set-result", "chat-notes-set-result");
        romeoLeaves();

        play.nurse.sends("chat-notes-set").sends("chat-notes-set");

        play.nurse.receives("chat-notes-set-result", "chat-notes-set-result");
        assertEquals(List.of("He came for Juliet."), notes());
        play.nurse.says(set("And died.")).sends("chat-notes-set");
        assertEquals(List.of("He came for Juliet.", "And died.", "He came for Juliet."), notes());
        numbersHaveNoGap();
    }

    @Test
    void whatOthersWriteDownIsNotTheSame() {
        friarTakesOver();

        play.friar.says(set("Vows."));
        play.nurse.says(set("Vows."));
        play.friar.says(set("Vows."));

        assertEquals(List.of("Vows.", "Vows."), notes());
    }

    @Test
    void whoHasHandedTheVisitOverWritesDownWhatTheOtherShouldKnow() {
        friarTakesOver();

        play.nurse.sends("chat-notes-set");

        play.nurse.receives("chat-notes-set-result");
        play.friar.receivesNothing();
        play.romeo.receivesNothing();
        assertEquals(List.of("He came for Juliet."), notes());
        numbersHaveNoGap();
        play.friar.says(set("Wed."));
        romeoLeaves();
        play.nurse.says(set("Oh no."));
        assertEquals(List.of("He came for Juliet.", "Wed.", "Oh no."), notes());
        numbersHaveNoGap();
    }

    @Test
    void whoIsOnlyBeingAskedIsForbidden() {
        var other = new Play();
        other.nurse.sends("agent-online");
        other.romeo.sends("join-queue");
        other.nurse.forgets();

        other.nurse.sends("chat-notes-set");

        other.nurse.receives("chat-notes-forbidden");
    }

    @Test
    void whoHasNotServedInTheVisitIsForbiddenAsIfItWereNotThere() {
        for (boolean isOver : List.of(false, true)) {
            if (isOver) {
                romeoLeaves();
                play.friar.forgets();
            }
            play.friar.sends("chat-notes-set");
            play.friar.receives("chat-notes-forbidden");
            play.friar.says(Examples.text("chat-notes-set").replace(Examples.VISIT.value(), "another"));
            play.friar.receives("chat-notes-forbidden");
        }
        assertEquals(List.of(), notes());
    }

    @Test
    void anAgentOfAnotherWorkgroupIsForbiddenThereToo() {
        var peter = play.enters("peter@example.org/hall", Examples.NURSE.connection());
        romeoLeaves();

        peter.says(Examples.text("chat-notes-set").replace("demo@", "help@"));

        assertThat(peter.takes().get(0)).contains("forbidden");
        assertEquals(List.of(), notes());
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndLosesNothing() {
        play.nurse.says(set("x".repeat(4_000)));
        play.nurse.receives("chat-notes-set-result");

        play.nurse.says(set("y".repeat(4_001)));

        play.nurse.receives("chat-notes-too-long");
        assertEquals(List.of("x".repeat(4_000)), notes());
        romeoLeaves();
        play.nurse.says(set("y".repeat(4_001)));
        play.nurse.receives("chat-notes-too-long");
    }

    @Test
    void linesStayLines() {
        play.nurse.says(set("one\ntwo &amp; three"));
        play.nurse.forgets();

        play.nurse.sends("chat-notes-get");

        assertThat(play.nurse.takes().get(0)).contains("\"one\ntwo & three\"");
    }

    @Test
    void aNoteOutlivesARestartAndSoDoesWhoMayWriteIt() {
        play.nurse.sends("chat-notes-set");
        play.restarts(true);
        play.nurse.forgets();

        play.nurse.says(set("Still."));
        play.nurse.receives("chat-notes-set-result");
        romeoLeaves();
        play.restarts(true);
        play.nurse.forgets();
        play.nurse.says(set("Over."));

        play.nurse.receives("chat-notes-set-result");
        assertEquals(List.of("He came for Juliet.", "Still.", "Over."), notes());
        numbersHaveNoGap();
    }

    @Test
    void whileTheStoreIsAwayNothingIsPromised() {
        romeoLeaves();
        play.store.vanish();
        play.nurse.sends("chat-notes-set");
        assertThat(play.nurse.takes().get(0)).contains("internal-server-error");

        play.store.comeBack();
        play.passes(2);
        play.nurse.forgets();
        play.nurse.sends("chat-notes-set");
        play.nurse.receives("chat-notes-set-result");
        assertEquals(List.of("He came for Juliet."), notes());
    }
}
