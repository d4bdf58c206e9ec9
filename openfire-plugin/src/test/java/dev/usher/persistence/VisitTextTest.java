package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.StoreException;
import dev.usher.routing.Phase;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTextTest {
    private static final VisitState WAITING = Example.waiting("v", 1).state();

    @Provide
    Arbitrary<VisitState> visits() {
        return VisitStates.any();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aVisitIsReadAsItWasWritten(@ForAll("visits") VisitState visit) {
        var read = VisitText.read(visit.id(), VisitText.answers(visit), VisitText.state(visit));

        assertEquals(visit, read);
        // Maps are equal in whatever order; the form keeps the one in which it was filled in.
        assertEquals(visit.toString(), read.toString());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itIsPlainAscii(@ForAll("visits") VisitState visit) {
        assertTrue((VisitText.answers(visit) + VisitText.state(visit)).matches("[\\x21-\\x7E]*"));
    }

    @Test
    void aFormIsReadableInTheTable() {
        var answers = Map.of("question", List.of("Where is Juliet?", "And when?"));
        var visit = Example.kept("v", 1, Example.ROMEO, Phase.WAITING, answers).state();

        assertEquals("question=Where+is+Juliet%3F&question=And+when%3F", VisitText.answers(visit));
    }

    @Test
    void whatANewerVersionAddedIsSkipped() {
        var newer = "mood=calm&" + VisitText.state(WAITING) + "&weather=fair&none!";

        assertEquals(WAITING, VisitText.read(WAITING.id(), VisitText.answers(WAITING), newer));
    }

    @Test
    void whatAnOlderVersionDidNotKnowIsEmpty() {
        var state = Fields.read(VisitText.state(WAITING));
        var needed = new Fields();
        for (var name : List.of("customer", "phase", "queue", "placed")) {
            needed.addAll(name, state.all(name));
        }

        var read = VisitText.read(WAITING.id(), "", needed.text());

        assertEquals(WAITING.customer(), read.customer());
        assertEquals(WAITING.placed().since(), read.queuedAt());
        assertEquals(Map.of(), read.placed().answers());
        assertFalse(read.customerEntered());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "customer=romeo",
                "customer=a&customer=b&phase=DANCING&queue=q&placed=",
                "customer=a&customer=b&phase=WAITING&queue=%zz",
                "customer=a&customer=b&phase=OPEN&queue=q&placed=since%3Dyesterday%26number%3D1%26queue%3Dq"
            })
    void whatCannotBeUnderstoodIsSaidWithTheVisitsName(String state) {
        var refusal = assertThrows(StoreException.class, () -> VisitText.read(new VisitId("v-42"), "", state));

        assertTrue(refusal.getMessage().contains("v-42"));
    }
}
