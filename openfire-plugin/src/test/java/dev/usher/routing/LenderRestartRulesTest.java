package dev.usher.routing;

import static dev.usher.routing.Outcomes.calledBack;
import static dev.usher.routing.Outcomes.lent;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.recalled;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A workgroup that lends its agents starts again, and has forgotten to whom: nobody waits for it in vain. */
class LenderRestartRulesTest {
    private static final Settings VERONA =
            SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user())).withCap(1, new Overflow.ToWorkgroup("mantua")));
    /** Friar serves one at a time. */
    private static final Settings MANTUA =
            SETTINGS.withQueues(ServiceQueue.of(Set.of(FRIAR.user()))).withLimits(new Limits(1, 5, 50, 0));

    /** Juliet waits for Nurse, and Mantua is asked for an agent for Romeo. */
    private static TwoWorkgroups asked() {
        return new TwoWorkgroups(VERONA, MANTUA)
                .on("verona", online(NURSE), join(JULIET))
                .on("mantua", online(FRIAR))
                .on("verona", join(ROMEO))
                .fromHereOn();
    }

    private static TwoWorkgroups together() {
        return asked().on("mantua", accept(FRIAR, ROMEO))
                .on("verona", channelOpens(ROMEO), enters(ROMEO, FRIAR), enters(ROMEO, ROMEO))
                .fromHereOn();
    }

    @Test
    void whoWaitsForAnAgentFromThereIsLookedForAgain() {
        var two = asked().restart("mantua", FRIAR);

        two.on("mantua", accept(FRIAR, ROMEO));

        assertEquals(
                FRIAR, two.state("verona", ROMEO).orElseThrow().seats().get(0).agent());
    }

    @Test
    void whereNobodyIsThereAnyMoreTheCustomerWaitsAtHome() {
        var two = asked().restart("mantua");

        assertEquals(Phase.WAITING, two.state("verona", ROMEO).orElseThrow().phase());
    }

    @Test
    void whoIsNotMeantIsNotAskedAgain() {
        var two = asked().on("verona", new Command.AskAgain("padua"));

        assertEquals(List.of(), two.heard("verona"));
    }

    @Test
    void whoSitsInAVisitElsewhereIsNotAskedForAnother() {
        var two = together().restart("mantua", FRIAR);

        assertEquals(List.of(Told.plainly(List.of(lent(ROMEO, "verona", FRIAR))).get(0)), lendings(two));
        two.on("mantua", join(TYBALT));
        assertFalse(isOffered(two.heard("mantua"), TYBALT));
    }

    @Test
    void whoSitsInAVisitElsewhereIsFreeWhenItIsOver() {
        var two = together().restart("mantua", FRIAR).on("mantua", join(TYBALT)).fromHereOn();

        two.on("verona", leaves(ROMEO, ROMEO));

        assertTrue(two.heard("verona").contains(recalled(ROMEO, "mantua")));
        assertEquals(List.of(calledBack(ROMEO, "verona"), offered(TYBALT, FRIAR, 20)), two.heard("mantua"));
    }

    @Test
    void theVisitGoesOnUndisturbed() {
        var two = together().restart("mantua", FRIAR);

        assertEquals(List.of(still(FRIAR)), two.heard("verona"));
        assertEquals(Phase.OPEN, two.state("verona", ROMEO).orElseThrow().phase());
    }

    @Test
    void whoIsNoAgentAnyMoreIsNotCounted() {
        var mantua = new Workgroup(SETTINGS);

        assertEquals(
                List.of(),
                Told.plainly(mantua.handle(
                        new Command.KeepLent(errand(), new Address("x@example.org", "x@example.org/y")), Stage.TEN)));
        assertEquals(Optional.empty(), mantua.state(visit(ROMEO)));
    }

    private static Event still(Address agent) {
        return new Event.StillLent(errand(), "mantua", agent);
    }

    private static Errand errand() {
        return new Errand(visit(ROMEO), "", ROMEO, Stage.ANSWERS, Stage.TEN, Optional.empty(), Optional.empty());
    }

    private static List<Event> lendings(TwoWorkgroups two) {
        return two.heard("mantua").stream().filter(Event.Lent.class::isInstance).toList();
    }

    private static boolean isOffered(List<Event> events, Address customer) {
        return events.stream()
                .anyMatch(event -> event instanceof Event.Offered offered
                        && offered.customer().equals(customer));
    }
}
