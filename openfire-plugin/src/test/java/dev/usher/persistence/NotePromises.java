package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.since;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitArchive.Noted;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has served in a visit may write something down about it afterwards. */
interface NotePromises extends Promises {
    private Noted note(String workgroup, String visit, Address by, String text) {
        return archive().annotate(workgroup, new VisitId(visit), by, text, NOON.plusSeconds(60));
    }

    private List<Entry> notes() {
        return archive().lines(new VisitId("v"), JournalPart.NOTES, 999, 99_999).entries();
    }

    private List<String> texts() {
        return notes().stream().map(Entry::what).toList();
    }

    /** Nurse and Friar have served in it. */
    private void nurseAndFriarServeRomeo() {
        var entries = List.of(
                entry("v", 1, 1, "agent-entered", NURSE, ""),
                entry("v", 2, 2, "agent-entered", FRIAR, ""),
                entry("v", 3, 3, "note", NURSE, "In love."));
        var visit = new Kept(since("v", 0, ROMEO, Map.of()).state(), 3, 0);
        store().keep("sales", new Changes(List.of(visit), List.of(), List.of(), entries, List.of(), List.of()));
    }

    private void itIsOver() {
        over("sales", new Kept(since("v", 0, ROMEO, Map.of()).state(), 3, 0), NOON.plusSeconds(30));
    }

    @Test
    default void aNoteAfterwardsIsTheNextEntry() {
        nurseAndFriarServeRomeo();
        itIsOver();

        assertEquals(Noted.KEPT, note("sales", "v", NURSE, "He came back."));
        assertEquals(Noted.KEPT, note("sales", "v", FRIAR, "For good."));

        assertEquals(
                List.of(
                        entry("v", 3, 3, "note", NURSE, "In love."),
                        entry("v", 4, 60, "note", NURSE, "He came back."),
                        entry("v", 5, 60, "note", FRIAR, "For good.")),
                notes());
        assertEquals(List.of(), recall("sales").visits());
    }

    @Test
    default void whatAnAgentWroteLastIsKeptOnce() {
        nurseAndFriarServeRomeo();
        itIsOver();

        assertEquals(Noted.KEPT, note("sales", "v", NURSE, "In love."));
        assertEquals(Noted.KEPT, note("sales", "v", FRIAR, "In love."));
        assertEquals(Noted.KEPT, note("sales", "v", NURSE, "In love."));
        assertEquals(Noted.KEPT, note("sales", "v", NURSE, "Sad."));
        assertEquals(Noted.KEPT, note("sales", "v", NURSE, "In love."));

        assertEquals(List.of("In love.", "In love.", "Sad.", "In love."), texts());
        assertEquals(List.of(3, 4, 5, 6), notes().stream().map(Entry::number).toList());
    }

    @Test
    default void aVisitThatGoesOnIsItsDesksToWriteAbout() {
        nurseAndFriarServeRomeo();

        assertEquals(Noted.STILL_ON, note("sales", "v", NURSE, "He came back."));

        assertEquals(List.of("In love."), texts());
    }

    @Test
    default void nobodyElseWritesAnythingDown() {
        nurseAndFriarServeRomeo();
        itIsOver();
        var peter = new Address("peter@example.org", NURSE.connection());

        assertEquals(Noted.NOT_THEIRS, note("sales", "v", peter, "x"));
        assertEquals(Noted.NOT_THEIRS, note("sales", "v", ROMEO, "x"));
        assertEquals(Noted.NOT_THEIRS, note("support", "v", NURSE, "x"));
        assertEquals(Noted.NOT_THEIRS, note("sales", "w", NURSE, "x"));
        assertEquals(Noted.NOT_THEIRS, note("sales", "v".repeat(256), NURSE, "x"));

        assertEquals(List.of("In love."), texts());
    }

    @Test
    default void notesAtTheSameTimeAreNumberedWithoutAGap() throws Exception {
        nurseAndFriarServeRomeo();
        itIsOver();
        var agents = List.of(NURSE, FRIAR);
        var together = new CyclicBarrier(agents.size());
        var threads = Executors.newFixedThreadPool(agents.size());
        var done = new ArrayList<Future<?>>();
        for (var agent : agents) {
            done.add(threads.submit(() -> {
                together.await();
                for (int i = 0; i < 10; i++) {
                    assertEquals(Noted.KEPT, note("sales", "v", agent, agent.user() + i));
                }
                return null;
            }));
        }
        threads.shutdown();
        for (var each : done) {
            each.get();
        }

        assertEquals(
                IntStream.rangeClosed(3, 23).boxed().toList(),
                notes().stream().map(Entry::number).toList());
    }
}
