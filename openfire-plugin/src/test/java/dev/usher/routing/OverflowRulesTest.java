package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.cameBack;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.overflowed;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.stayed;
import static dev.usher.routing.Outcomes.unseated;
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
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a customer goes who has waited too long, when there is anywhere to go, and only while nobody is asked. */
class OverflowRulesTest {
    private static final Duration WAIT = Duration.ofSeconds(90);
    private static final String FIRST = ServiceQueue.DEFAULT_NAME;
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");

    private static final RoutingRule TO_MANTUA = new RoutingRule(
            List.of(new RoutingRule.Condition("city", RoutingRule.Test.GIVEN, "")), Optional.of("Mantua"), Map.of(), 0);

    private static Command joinMantua(Address customer) {
        return new Command.Join(visit(customer), customer, Map.of("city", List.of("Mantua")), "");
    }

    /** Nurse and Friar are online and away; Romeo waits in the first of these queues since ten. */
    private static Stage waiting(ServiceQueue... queues) {
        return Stage.with(SETTINGS.withQueues(queues).withRules(TO_MANTUA), NURSE, FRIAR)
                .having(away(NURSE), away(FRIAR), join(ROMEO));
    }

    private static ServiceQueue impatient(Overflow then) {
        return VERONA.withRequestTimeout(WAIT, then);
    }

    private static QueueView view(String queue, boolean open, Address... customers) {
        var view = queueOf(customers);
        return new QueueView(queue, open, view.length(), view.head());
    }

    @Test
    void whoHasWaitedTooLongGoesOnToTheOtherQueue() {
        var stage = waiting(impatient(new Overflow.ToQueue("Mantua")), MANTUA);

        assertEquals(List.of(), stage.onTickAt(89));
        assertEquals(
                List.of(
                        overflowed(ROMEO, FIRST, "Mantua"),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE), view(FIRST, true)),
                        changed(List.of(FRIAR), view("Mantua", true, ROMEO))),
                stage.onTickAt(90));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void whoGoesOnStandsWhereTheTimeOfArrivalSays() {
        var stage = waiting(impatient(new Overflow.ToQueue("Mantua")), MANTUA)
                .having(joinMantua(JULIET))
                .later(80)
                .having(online(FRIAR), join(TYBALT));

        assertEquals(
                List.of(
                        overflowed(ROMEO, FIRST, "Mantua"),
                        moved(TYBALT, 1),
                        moved(ROMEO, 1),
                        moved(JULIET, 2),
                        changed(List.of(NURSE), new QueueView(FIRST, true, 1, since(80, TYBALT))),
                        changed(List.of(FRIAR), view("Mantua", true, ROMEO, JULIET))),
                stage.onTickAt(90));
        assertEquals(List.of(rejected(JULIET, FRIAR), offered(ROMEO, FRIAR, 110)), stage.on(reject(FRIAR, JULIET)));
    }

    private static List<QueueView.Waiting> since(int second, Address customer) {
        return List.of(new QueueView.Waiting(customer, at(second)));
    }

    @Test
    void whoHasWaitedTooLongInBothQueuesWaitsOnInTheSecond() {
        var stage = waiting(
                impatient(new Overflow.ToQueue("Mantua")),
                MANTUA.withRequestTimeout(WAIT, new Overflow.ToQueue(FIRST)));
        stage.onTickAt(90);

        assertEquals(List.of(), stage.onTickAt(1_000));
        assertEquals("Mantua", stage.state(ROMEO).orElseThrow().queue());
    }

    @Test
    void theTimeInTheSecondQueueBeginsThere() {
        var stage = waiting(
                impatient(new Overflow.ToQueue("Mantua")),
                MANTUA.withRequestTimeout(Duration.ofSeconds(30), new Overflow.LeaveMessage()));
        stage.onTickAt(90);

        assertEquals(List.of(), stage.onTickAt(119));
        assertEquals(
                List.of(departed(ROMEO, DepartReason.LEAVE_MESSAGE), changed(List.of(FRIAR), view("Mantua", true))),
                stage.onTickAt(120));
    }

    @Test
    void whereTheOtherQueueIsFullTheCustomerStays() {
        var stage = waiting(impatient(new Overflow.ToQueue("Mantua")), MANTUA.withCap(1, new Overflow.Closed()))
                .having(joinMantua(JULIET));

        assertEquals(List.of(stayed(ROMEO, "Mantua")), stage.onTickAt(90));
        stage.having(depart(JULIET));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whereNobodyServesTheOtherQueueTheCustomerStays() {
        var stage = waiting(impatient(new Overflow.ToQueue("Mantua")), MANTUA).having(offline(FRIAR));

        assertEquals(List.of(stayed(ROMEO, "Mantua")), stage.onTickAt(90));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whereTheOtherQueueIsNotThereTheCustomerStays() {
        var stage = waiting(impatient(new Overflow.ToQueue("Padua")), MANTUA);

        assertEquals(List.of(stayed(ROMEO, "Padua")), stage.onTickAt(90));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void whoHasWaitedTooLongIsSentAwayOrAskedForAMessage() {
        assertEquals(
                List.of(departed(ROMEO, DepartReason.NO_AGENT), changed(List.of(NURSE), queueOf())),
                waiting(impatient(new Overflow.Closed())).onTickAt(90));
        assertEquals(
                List.of(departed(ROMEO, DepartReason.LEAVE_MESSAGE), changed(List.of(NURSE), queueOf())),
                waiting(impatient(new Overflow.LeaveMessage())).onTickAt(90));
    }

    @Test
    void whoHasWaitedTooLongIsReferredOnceAndWaitsOnWhenNobodyIsFoundThere() {
        var stage = waiting(impatient(new Overflow.ToWorkgroup("mantua")));

        assertEquals(List.of(referred(ROMEO, "mantua")), stage.onTickAt(90));
        assertEquals(List.of(), stage.onTickAt(500));
        assertEquals(List.of(cameBack(ROMEO, "mantua")), stage.on(new Command.Decline(visit(ROMEO), "mantua")));
        assertEquals(List.of(), stage.onTickAt(5_000));
        assertEquals(
                List.of(attended(NURSE, true, queueOf(ROMEO)), offered(ROMEO, NURSE, 5_020)), stage.on(online(NURSE)));
    }

    @Test
    void whoeverMayStillSayYesIsWaitedFor() {
        var stage = Stage.with(SETTINGS.withQueues(impatient(new Overflow.Closed())), NURSE)
                .later(0)
                .having(away(NURSE), join(ROMEO))
                .later(85)
                .having(online(NURSE));

        assertEquals(List.of(), stage.onTickAt(104));
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        changed(List.of(NURSE), queueOf())),
                stage.onTickAt(105));
    }

    @Test
    void whoSaysYesAfterTheTimeIsOverHasTheCustomer() {
        var stage = Stage.with(SETTINGS.withQueues(impatient(new Overflow.Closed())), NURSE)
                .having(away(NURSE), join(ROMEO))
                .later(85)
                .having(online(NURSE));
        stage.onTickAt(100);

        assertEquals(List.of(seated(ROMEO, NURSE), changed(List.of(NURSE), queueOf())), stage.on(accept(NURSE, ROMEO)));
        assertEquals(
                List.of(unseated(ROMEO, NURSE)), stage.on(channelFails(ROMEO)).subList(1, 2));
        assertEquals(List.of(), stage.onTickAt(129)); // the time in the queue begins anew
    }

    @Test
    void whoIsMissedIsNotSentOnMeanwhile() {
        var stage = waiting(impatient(new Overflow.ToQueue("Mantua")), MANTUA)
                .later(80)
                .having(vanishes(ROMEO));

        assertEquals(List.of(), stage.onTickAt(100));
        assertEquals(
                List.of(rejoined(ROMEO, ROMEO), overflowed(ROMEO, FIRST, "Mantua")),
                stage.on(rejoin(ROMEO, ROMEO)).subList(0, 2));
    }

    @Test
    void aTimeOutThatTheAdminSetsCountsForWhoWaitsAlready() {
        var stage = waiting(VERONA).later(100);

        assertEquals(
                List.of(departed(ROMEO, DepartReason.NO_AGENT), changed(List.of(NURSE), queueOf())),
                stage.on(new Command.Configure(SETTINGS.withQueues(impatient(new Overflow.Closed())))));
    }

    @Test
    void whoWasNotTakenInOneOtherWorkgroupIsReferredToTheNext() {
        var settings = SETTINGS.withQueues(impatient(new Overflow.ToWorkgroup("mantua")))
                .withHours(OpeningHours.always(), new Overflow.ToWorkgroup("padua"));
        var stage = Stage.with(settings).having(join(ROMEO), online(NURSE), away(NURSE));
        assertEquals(List.of(cameBack(ROMEO, "padua")), stage.on(new Command.Decline(visit(ROMEO), "padua")));

        assertEquals(List.of(referred(ROMEO, "mantua")), stage.onTickAt(90));
    }
}
