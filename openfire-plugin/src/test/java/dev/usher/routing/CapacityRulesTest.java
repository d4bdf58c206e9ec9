package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
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
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many visits an agent serves at a time, and when an agent is taken for not answering. */
class CapacityRulesTest {
    private static final Address PARIS = person("paris", "street");

    private static Settings one() {
        return Stage.settings(1);
    }

    private static Settings strict(int lapses) {
        return SETTINGS.withLimits(new Limits(2, 50, 50, lapses));
    }

    private static Settings wrappingUp(Settings settings, int seconds) {
        return settings.withTiming(SETTINGS.timing().withWrapUp(Duration.ofSeconds(seconds)));
    }

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    /** How many of ten customers one agent is given, when every one of them stays. */
    private static int given(Settings settings, int wish) {
        var stage = Stage.with(settings, NURSE).having(new Command.Attend(NURSE, true, wish));
        int given = 0;
        for (int i = 0; i < 10; i++) {
            boolean isAsked = stage.on(join(customer(i))).stream().anyMatch(Event.Offered.class::isInstance);
            given += isAsked ? 1 : 0;
            stage.having(accept(NURSE, customer(i)));
        }
        return given;
    }

    private static Settings profiled(int capacity) {
        return SETTINGS.withLimits(new Limits(3, 50, 50, 0))
                .withProfiles(Map.of(NURSE.user(), new AgentProfile(capacity, Map.of())));
    }

    /** Nurse serves Romeo, and Juliet waits. */
    private static Stage serving(Settings settings) {
        return Stage.with(settings, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO), join(JULIET));
    }

    @Test
    void theWorkgroupSaysHowManyUnlessTheProfileDoes() {
        assertEquals(3, given(profiled(0), 0));
        assertEquals(1, given(profiled(1), 0));
        assertEquals(5, given(profiled(5), 0));
    }

    @Test
    void theWishOfTheAgentMakesItFewerAndNeverMore() {
        assertEquals(2, given(profiled(0), 2));
        assertEquals(3, given(profiled(0), 7));
        assertEquals(4, given(profiled(5), 4));
        assertEquals(1, given(profiled(1), 4));
    }

    @Test
    void theLastWishHoldsAndCountsAtOnce() {
        var stage = serving(SETTINGS).having(reject(NURSE, JULIET), new Command.Attend(NURSE, true, 1));

        assertEquals(List.of(), stage.onTickAt(30));
        assertEquals(
                List.of(attended(NURSE, true, queueOf(JULIET)), offered(JULIET, NURSE, 50)),
                stage.on(new Command.Attend(NURSE, true, 2)));
    }

    @Test
    void aWishThatIsTooSmallByNowTakesNothingAway() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET));

        assertEquals(List.of(attended(NURSE, true, queueOf(JULIET))), stage.on(new Command.Attend(NURSE, true, 1)));
        assertEquals(
                List.of(seated(JULIET, NURSE), changed(List.of(NURSE), queueOf())), stage.on(accept(NURSE, JULIET)));
    }

    @Test
    void aChannelThatIsStillBeingOpenedCounts() {
        var stage = Stage.with(one(), NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(
                List.of(queued(JULIET), moved(JULIET, 1), changed(List.of(NURSE), queueOf(JULIET))),
                stage.on(join(JULIET)));
        assertEquals(offered(JULIET, NURSE, 20), stage.on(channelFails(ROMEO)).get(2));
    }

    @Test
    void anAgentWhoIsMissedIsTakenUpUntilTheVisitIsOver() {
        var stage = serving(one()).having(vanishes(NURSE), online(NURSE_ABROAD));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(
                List.of(ended(ROMEO, NURSE_ABROAD, EndReason.NOT_ENTERED), offered(JULIET, NURSE_ABROAD, 80)),
                stage.onTickAt(60));
    }

    @Test
    void aVisitThatIsWrappedUpCountsUntilItsTimeIsOver() {
        var stage = serving(wrappingUp(one(), 15)).later(5);

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)), stage.on(leaves(ROMEO, ROMEO)));
        assertEquals(Optional.of(at(20)), stage.nextDeadline());
        assertEquals(List.of(), stage.onTickAt(19));
        assertEquals(List.of(offered(JULIET, NURSE, 40)), stage.onTickAt(20));
    }

    @Test
    void everyVisitIsWrappedUpForItself() {
        var stage = serving(wrappingUp(SETTINGS, 15))
                .having(accept(NURSE, JULIET), channelOpens(JULIET), enters(JULIET, NURSE), enters(JULIET, JULIET))
                .having(join(TYBALT), join(PARIS), leaves(ROMEO, ROMEO))
                .later(5)
                .having(leaves(JULIET, JULIET));

        assertEquals(List.of(offered(TYBALT, NURSE, 35)), stage.onTickAt(15));
        stage.having(accept(NURSE, TYBALT), channelOpens(TYBALT), enters(TYBALT, NURSE), enters(TYBALT, TYBALT));
        assertEquals(List.of(), stage.onTickAt(19));
        assertEquals(List.of(offered(PARIS, NURSE, 40)), stage.onTickAt(20));
    }

    @Test
    void theWrapUpTimeGoesOnWhileTheAgentIsOffline() {
        var stage = serving(wrappingUp(one(), 15))
                .having(leaves(ROMEO, NURSE), offline(NURSE))
                .later(10);

        assertEquals(List.of(attended(NURSE, true, queueOf(JULIET))), stage.on(online(NURSE)));
        assertEquals(List.of(offered(JULIET, NURSE, 35)), stage.onTickAt(15));
    }

    @Test
    void whoLetsSoManyOffersLapseIsAskedNoMoreAndKeepsTheVisits() {
        var stage = serving(strict(2));

        assertEquals(List.of(revoked(JULIET, NURSE, RevokeReason.TIMED_OUT)), stage.onTickAt(20));
        assertEquals(List.of(offered(JULIET, NURSE, 70)), stage.onTickAt(50));
        assertEquals(
                List.of(revoked(JULIET, NURSE, RevokeReason.TIMED_OUT), new Event.NotAnswering(NURSE, 2)),
                stage.onTickAt(70));
        assertEquals(List.of(), stage.onTickAt(1_000));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)), stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void whoSaysSoIsAvailableAgainAndBeginsAnew() {
        var stage = serving(strict(1));
        stage.onTickAt(20);

        assertEquals(List.of(attended(NURSE, true, queueOf(JULIET))), stage.on(online(NURSE)));
        assertEquals(List.of(offered(JULIET, NURSE, 70)), stage.onTickAt(50));
        assertEquals(
                List.of(revoked(JULIET, NURSE, RevokeReason.TIMED_OUT), new Event.NotAnswering(NURSE, 1)),
                stage.onTickAt(70));
    }

    @Test
    void whoGoesAwayIsNotAvailableAgainByThat() {
        var stage = serving(strict(1));
        stage.onTickAt(20);

        assertEquals(List.of(attended(NURSE, false, queueOf(JULIET))), stage.on(away(NURSE)));
        assertEquals(List.of(), stage.onTickAt(100));
        assertEquals(
                List.of(attended(NURSE, true, queueOf(JULIET)), offered(JULIET, NURSE, 120)), stage.on(online(NURSE)));
    }

    @Test
    void anyAnswerEndsTheCount() {
        var stage = Stage.with(strict(2), NURSE).having(join(ROMEO), join(JULIET));
        stage.onTickAt(20);
        assertEquals(List.of(rejected(JULIET, NURSE)), stage.on(reject(NURSE, JULIET)));

        assertEquals(List.of(offered(ROMEO, NURSE, 70)), stage.onTickAt(50));
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT), offered(JULIET, NURSE, 90)), stage.onTickAt(70));
    }

    @Test
    void anOfferThatIsTakenBackIsNoLapse() {
        var stage = Stage.with(strict(1), NURSE).having(join(ROMEO), depart(ROMEO), join(JULIET), vanishes(JULIET));

        assertEquals(offered(TYBALT, NURSE, 20), stage.on(join(TYBALT)).get(1));
    }

    @Test
    void whoDoesNotAnswerCannotBeHandedAnything() {
        var stage = Stage.with(strict(1), FRIAR, NURSE).having(join(ROMEO));
        stage.onTickAt(20);
        stage.having(accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE));

        assertEquals(List.of(refused(Refusal.TARGET_UNAVAILABLE)), stage.on(transfer(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void whoTakesAVisitBeginsAnewWithTheCount() {
        var stage = Stage.with(Stage.settings(5).withLimits(new Limits(5, 5, 50, 2)), NURSE)
                .having(join(ROMEO));
        stage.onTickAt(20);
        stage.having(join(JULIET), accept(NURSE, JULIET), join(TYBALT));

        assertTrue(stage.later(40).handle(new Command.Tick()).stream().noneMatch(Event.NotAnswering.class::isInstance));
    }

    @Test
    void whoIsAwayForEverybodyKeepsTheWish() {
        var stage = new Stage(Stage.settings(5))
                .having(new Command.Attend(NURSE, true, 1))
                .having(new Command.Follow(NURSE, false), join(ROMEO), new Command.Follow(NURSE, true))
                .having(accept(NURSE, ROMEO));

        assertEquals(
                List.of(queued(JULIET), moved(JULIET, 1), Outcomes.changed(List.of(NURSE), queueOf(JULIET))),
                stage.on(join(JULIET)));
    }

    @Test
    void whoIsTakenForNotAnsweringAndShowsEverybodyToBeThereIsAskedAgain() {
        var stage = Stage.with(Stage.settings(5).withLimits(new Limits(5, 5, 50, 1)), NURSE)
                .having(join(ROMEO));
        stage.onTickAt(20);
        stage.later(60);

        assertEquals(
                List.of(attended(NURSE, true, queueOf(ROMEO)), offered(ROMEO, NURSE, 80)),
                stage.on(new Command.Follow(NURSE, true)));
        assertEquals(List.of(), stage.on(new Command.Follow(NURSE, true)));
        assertEquals(List.of(), stage.on(new Command.Follow(Stage.NURSE_ABROAD, true)));
    }
}
