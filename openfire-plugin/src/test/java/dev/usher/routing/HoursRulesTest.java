package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.declined;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.offeredFor;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What opening and closing mean for who comes, who waits and who watches. */
class HoursRulesTest {
    private static final LocalTime TEN_O_CLOCK = LocalTime.of(10, 0);

    /** Open on the Thursday on which all the tests play, from and to so many seconds after ten. */
    private static OpeningHours open(int fromSecond, int toSecond) {
        var hours = new OpeningHours.Hours(TEN_O_CLOCK.plusSeconds(fromSecond), TEN_O_CLOCK.plusSeconds(toSecond));
        return new OpeningHours(ZoneOffset.UTC, Map.of(DayOfWeek.THURSDAY, List.of(hours)), Map.of());
    }

    private static Settings settings(OpeningHours hours, Overflow then) {
        return SETTINGS.withHours(hours, then);
    }

    private static QueueView closed(Address... customers) {
        var view = queueOf(customers);
        return new QueueView(view.name(), false, view.length(), view.head());
    }

    private static Event state(ServiceState state) {
        return new Event.StateChanged(state);
    }

    @Test
    void whoComesOutsideOfTheHoursIsSentAwayOrAskedForAMessage() {
        assertEquals(
                List.of(refused(Refusal.OUTSIDE_HOURS)),
                Stage.with(settings(open(60, 120), new Overflow.Closed()), NURSE)
                        .on(join(ROMEO)));
        assertEquals(
                List.of(refused(Refusal.LEAVE_MESSAGE)),
                Stage.with(settings(open(60, 120), new Overflow.LeaveMessage()), NURSE)
                        .on(join(ROMEO)));
    }

    @Test
    void anotherQueueIsNoWayAroundTheHours() {
        var elsewhere = new Overflow.ToQueue(ServiceQueue.DEFAULT_NAME);

        assertEquals(
                List.of(refused(Refusal.OUTSIDE_HOURS)),
                Stage.with(settings(open(60, 120), elsewhere), NURSE).on(join(ROMEO)));
    }

    @Test
    void anotherWorkgroupLooksAfterWhoComesOutsideOfTheHours() {
        assertEquals(
                List.of(
                        queued(ROMEO),
                        referred(ROMEO, "night"),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE), closed(ROMEO))),
                Stage.with(settings(open(60, 120), new Overflow.ToWorkgroup("night")), NURSE)
                        .on(join(ROMEO)));
    }

    @Test
    void whoComesWhileNobodyIsThereIsTreatedTheSame() {
        var during = settings(open(-60, 120), new Overflow.LeaveMessage());

        assertEquals(List.of(refused(Refusal.LEAVE_MESSAGE)), new Stage(during).on(join(ROMEO)));
        var night = settings(open(-60, 120), new Overflow.ToWorkgroup("night"));
        assertEquals(
                List.of(queued(ROMEO), referred(ROMEO, "night"), moved(ROMEO, 1)), new Stage(night).on(join(ROMEO)));
    }

    @Test
    void openingIsToldWhenItsTimeComesAndNobodyIsLetInBefore() {
        var stage = Stage.with(settings(open(60, 120), new Overflow.Closed()), NURSE);

        assertEquals(Optional.of(at(60)), stage.nextDeadline());
        assertEquals(List.of(refused(Refusal.OUTSIDE_HOURS)), stage.later(59).on(join(ROMEO)));
        assertEquals(
                List.of(changed(List.of(NURSE), queueOf()), state(ServiceState.OPEN)),
                stage.later(60).handle(new Command.Tick()));
        assertEquals(Optional.of(at(120)), stage.nextDeadline());
        assertEquals(queued(ROMEO), stage.on(join(ROMEO)).get(0));
    }

    @Test
    void closingIsToldAndWhoWaitsIsStillServed() {
        var settings = settings(open(-60, 60), new Overflow.Closed()).withLimits(new Limits(1, 5, 50, 0));
        var stage = Stage.with(settings, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO), join(JULIET))
                .later(60);

        assertEquals(
                List.of(changed(List.of(NURSE), closed(JULIET)), state(ServiceState.CLOSED)),
                stage.handle(new Command.Tick()));
        assertEquals(List.of(refused(Refusal.OUTSIDE_HOURS)), stage.on(join(TYBALT)));
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT), offered(JULIET, NURSE, 80)),
                stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void whoIsBeingServedWhenItClosesIsServed() {
        var stage = Stage.with(settings(open(-60, 60), new Overflow.Closed()), NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));

        assertEquals(List.of(changed(List.of(NURSE), closed())), stage.onTickAt(60));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)), stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void whoIsMissedComesBackAfterItHasClosed() {
        var stage = Stage.with(settings(open(-60, 30), new Overflow.Closed()), NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET), vanishes(JULIET));
        stage.having(channelOpens(ROMEO)).onTickAt(30);

        assertEquals(rejoined(JULIET, JULIET), stage.on(rejoin(JULIET, JULIET)).get(0));
        assertEquals(
                new Event.Rejoined(visit(ROMEO), ROMEO, Optional.of(at(90))),
                stage.on(rejoin(ROMEO, ROMEO)).get(0));
    }

    @Test
    void agentsComeAndGoOutsideOfTheHours() {
        var stage = new Stage(settings(open(60, 120), new Overflow.Closed()));

        assertEquals(List.of(attended(NURSE, true, closed())), stage.on(online(NURSE)));
        assertEquals(ServiceState.CLOSED, stage.state());
        assertEquals(List.of(withdrew(NURSE)), stage.on(offline(NURSE)));
    }

    @Test
    void whatAnotherWorkgroupAsksForIsDeclinedOutsideOfTheHours() {
        var errand = new Errand(visit(ROMEO), "verona", ROMEO, ANSWERS, at(0), Optional.empty(), Optional.empty());
        var stage = Stage.with(settings(open(60, 120), new Overflow.Closed()), NURSE);

        assertEquals(List.of(declined(ROMEO, "verona")), stage.on(new Command.Run(errand)));
        assertEquals(
                List.of(queued(ROMEO), offeredFor("verona", ROMEO, NURSE, 80)),
                stage.later(60).on(new Command.Run(errand)).subList(0, 2));
    }

    @Test
    void newHoursHoldAtOnce() {
        var stage = Stage.with(settings(open(60, 120), new Overflow.Closed()), NURSE);

        assertEquals(
                List.of(changed(List.of(NURSE), queueOf()), state(ServiceState.OPEN)),
                stage.handle(new Command.Configure(settings(open(-60, 90), new Overflow.Closed()))));
        assertEquals(Optional.of(at(90)), stage.nextDeadline());
    }

    @Test
    void aWorkgroupThatNeverOpensNeedsNoAlarm() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());
        var stage = Stage.with(settings(never, new Overflow.Closed()), NURSE);

        assertEquals(Optional.empty(), stage.nextDeadline());
        assertEquals(
                List.of(refused(Refusal.OUTSIDE_HOURS)), stage.later(10_000_000).on(join(ROMEO)));
    }

    @Test
    void hoursThatAreMoreThanAYearAheadAreNotMissed() {
        var day = LocalDate.of(2028, 1, 1);
        var hours = new OpeningHours.Hours(TEN_O_CLOCK, TEN_O_CLOCK.plusHours(1));
        var once = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of(day, List.of(hours)));
        var stage = Stage.with(settings(once, new Overflow.Closed()), NURSE);
        assertEquals(Optional.empty(), stage.nextDeadline());

        int aYear = (int) Duration.ofDays(365).toSeconds();
        assertEquals(List.of(refused(Refusal.OUTSIDE_HOURS)), stage.later(aYear).on(join(ROMEO)));

        assertEquals(Optional.of(day.atTime(TEN_O_CLOCK).toInstant(ZoneOffset.UTC)), stage.nextDeadline());
    }
}
