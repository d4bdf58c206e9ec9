package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentMissed;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.stayed;
import static dev.usher.routing.Outcomes.unreserved;
import static dev.usher.routing.Outcomes.withdrew;
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
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A customer who is kept for one agent: the one who was named, or who served last; while that agent is there. */
class ReservationRulesTest {
    private static final Settings NAMED = SETTINGS.withAffinity(
            new Affinity("agent", Duration.ofSeconds(40), Duration.ofHours(1), Duration.ofSeconds(25)));
    private static final Settings ONE_EACH = NAMED.withLimits(new Limits(1, 5, 50, 0));
    private static final Map<String, List<String>> FRIAR_PLEASE = Map.of("agent", List.of("friar"));

    private static Command joinFor(Address customer, Map<String, List<String>> answers) {
        return new Command.Join(visit(customer), customer, answers, "");
    }

    private static Event offeredTo(Address agent, int untilSecond) {
        return new Event.Offered(
                visit(ROMEO),
                agent,
                ROMEO,
                FRIAR_PLEASE,
                Told.SOME_TIME,
                Duration.ofSeconds(20),
                at(untilSecond),
                Optional.empty(),
                "");
    }

    /** Romeo wants Friar, who serves Tybalt, and as many as allowed; Nurse is free. */
    private static Stage waiting() {
        return Stage.with(ONE_EACH, FRIAR, NURSE)
                .having(join(TYBALT), accept(FRIAR, TYBALT), channelOpens(TYBALT), enters(TYBALT, FRIAR))
                .having(enters(TYBALT, TYBALT), joinFor(ROMEO, FRIAR_PLEASE));
    }

    /** Romeo was served by Friar until ten. */
    private static Stage served(Settings settings) {
        return Stage.with(settings, FRIAR, NURSE)
                .having(join(ROMEO), accept(FRIAR, ROMEO), channelOpens(ROMEO), enters(ROMEO, FRIAR))
                .having(enters(ROMEO, ROMEO), leaves(ROMEO, ROMEO));
    }

    private static Optional<Reservation> keptFor(Stage stage) {
        return stage.state(ROMEO).orElseThrow().reserved();
    }

    @Test
    void whoIsNamedIsWaitedForAndThenAnybodyIsAsked() {
        var stage = waiting();

        assertEquals(Optional.of(new Reservation(FRIAR.user(), at(40))), keptFor(stage));
        assertEquals(List.of(), stage.onTickAt(39));
        assertEquals(List.of(unreserved(ROMEO, FRIAR), offeredTo(NURSE, 60)), stage.onTickAt(40));
    }

    @Test
    void whoIsNamedAndComesFreeIsAsked() {
        assertEquals(
                List.of(ended(TYBALT, FRIAR, EndReason.AGENT_LEFT), offeredTo(FRIAR, 20)),
                waiting().on(leaves(TYBALT, FRIAR)));
    }

    @Test
    void whoIsNamedAndComesFreeServesThoseFirstWhoCameFirst() {
        var stage = waiting().having(join(JULIET), accept(NURSE, JULIET), join(person("paris", "street")));

        assertEquals(
                List.of(ended(TYBALT, FRIAR, EndReason.AGENT_LEFT), offeredTo(FRIAR, 20)),
                stage.on(leaves(TYBALT, FRIAR)));
    }

    @Test
    void whoComesLaterIsServedByTheOthersMeanwhile() {
        assertEquals(offered(JULIET, NURSE, 20), waiting().on(join(JULIET)).get(1));
    }

    @Test
    void whoIsNamedAndGoesAwayOrOfflineOrVanishesIsNotWaitedFor() {
        assertEquals(
                List.of(unreserved(ROMEO, FRIAR), attended(FRIAR, false, queueOf(ROMEO)), offeredTo(NURSE, 20)),
                waiting().on(away(FRIAR)));
        assertEquals(
                List.of(unreserved(ROMEO, FRIAR), withdrew(FRIAR), offeredTo(NURSE, 20)),
                waiting().on(offline(FRIAR)));
        assertEquals(
                List.of(
                        unreserved(ROMEO, FRIAR),
                        withdrew(FRIAR),
                        agentMissed(TYBALT, FRIAR, 60),
                        offeredTo(NURSE, 20)),
                waiting().on(vanishes(FRIAR)));
    }

    @Test
    void whoIsStillThereOverAnotherConnectionIsWaitedFor() {
        var abroad = person("friar", "mantua");
        var stage = waiting().having(online(abroad));

        assertEquals(List.of(withdrew(FRIAR)), stage.on(offline(FRIAR)));
        assertEquals(Optional.of(FRIAR.user()), keptFor(stage).map(Reservation::user));
    }

    @Test
    void whoIsNamedAndDeclinesOrLetsItLapseIsNotWaitedFor() {
        var declining = Stage.with(NAMED, FRIAR, NURSE).having(joinFor(ROMEO, FRIAR_PLEASE));
        assertEquals(
                List.of(rejected(ROMEO, FRIAR), unreserved(ROMEO, FRIAR), offeredTo(NURSE, 20)),
                declining.on(reject(FRIAR, ROMEO)));

        var lapsing = Stage.with(NAMED, FRIAR, NURSE).having(joinFor(ROMEO, FRIAR_PLEASE));
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT), unreserved(ROMEO, FRIAR), offeredTo(NURSE, 40)),
                lapsing.onTickAt(20));
    }

    @Test
    void whoIsTakenForNotAnsweringIsNotWaitedForByAnybody() {
        var strict = NAMED.withLimits(new Limits(2, 5, 50, 1));
        var stage = Stage.with(strict, FRIAR, NURSE).having(join(TYBALT), joinFor(ROMEO, FRIAR_PLEASE));

        assertEquals(
                List.of(
                        revoked(TYBALT, FRIAR, RevokeReason.TIMED_OUT),
                        new Event.NotAnswering(FRIAR, 1),
                        unreserved(ROMEO, FRIAR),
                        offered(TYBALT, NURSE, 40)),
                stage.onTickAt(20));
    }

    @Test
    void theReservationMayEndWhileTheAgentIsBeingAsked() {
        var hasty = NAMED.withAffinity(new Affinity("agent", Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO));
        var stage = Stage.with(hasty, FRIAR, NURSE).having(joinFor(ROMEO, FRIAR_PLEASE));

        assertEquals(List.of(unreserved(ROMEO, FRIAR)), stage.onTickAt(5));
        assertEquals(
                List.of(seated(ROMEO, FRIAR), changed(List.of(FRIAR, NURSE), queueOf())),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void theFirstOfSeveralNamesWhoIsThereIsMeant() {
        var names = Map.of("agent", List.of("nobody", " NURSE ", "friar"));
        var stage = Stage.with(NAMED, FRIAR, NURSE);

        assertEquals(
                Optional.of(NURSE.user()),
                keptFor(stage.having(joinFor(ROMEO, names))).map(Reservation::user));
        var away = Stage.with(NAMED, FRIAR, NURSE).having(away(NURSE));
        assertEquals(
                Optional.of(FRIAR.user()),
                keptFor(away.having(joinFor(ROMEO, names))).map(Reservation::user));
    }

    @Test
    void whoServesAnotherQueueIsNotMeant() {
        var settings = NAMED.withQueues(
                ServiceQueue.of(Set.of(NURSE.user())),
                ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua"));

        assertEquals(
                Optional.empty(), keptFor(Stage.with(settings, NURSE, FRIAR).having(joinFor(ROMEO, FRIAR_PLEASE))));
    }

    @Test
    void whoServedLastIsWaitedForAShorterTime() {
        var stage = served(ONE_EACH).having(join(TYBALT), reject(NURSE, TYBALT), accept(FRIAR, TYBALT));

        assertEquals(
                List.of(queued(ROMEO), moved(ROMEO, 1), changed(List.of(FRIAR, NURSE), queueOf(ROMEO))),
                stage.on(join(ROMEO)));
        assertEquals(Optional.of(new Reservation(FRIAR.user(), at(25))), keptFor(stage));
    }

    @Test
    void whoIsNamedCountsMoreThanWhoServedLast() {
        var stage = served(NAMED).having(joinFor(ROMEO, Map.of("agent", List.of("nurse"))));

        assertEquals(Optional.of(new Reservation(NURSE.user(), at(40))), keptFor(stage));
    }

    @Test
    void whoServedLongAgoIsForgotten() {
        assertEquals(
                Optional.of(FRIAR.user()),
                keptFor(served(NAMED).later(3_599).having(join(ROMEO))).map(Reservation::user));
        assertEquals(Optional.empty(), keptFor(served(NAMED).later(3_600).having(join(ROMEO))));
        assertEquals(Optional.empty(), keptFor(served(SETTINGS).having(join(ROMEO))));
    }

    @Test
    void whoLedAtTheEndIsTheOneWhoServedLast() {
        var stage = Stage.with(NAMED, NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE))
                .having(enters(ROMEO, ROMEO), transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO))
                .having(enters(ROMEO, FRIAR), leaves(ROMEO, ROMEO), join(ROMEO));

        assertEquals(Optional.of(FRIAR.user()), keptFor(stage).map(Reservation::user));
    }

    @Test
    void whoServedLastAndIsAwayIsNotMeantInTheFirstPlace() {
        var events = served(NAMED).having(away(FRIAR)).on(join(ROMEO));

        assertEquals(
                List.of(),
                events.stream().filter(Event.Unreserved.class::isInstance).toList());
        assertEquals(offered(ROMEO, NURSE, 20), events.get(1));
    }

    @Test
    void whateverElseIsDueMeanwhileThePatienceForOneAgentGoesOn() {
        var queue = ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user()))
                .withRequestTimeout(Duration.ofSeconds(20), new Overflow.ToQueue("Padua"));
        var stage = Stage.with(ONE_EACH.withQueues(queue), FRIAR, NURSE)
                .having(join(TYBALT), accept(FRIAR, TYBALT), channelOpens(TYBALT), enters(TYBALT, FRIAR))
                .having(enters(TYBALT, TYBALT), joinFor(ROMEO, FRIAR_PLEASE));

        assertEquals(List.of(stayed(ROMEO, "Padua")), stage.onTickAt(20));
        assertEquals(Optional.of(new Reservation(FRIAR.user(), at(40))), keptFor(stage));
    }

    @Test
    void aNameThatIsNobodysIsNotWaitedFor() {
        var nobody = Map.of("agent", List.of("x".repeat(FRIAR.user().length())));
        var stage = Stage.with(ONE_EACH, FRIAR).having(joinFor(ROMEO, nobody));

        assertEquals(Optional.empty(), keptFor(stage));
    }
}
