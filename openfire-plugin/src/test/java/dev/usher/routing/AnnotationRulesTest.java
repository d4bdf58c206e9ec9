package dev.usher.routing;

import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
