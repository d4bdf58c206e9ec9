package dev.usher.desk;

import static dev.usher.desk.DeskStage.NURSE;
import static dev.usher.desk.DeskStage.VISIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.Logs;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents write down is in the journal, and what they write down again is not in it twice. */
class DeskNotesTest {
    private final DeskStage stage = new DeskStage(100);

    private static Order note(String text) {
        return new Order.Route(new Command.Annotate(VISIT, NURSE, Annotation.NOTE, text));
    }

    private List<String> written(String kind) {
        return stage.store.memory.journal(VISIT, 0, 100).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(VisitStore.Entry::what)
                .toList();
    }

    @Test
    void theSameNoteTwiceInARowIsOneLineAndTheSameTagIsTwo() {
        stage.inTheChannel();
        for (var text : List.of("In love.", "In love.", "Sad.", "Sad.", "In love.")) {
            stage.loop.request(note(text), text);
            stage.loop.report(new Command.Annotate(VISIT, NURSE, Annotation.TAG, "love"));
        }
        stage.executor.runAll();

        assertEquals(List.of("In love.", "Sad.", "In love."), written("note"));
        assertEquals(List.of("love", "love", "love", "love", "love"), written("tag"));
    }

    @Test
    void aNoteThatCouldNotBeStoredIsWrittenWhenItComesAgain() {
        stage.inTheChannel();
        stage.store.isDown = true;
        stage.loop.request(note("In love."), "first");
        Logs.during(stage.executor::runAll);
        stage.store.isDown = false;
        stage.now = stage.wakeAt;
        stage.wake.run();
        stage.executor.runAll();

        stage.loop.request(note("In love."), "second");
        stage.executor.runAll();

        assertEquals(List.of("In love."), written("note"));
    }
}
