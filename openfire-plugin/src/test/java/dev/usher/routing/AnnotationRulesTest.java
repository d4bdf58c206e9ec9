package dev.usher.routing;

import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an agent may do with a visit by a word: write something down, and end it. */
class AnnotationRulesTest {
    private static Stage together() {
        return Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    private static Command note(Address by) {
        return new Command.Annotate(visit(ROMEO), by, Annotation.NOTE, "In love.");
    }

    private static Command end(Address by) {
        return new Command.End(visit(ROMEO), by);
    }

    @Test
    void theAgentOfTheVisitWritesSomethingDown() {
        assertEquals(
                List.of(new Event.Annotated(visit(ROMEO), NURSE, Annotation.NOTE, "In love.")),
                together().on(note(NURSE)));
    }

    private static Command lateNote(Address by) {
        return new Command.Annotate(visit(ROMEO), by, Annotation.NOTE, "In love.", true);
    }

    @Test
    void whoIsKnownToHaveServedWritesAboutAVisitInWhoseverHandsItIs() {
        var written = List.of(new Event.Annotated(visit(ROMEO), FRIAR, Annotation.NOTE, "In love."));

        assertEquals(written, together().on(lateNote(FRIAR)));
        assertEquals(written, Stage.with(NURSE).having(join(ROMEO)).on(lateNote(FRIAR)));
    }

    @Test
    void whatIsOverOrAnothersIsNotOursToWriteAbout() {
        var over = together().having(end(NURSE));
        assertEquals(List.of(refused(Refusal.NO_VISIT)), over.on(lateNote(NURSE)));

        var two = new TwoWorkgroups(SETTINGS.withQueues(
                ServiceQueue.of(Set.of(NURSE.user())).withCap(1, new Overflow.ToWorkgroup("mantua"))));
        two.on("verona", online(NURSE), join(JULIET));
        two.on("mantua", online(FRIAR));
        two.on("verona", join(ROMEO)).fromHereOn();
        assertEquals(
                List.of(refused(Refusal.NO_VISIT)),
                two.on("mantua", lateNote(FRIAR)).heard("mantua"));
    }

    @Test
    void theAgentOfTheVisitEndsIt() {
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), together().on(end(NURSE)));
    }

    @Test
    void nobodyElseDoes() {
        for (var other : List.of(FRIAR, ROMEO)) {
            assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), together().on(note(other)));
            assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), together().on(end(other)));
        }
    }

    @Test
    void whatIsNotThereIsNotWrittenAboutOrEnded() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), stage.on(note(NURSE)));
        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), stage.on(end(NURSE)));
    }
}
