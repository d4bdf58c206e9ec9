package dev.usher.routing;

import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a queue asks, of those who may be asked; and how many visits an agent gets. */
class PolicyRulesTest {
    private static Settings with(Policy policy) {
        return SETTINGS.withQueues(
                ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user())).withPolicy(policy));
    }

    private static List<Event> offers(List<Event> events) {
        return events.stream().filter(Event.Offered.class::isInstance).toList();
    }

    @Test
    void whereAllAreAskedTheFirstWhoAcceptsHasIt() {
        var stage = Stage.with(with(Policy.ALL), NURSE, FRIAR);

        assertEquals(List.of(offered(ROMEO, NURSE, 20), offered(ROMEO, FRIAR, 20)), offers(stage.on(join(ROMEO))));
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS), seated(ROMEO, FRIAR)),
                stage.on(accept(FRIAR, ROMEO)).subList(0, 2));
        assertEquals(
                List.of(Outcomes.refused(Refusal.OFFER_GONE), revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS)),
                stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void whereAllAreAskedOneMayDeclineAndTheOthersAreStillAsked() {
        var stage = Stage.with(with(Policy.ALL), NURSE, FRIAR).having(join(ROMEO));

        assertEquals(List.of(rejected(ROMEO, NURSE)), stage.on(reject(NURSE, ROMEO)));
        assertEquals(List.of(rejected(ROMEO, FRIAR)), stage.on(reject(FRIAR, ROMEO)));
        assertEquals(List.of(offered(ROMEO, NURSE, 50), offered(ROMEO, FRIAR, 50)), offers(stage.onTickAt(30)));
    }

    @Test
    void whereAllAreAskedAllLapseTogether() {
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT), revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT)),
                Stage.with(with(Policy.ALL), NURSE, FRIAR).having(join(ROMEO)).onTickAt(20));
    }

    @Test
    void inTurnWhoWasAskedTheLongestAgoIsNext() {
        var stage = Stage.with(with(Policy.ROUND_ROBIN), NURSE, FRIAR);

        assertEquals(List.of(offered(ROMEO, NURSE, 20)), offers(stage.on(join(ROMEO))));
        stage.having(accept(NURSE, ROMEO));
        assertEquals(List.of(offered(JULIET, FRIAR, 20)), offers(stage.on(join(JULIET))));
        stage.having(accept(FRIAR, JULIET));
        assertEquals(List.of(offered(TYBALT, NURSE, 20)), offers(stage.on(join(TYBALT))));
    }

    @Test
    void whoUsesLessOfTheOwnCapacityIsAskedFirst() {
        var settings = with(Policy.LEAST_LOADED)
                .withProfiles(Map.of(
                        NURSE.user(), new AgentProfile(4, Map.of()), FRIAR.user(), new AgentProfile(1, Map.of())));
        var stage = Stage.with(settings, NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(offered(JULIET, FRIAR, 20)), offers(stage.on(join(JULIET))));
        stage.having(accept(FRIAR, JULIET));
        assertEquals(List.of(offered(TYBALT, NURSE, 20)), offers(stage.on(join(TYBALT))));
    }

    @Test
    void theWishOfAnAgentIsAnUpperLimit() {
        var stage = Stage.with(NURSE).having(new Command.Attend(NURSE, true, 1), join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(), offers(stage.on(join(JULIET))));
        assertEquals(List.of(offered(JULIET, NURSE, 20)), offers(stage.on(new Command.Attend(NURSE, true, 2))));
        assertEquals(List.of(), offers(stage.having(accept(NURSE, JULIET)).on(new Command.Attend(NURSE, true, 9))));
    }

    @Test
    void aVisitThatIsBeingWrappedUpTakesItsAgentUp() {
        var settings = Stage.settings(1).withTiming(SETTINGS.timing().withWrapUp(Duration.ofSeconds(15)));
        var stage = Stage.with(settings, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), Stage.channelOpens(ROMEO), Stage.enters(ROMEO, NURSE))
                .having(join(JULIET), Stage.leaves(ROMEO, ROMEO));

        assertEquals(List.of(), offers(stage.onTickAt(14)));
        assertEquals(java.util.Optional.of(Stage.at(15)), stage.nextDeadline());
        assertEquals(List.of(offered(JULIET, NURSE, 35)), offers(stage.onTickAt(15)));
    }

    @Test
    void whoLetsThreeOffersLapseIsAskedNoMoreUntilAvailableAgain() {
        var settings = SETTINGS.withLimits(new Limits(2, 5, 50, 2));
        var stage = Stage.with(settings, NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(List.of(offered(JULIET, NURSE, 40)), offers(stage.onTickAt(20)));
        assertEquals(
                List.of(revoked(JULIET, NURSE, RevokeReason.TIMED_OUT), new Event.NotAnswering(NURSE, 2)),
                stage.onTickAt(40));
        assertEquals(List.of(), offers(stage.onTickAt(100)));
        assertEquals(List.of(offered(ROMEO, NURSE, 120)), offers(stage.on(Stage.online(NURSE))));
    }

    @Test
    void anyAnswerShowsThatSomebodyIsThere() {
        var settings = SETTINGS.withLimits(new Limits(2, 5, 50, 2));
        var stage = Stage.with(settings, NURSE).having(join(ROMEO), join(JULIET));
        stage.onTickAt(20);
        stage.having(reject(NURSE, JULIET));

        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT)),
                stage.onTickAt(50).isEmpty() ? List.of() : stage.onTickAt(70).subList(0, 1));
    }
}
