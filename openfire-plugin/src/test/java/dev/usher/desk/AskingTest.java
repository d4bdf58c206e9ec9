package dev.usher.desk;

import static dev.usher.desk.DeskStage.NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.OpeningHours;
import dev.usher.routing.Overflow;
import dev.usher.routing.Settings;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who asks without a connection waits until it is stored, and hears when it cannot be. */
class AskingTest {
    private static final Address NOBODY = new Address("m@example.org", "m@example.org");
    private static final VisitId MESSAGE = new VisitId("m");

    private static Command leave() {
        return new Command.LeaveMessage(
                MESSAGE, NOBODY, Map.of("question", List.of("Where is the balcony?")), "192.0.2.7");
    }

    private static DeskStage takingMessages(int capacity) {
        var stage = new DeskStage(capacity);
        stage.loop.report(new Command.Configure(
                Settings.of(Set.of(NURSE.user())).withHours(OpeningHours.always(), new Overflow.LeaveMessage())));
        stage.executor.runAll();
        stage.told.clear();
        return stage;
    }

    private static List<String> kinds(DeskStage stage) {
        return stage.store.memory.journal(MESSAGE, 0, 9).stream()
                .map(entry -> entry.kind() + ": " + entry.what())
                .toList();
    }

    @Test
    void theAnswerComesWhenItIsStored() {
        var stage = takingMessages(9);

        var answer = stage.loop.ask(leave());

        assertFalse(answer.isDone());
        stage.executor.runAll();
        assertFalse(answer.join().failed());
        assertEquals(List.of("message-left: Where is the balcony?"), kinds(stage));
        assertEquals(
                1,
                stage.store.recall("demo", Instant.MIN.plusSeconds(1)).visits().size());
    }

    @Test
    void whatWasToldIsOverAndStaysInTheJournal() {
        var stage = takingMessages(9);
        stage.loop.ask(leave());
        stage.loop.report(new Command.ConfirmMessage(MESSAGE, List.of(NURSE, NOBODY)));
        stage.executor.runAll();

        assertEquals(List.of("message-left: Where is the balcony?", "message-told: and=m@example.org"), kinds(stage));
        assertThat(stage.store.recall("demo", Instant.MIN.plusSeconds(1)).visits())
                .isEmpty();
    }

    @Test
    void whatCannotBeStoredHasFailedAndIsNotTriedAgain() {
        var stage = takingMessages(9);
        stage.store.isDown = true;

        var answer = stage.loop.ask(leave());
        stage.executor.runAll();

        assertTrue(answer.join().failed());
        stage.store.isDown = false;
        stage.now = stage.now.plusSeconds(2);
        stage.wake.run();
        stage.executor.runAll();
        assertEquals(List.of(), kinds(stage));
    }

    @Test
    void aFullMailboxTakesNoMore() {
        var stage = takingMessages(1);
        assertTrue(stage.loop.request(DeskStage.join(), "Romeo"));

        assertTrue(stage.loop.ask(leave()).join().failed());

        stage.executor.runAll();
        var later = stage.loop.ask(leave());
        stage.executor.runAll();
        assertFalse(later.join().failed());
    }

    @Test
    void anOrderThatThrowsFailsAlone() {
        var stage = takingMessages(9);
        var broken = stage.loop.ask(new Command.Depart(null));
        var sound = stage.loop.ask(leave());

        stage.executor.runAll();

        assertTrue(broken.join().failed());
        assertThat(sound.join().routed()).anyMatch(Event.MessageLeft.class::isInstance);
    }
}
