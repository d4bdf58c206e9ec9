package dev.usher.routing;

import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A clock that is set back makes time stand still until it has caught up; one that jumps ahead ends each thing once. */
class ClockSetBackRulesTest {
    private static final int AN_HOUR_AGO = -3_600;

    /** A stage on which it was so many seconds after ten, and now is an hour before. */
    private static Stage setBackAt(int second, Stage stage) {
        stage.onTickAt(second);
        return stage.later(AN_HOUR_AGO);
    }

    @Test
    void anOfferEndsWhenTheClockHasCaughtUp() {
        var stage = setBackAt(10, Stage.with(NURSE).having(join(ROMEO)));

        assertEquals(List.of(), stage.on(new Command.Tick()));
        assertEquals(Optional.of(at(20)), stage.nextDeadline());
        assertEquals(List.of(), stage.onTickAt(19));
        assertEquals(List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT)), stage.onTickAt(20));
    }

    @Test
    void whatEndedStaysEnded() {
        var stage = setBackAt(20, Stage.with(NURSE, FRIAR).having(join(ROMEO)));

        assertEquals(List.of(), stage.on(new Command.Tick()));
        assertEquals(
                List.of(refused(Refusal.OFFER_GONE), revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS)),
                stage.on(accept(NURSE, ROMEO)));
        assertEquals(List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT)), stage.onTickAt(40));
    }

    @Test
    void whatBeginsMeanwhileBeginsAtTheLatestTimeThatWas() {
        var stage = setBackAt(30, Stage.with(NURSE));

        assertEquals(
                List.of(
                        queued(ROMEO),
                        offered(ROMEO, NURSE, 50),
                        moved(ROMEO, 1),
                        changed(
                                List.of(NURSE),
                                new QueueView(
                                        ServiceQueue.DEFAULT_NAME,
                                        true,
                                        1,
                                        List.of(new QueueView.Waiting(ROMEO, at(30)))))),
                stage.on(join(ROMEO)));
        assertEquals(at(30), stage.state(ROMEO).orElseThrow().queuedAt());
    }

    @Test
    void whoComesWhileTheClockIsBehindStandsBehind() {
        var stage = Stage.with(NURSE).having(away(NURSE)).later(10).having(join(ROMEO));
        stage.later(AN_HOUR_AGO).having(join(JULIET));

        assertEquals(
                List.of(ROMEO, JULIET),
                stage.states().stream().map(VisitState::customer).toList());
        assertEquals(offered(ROMEO, NURSE, 30), stage.on(online(NURSE)).get(1));
    }

    @Test
    void whoIsMissedHasTheSameTime() {
        var stage = setBackAt(10, Stage.with(NURSE).having(join(ROMEO), vanishes(ROMEO)));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(
                List.of(departed(ROMEO, DepartReason.VANISHED), changed(List.of(NURSE), queueOf())),
                stage.onTickAt(60));
    }

    @Test
    void whoIsMissedWhileTheClockIsBehindHasAMinuteFromTheLatestTimeThatWas() {
        var stage = setBackAt(10, Stage.with(NURSE).having(away(NURSE), join(ROMEO)));

        assertEquals(List.of(customerMissed(ROMEO, 70)), stage.on(vanishes(ROMEO)));
    }

    @Test
    void aPauseAndAWrapUpAreNeitherShorterNorLonger() {
        var settings = Stage.settings(1).withTiming(SETTINGS.timing().withWrapUp(Duration.ofSeconds(15)));
        var stage = Stage.with(settings, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE))
                .having(join(JULIET), leaves(ROMEO, NURSE));
        setBackAt(5, stage);

        assertEquals(Optional.of(at(15)), stage.nextDeadline());
        assertEquals(List.of(), stage.onTickAt(14));
        assertEquals(List.of(offered(JULIET, NURSE, 35)), stage.onTickAt(15));
        stage.having(reject(NURSE, JULIET)).later(AN_HOUR_AGO);
        assertEquals(Optional.of(at(45)), stage.nextDeadline());
        assertEquals(List.of(offered(JULIET, NURSE, 65)), stage.onTickAt(45));
    }

    @Test
    void whatHasClosedDoesNotOpenAgain() {
        var hours = new OpeningHours(
                ZoneOffset.UTC,
                Map.of(DayOfWeek.THURSDAY, List.of(new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.of(10, 1)))),
                Map.of());
        var stage = Stage.with(SETTINGS.withHours(hours, new Overflow.Closed()), NURSE);
        assertEquals(ServiceState.OPEN, stage.state());
        setBackAt(60, stage);

        assertEquals(List.of(refused(Refusal.OUTSIDE_HOURS)), stage.handle(join(ROMEO)));
        assertEquals(ServiceState.CLOSED, stage.state());
    }

    @Test
    void aQueueIsShownWhenTheClockHasCaughtUp() {
        var settings = SETTINGS.withTiming(SETTINGS.timing().withWatch(Duration.ofSeconds(5)));
        var stage = Stage.with(settings, NURSE).later(10).having(away(NURSE), join(ROMEO));
        stage.later(AN_HOUR_AGO);

        assertEquals(List.of(queued(JULIET), moved(JULIET, 2)), stage.on(join(JULIET)));
        assertEquals(List.of(), stage.onTickAt(14));
        assertEquals(
                1,
                stage.onTickAt(15).stream()
                        .filter(Event.QueueChanged.class::isInstance)
                        .count());
    }

    @Test
    void aJumpAheadEndsEachThingOnce() {
        var stage = Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), join(JULIET), join(TYBALT))
                .having(vanishes(TYBALT));

        assertEquals(
                List.of(
                        revoked(JULIET, FRIAR, RevokeReason.TIMED_OUT),
                        ended(ROMEO, NURSE, EndReason.NOT_ENTERED),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        departed(TYBALT, DepartReason.VANISHED)),
                stage.onTickAt(86_400).subList(0, 4));
        assertEquals(List.of(), stage.on(new Command.Tick()));
    }

    @Test
    void howeverTheClockJumpsTheNextAlarmIsAfterTheLatestTimeThatWas() {
        var random = new Random(20260101);
        var stage = Stage.with(NURSE, FRIAR);
        int latest = 0;
        for (int step = 0; step < 3_000; step++) {
            int now = random.nextInt(5) == 0 ? latest - random.nextInt(4_000) : latest + random.nextInt(6);
            latest = Math.max(latest, now);
            stage.later(now).having(anything(random));
            var sofar = at(latest);
            stage.nextDeadline().ifPresent(next -> assertTrue(next.isAfter(sofar), () -> next + " at " + sofar));
        }
    }

    private static Command anything(Random random) {
        var customer = List.of(ROMEO, JULIET, TYBALT).get(random.nextInt(3));
        var agent = random.nextBoolean() ? NURSE : FRIAR;
        return switch (random.nextInt(12)) {
            case 0, 1 -> join(customer);
            case 2 -> depart(customer);
            case 3 -> online(agent);
            case 4 -> away(agent);
            case 5, 6 -> accept(agent, customer);
            case 7 -> reject(agent, customer);
            case 8 -> channelOpens(customer);
            case 9 -> enters(customer, random.nextBoolean() ? agent : customer);
            case 10 -> vanishes(random.nextBoolean() ? agent : customer);
            default -> new Command.Tick();
        };
    }
}
