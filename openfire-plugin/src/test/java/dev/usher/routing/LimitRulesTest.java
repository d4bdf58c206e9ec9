package dev.usher.routing;

import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelFails;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many visits one customer, one network address and one queue may have, and where who is too many goes. */
class LimitRulesTest {
    private static final Address TOMB = person("romeo", "tomb");
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final ServiceQueue PADUA = VERONA.named("Padua");

    private static Stage limited(int perCustomer, int perOrigin) {
        return Stage.with(SETTINGS.withLimits(new Limits(2, perCustomer, perOrigin, 0)), NURSE)
                .having(away(NURSE));
    }

    private static Command joinFrom(String origin, Address customer) {
        return new Command.Join(new VisitId(customer.connection()), customer, ANSWERS, origin);
    }

    private static Command again(Address customer) {
        return joinFrom("", customer);
    }

    /** Nurse, who is away, and Friar, who is too, keep these queues open. */
    private static Stage queues(ServiceQueue... queues) {
        return Stage.with(SETTINGS.withQueues(queues), NURSE, FRIAR).having(away(NURSE), away(FRIAR));
    }

    private static String queueOf(Stage stage, Address customer) {
        return stage.state(customer).orElseThrow().queue();
    }

    private static boolean isTakenIn(List<Event> events) {
        return events.get(0) instanceof Event.Queued;
    }

    @Test
    void aCustomersVisitsCountInWhateverPhaseTheyAre() {
        var stage = limited(1, 50).having(online(NURSE), join(ROMEO));

        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(again(TOMB)));
        stage.having(accept(NURSE, ROMEO));
        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(again(TOMB)));
        stage.having(channelOpens(ROMEO), enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(again(TOMB)));
        stage.having(leaves(ROMEO, ROMEO));
        assertTrue(isTakenIn(stage.on(again(TOMB))));
    }

    @Test
    void aCustomerWhoAsksAgainOverTheSameConnectionIsNotOneMore() {
        var stage = limited(1, 1).having(joinFrom("192.0.2.1", ROMEO));

        assertEquals(
                List.of(
                        new Event.Rejoined(new VisitId(ROMEO.connection()), ROMEO, Optional.empty()),
                        new Event.Moved(new VisitId(ROMEO.connection()), ROMEO, 1, Optional.empty())),
                stage.on(joinFrom("192.0.2.1", ROMEO)));
    }

    @Test
    void aVisitThatIsTakenOverCountsForWhoHasItNow() {
        var stage = limited(1, 50).having(join(ROMEO), rejoin(ROMEO, JULIET));

        assertTrue(isTakenIn(stage.on(again(TOMB))));
        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(again(person("juliet", "balcony"))));
    }

    @Test
    void aNetworkAddressCountsAsLongAsItsVisitsLast() {
        var stage = limited(5, 1).having(joinFrom("192.0.2.1", ROMEO));

        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_ORIGIN)), stage.on(joinFrom("192.0.2.1", JULIET)));
        stage.having(vanishes(ROMEO));
        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_ORIGIN)), stage.on(joinFrom("192.0.2.1", JULIET)));
        stage.onTickAt(60);
        assertTrue(isTakenIn(stage.on(joinFrom("192.0.2.1", JULIET))));
    }

    @Test
    void theLimitOfTheCustomerIsNamedBeforeThatOfTheAddress() {
        var stage = limited(1, 1).having(joinFrom("192.0.2.1", ROMEO));

        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(joinFrom("192.0.2.1", TOMB)));
    }

    @Test
    void aHigherLimitHoldsAtOnceAndALowerOneSendsNobodyAway() {
        var stage = limited(1, 50).having(join(ROMEO));
        stage.having(new Command.Configure(SETTINGS.withLimits(new Limits(2, 2, 50, 0))), again(TOMB));
        assertEquals(2, stage.states().size());

        stage.having(new Command.Configure(
                SETTINGS.withQueues(ServiceQueue.of(SETTINGS.agents()).withCap(1, new Overflow.Closed()))));
        assertEquals(2, stage.states().size());
        assertEquals(List.of(refused(Refusal.FULL)), stage.on(join(JULIET)));
    }

    @Test
    void whoIsLookedForOnBehalfOfAnotherWorkgroupIsNotOneOfOurs() {
        var errand = new Errand(
                new VisitId("elsewhere"), "mantua", ROMEO, ANSWERS, at(0), Optional.empty(), Optional.empty());
        var stage = limited(1, 1).having(new Command.Run(errand));

        assertTrue(isTakenIn(stage.on(joinFrom("192.0.2.1", ROMEO))));
    }

    @Test
    void aLineCountsWhoIsOfferedMissedOrReferredAndNotWhoIsServed() {
        var stage = Stage.with(SETTINGS.withQueues(VERONA.withCap(2, new Overflow.Closed())), NURSE)
                .having(join(ROMEO), join(JULIET), vanishes(JULIET));

        assertEquals(List.of(refused(Refusal.FULL)), stage.on(join(TYBALT)));
        stage.having(accept(NURSE, ROMEO));
        assertTrue(isTakenIn(stage.on(join(TYBALT))));
    }

    @Test
    void whoComesBackIntoAFullLineKeepsThePlace() {
        var stage = Stage.with(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.Closed())), NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET), channelFails(ROMEO));

        assertEquals(
                List.of(ROMEO, JULIET),
                stage.states().stream()
                        .filter(state -> state.phase().inQueue())
                        .map(VisitState::customer)
                        .toList());
        assertEquals(List.of(refused(Refusal.FULL)), stage.on(join(TYBALT)));
    }

    @Test
    void whereTheNextQueueIsFullAsWellTheOneAfterItTakesOver() {
        var stage = queues(
                        VERONA.withCap(1, new Overflow.ToQueue("Mantua")),
                        MANTUA.withCap(1, new Overflow.ToQueue("Padua")),
                        PADUA)
                .having(join(ROMEO), join(JULIET), join(TYBALT));

        assertEquals(
                List.of(VERONA.name(), "Mantua", "Padua"),
                List.of(queueOf(stage, ROMEO), queueOf(stage, JULIET), queueOf(stage, TYBALT)));
    }

    @Test
    void theLastOfTheFullQueuesDecidesWhatBecomesOfTheCustomer() {
        var message = queues(
                VERONA.withCap(1, new Overflow.ToQueue("Mantua")), MANTUA.withCap(1, new Overflow.LeaveMessage()));
        assertEquals(
                List.of(refused(Refusal.LEAVE_MESSAGE)),
                message.having(join(ROMEO), join(JULIET)).on(join(TYBALT)));

        var elsewhere = queues(
                VERONA.withCap(1, new Overflow.ToQueue("Mantua")),
                MANTUA.withCap(1, new Overflow.ToWorkgroup("padua")));
        assertEquals(
                List.of(queued(TYBALT), referred(TYBALT, "padua")),
                elsewhere.having(join(ROMEO), join(JULIET)).handle(join(TYBALT)).stream()
                        .filter(Event.OfVisit.class::isInstance)
                        .map(event -> Told.plainly(List.of(event)).get(0))
                        .toList());
    }

    @Test
    void aQueueThatOverflowsIntoItselfOrIntoNothingIsJustFull() {
        for (var where : List.of(VERONA.name(), "Nowhere")) {
            var stage = queues(VERONA.withCap(1, new Overflow.ToQueue(where)));
            assertEquals(
                    List.of(refused(Refusal.FULL)), stage.having(join(ROMEO)).on(join(JULIET)));
        }
    }

    @Test
    void aCircleOfThreeQueuesSendsAwayAndTakesInAgainWhenOneHasRoom() {
        var stage = queues(
                        VERONA.withCap(1, new Overflow.ToQueue("Mantua")),
                        MANTUA.withCap(1, new Overflow.ToQueue("Padua")),
                        PADUA.withCap(1, new Overflow.ToQueue(VERONA.name())))
                .having(join(ROMEO), join(JULIET), join(TYBALT));
        assertEquals(List.of(refused(Refusal.FULL)), stage.on(again(TOMB)));
        assertEquals(ServiceState.FULL, stage.state());

        stage.having(depart(JULIET), again(TOMB));

        assertEquals("Mantua", stage.states().get(2).queue());
    }

    @Test
    void aQueueThatNobodyStaffsIsPassedOverInACircle() {
        var stage = Stage.with(
                        SETTINGS.withQueues(
                                VERONA.withCap(1, new Overflow.ToQueue("Mantua")),
                                MANTUA.withCap(0, new Overflow.ToQueue("Padua")),
                                PADUA),
                        NURSE)
                .having(away(NURSE), join(ROMEO), join(JULIET));

        assertEquals("Padua", queueOf(stage, JULIET));
    }
}
