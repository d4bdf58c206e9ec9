package dev.usher.routing;

import static dev.usher.routing.Outcomes.departed;
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
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is let in, and where who cannot be served goes. */
class EntryRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");

    private static Command joinFrom(Address customer, String origin) {
        return new Command.Join(visit(customer), customer, ANSWERS, origin);
    }

    private static String queueOf(Stage stage, Address customer) {
        return stage.state(customer).orElseThrow().queue();
    }

    @Test
    void oneCustomerHasSoManyVisitsAndNoMore() {
        var stage = Stage.with(SETTINGS.withLimits(new Limits(1, 2, 50, 0)), NURSE)
                .having(join(ROMEO))
                .having(new Command.Join(new VisitId("2"), Stage.person("romeo", "street"), ANSWERS, ""));
        var third = new Command.Join(new VisitId("3"), Stage.person("romeo", "tomb"), ANSWERS, "");

        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_CUSTOMER)), stage.on(third));
        assertEquals(
                1,
                stage.having(depart(ROMEO)).on(third).stream()
                        .filter(Event.Queued.class::isInstance)
                        .count());
    }

    @Test
    void fromOneNetworkAddressComeSoManyAndNoMore() {
        var stage = Stage.with(SETTINGS.withLimits(new Limits(1, 2, 2, 0)), NURSE)
                .having(joinFrom(ROMEO, "192.0.2.1"), joinFrom(JULIET, "192.0.2.1"));

        assertEquals(List.of(refused(Refusal.TOO_MANY_OF_ORIGIN)), stage.on(joinFrom(TYBALT, "192.0.2.1")));
        assertEquals(
                Event.Queued.class,
                stage.on(joinFrom(TYBALT, "192.0.2.2")).get(0).getClass());
    }

    @Test
    void whereTheAddressIsNotKnownItDoesNotCount() {
        var stage =
                Stage.with(SETTINGS.withLimits(new Limits(1, 2, 1, 0)), NURSE).having(join(ROMEO));

        assertEquals(Event.Queued.class, stage.on(join(JULIET)).get(0).getClass());
    }

    @Test
    void aFullQueueSendsAwayOrAsksForAMessage() {
        var closed = Stage.with(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.Closed())), NURSE);
        assertEquals(List.of(refused(Refusal.FULL)), closed.having(join(ROMEO)).on(join(JULIET)));
        assertEquals(ServiceState.FULL, closed.state());

        var message = Stage.with(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.LeaveMessage())), NURSE);
        assertEquals(
                List.of(refused(Refusal.LEAVE_MESSAGE)),
                message.having(join(ROMEO)).on(join(JULIET)));
    }

    @Test
    void aFullQueueOverflowsIntoAnother() {
        var settings = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToQueue("Mantua")), MANTUA);
        var stage = Stage.with(settings, NURSE, FRIAR).having(join(ROMEO), join(JULIET));

        assertEquals("Mantua", queueOf(stage, JULIET));
        assertEquals(FRIAR, stage.state(JULIET).orElseThrow().offers().get(FRIAR.user()));
    }

    @Test
    void aQueueThatNobodyStaffsOverflowsToo() {
        var settings = SETTINGS.withQueues(MANTUA.withCap(0, new Overflow.ToQueue(VERONA.name())), VERONA);
        var stage = Stage.with(settings, NURSE).having(join(ROMEO));

        assertEquals(VERONA.name(), queueOf(stage, ROMEO));
    }

    @Test
    void aCircleOfFullQueuesSendsAway() {
        var settings = SETTINGS.withQueues(
                VERONA.withCap(1, new Overflow.ToQueue("Mantua")),
                MANTUA.withCap(1, new Overflow.ToQueue(VERONA.name())));
        var stage = Stage.with(settings, NURSE, FRIAR).having(join(ROMEO), join(JULIET));

        assertEquals(List.of(refused(Refusal.FULL)), stage.on(join(TYBALT)));
    }

    @Test
    void whoHasWaitedTooLongGoesOnWithTheTimeOfArrival() {
        var settings = SETTINGS.withQueues(
                VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.ToQueue("Mantua")), MANTUA);
        var stage = Stage.with(settings, NURSE, FRIAR).having(away(NURSE), away(FRIAR), join(ROMEO));

        assertEquals(List.of(), stage.onTickAt(89));
        assertEquals(
                new Event.Overflowed(visit(ROMEO), VERONA.name(), "Mantua"),
                stage.onTickAt(90).get(0));
        assertEquals(at(0), stage.state(ROMEO).orElseThrow().placed().since());
    }

    @Test
    void whereNobodyCanBeGoneToOneStays() {
        var settings = SETTINGS.withQueues(
                VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.ToQueue("Mantua")), MANTUA);
        var stage = Stage.with(settings, NURSE).having(away(NURSE), join(ROMEO));

        assertEquals(List.of(new Event.Stayed(visit(ROMEO), "Mantua")), stage.onTickAt(90));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whoHasWaitedTooLongIsAskedForAMessageOrSentAway() {
        var message =
                SETTINGS.withQueues(VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.LeaveMessage()));
        assertEquals(
                departed(ROMEO, DepartReason.LEAVE_MESSAGE),
                Stage.with(message, NURSE)
                        .having(away(NURSE), join(ROMEO))
                        .onTickAt(90)
                        .get(0));

        var closed = SETTINGS.withQueues(VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.Closed()));
        assertEquals(
                departed(ROMEO, DepartReason.NO_AGENT),
                Stage.with(closed, NURSE)
                        .having(away(NURSE), join(ROMEO))
                        .onTickAt(90)
                        .get(0));
    }

    @Test
    void whoIsBeingOfferedIsNotTakenAwayFromTheAgentWhoLooks() {
        var settings = SETTINGS.withQueues(VERONA.withRequestTimeout(Duration.ofSeconds(10), new Overflow.Closed()));
        var stage = Stage.with(settings, NURSE).having(join(ROMEO));

        assertEquals(List.of(), stage.onTickAt(19));
        assertEquals(
                Optional.empty(),
                stage.having(accept(NURSE, ROMEO)).state(ROMEO).orElseThrow().returnBy());
    }

    @Test
    void outsideOfTheHoursNobodyIsLetInAndWhoWaitsIsServed() {
        var tenToNoon = new OpeningHours(
                ZoneOffset.UTC,
                Map.of(DayOfWeek.THURSDAY, List.of(new OpeningHours.Hours(LocalTime.of(10, 0), LocalTime.of(10, 1)))),
                Map.of());
        var settings = Stage.settings(1).withHours(tenToNoon, new Overflow.LeaveMessage());
        var stage = Stage.with(settings, NURSE).having(join(ROMEO), join(JULIET));
        assertEquals(ServiceState.OPEN, stage.state());

        stage.later(60);
        assertEquals(
                List.of(refused(Refusal.LEAVE_MESSAGE)), stage.on(join(TYBALT)).subList(0, 1));
        assertEquals(ServiceState.CLOSED, stage.state());
        assertEquals(true, stage.state(JULIET).orElseThrow().phase().inQueue());
    }

    @Test
    void outsideOfTheHoursAndWithoutAgentsTheReasonsDiffer() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());
        var closed = Stage.with(SETTINGS.withHours(never, new Overflow.Closed()), NURSE);
        assertEquals(List.of(refused(Refusal.OUTSIDE_HOURS)), closed.on(join(ROMEO)));

        assertEquals(
                List.of(refused(Refusal.CLOSED)),
                Stage.with(NURSE).having(offline(NURSE)).on(join(ROMEO)));
    }

    @Test
    void openingIsToldWhenItsTimeComes() {
        var fromFiveSeconds = new OpeningHours(
                ZoneOffset.UTC,
                Map.of(DayOfWeek.THURSDAY, List.of(new OpeningHours.Hours(LocalTime.of(10, 0, 5), LocalTime.MIDNIGHT))),
                Map.of());
        var stage = Stage.with(SETTINGS.withHours(fromFiveSeconds, new Overflow.Closed()), NURSE);

        assertEquals(Optional.of(at(5)), stage.nextDeadline());
        stage.later(5);
        assertEquals(
                List.of(new Event.StateChanged(ServiceState.OPEN)),
                stage.handle(new Command.Tick()).stream()
                        .filter(Event.StateChanged.class::isInstance)
                        .toList());
    }

    @Test
    void aClockThatIsSetBackEndsNothingTwiceAndNothingEarly() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO)).later(20);
        stage.onTickAt(20);

        assertEquals(List.of(), stage.onTickAt(-3_600));
        assertEquals(List.of(), stage.onTickAt(39));
        assertEquals(List.of(Outcomes.revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT)), stage.onTickAt(40));
    }
}
