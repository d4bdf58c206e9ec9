package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A queue that asks everybody at once: the first who says yes has the visit. */
class EverybodyAskedRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final ServiceQueue ALL =
            ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user(), PETER.user())).withPolicy(Policy.ALL);
    private static final Settings SETTINGS = Stage.SETTINGS.withQueues(ALL);
    private static final List<Address> THREE = List.of(NURSE, FRIAR, PETER);

    private static Stage three() {
        return Stage.with(SETTINGS, NURSE, FRIAR, PETER);
    }

    private static Stage asked() {
        return three().having(join(ROMEO));
    }

    @Test
    void everybodyWhoMayIsAskedInTheOrderOfIdleness() {
        assertEquals(
                List.of(
                        queued(ROMEO),
                        offered(ROMEO, NURSE, 20),
                        offered(ROMEO, FRIAR, 20),
                        offered(ROMEO, PETER, 20),
                        moved(ROMEO, 1),
                        changed(THREE, queueOf(ROMEO))),
                three().on(join(ROMEO)));
    }

    @Test
    void theFirstWhoAcceptsHasItAndTheOthersHearOfIt() {
        var stage = asked();

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS),
                        revoked(ROMEO, PETER, RevokeReason.NOT_YOURS),
                        seated(ROMEO, FRIAR),
                        changed(THREE, queueOf())),
                stage.on(accept(FRIAR, ROMEO)));
        assertEquals(
                List.of(refused(Refusal.OFFER_GONE), revoked(ROMEO, PETER, RevokeReason.NOT_YOURS)),
                stage.on(reject(PETER, ROMEO)));
    }

    @Test
    void theOthersAreAskedForTheNextAtOnce() {
        var stage = asked().having(join(JULIET));

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS),
                        revoked(ROMEO, PETER, RevokeReason.NOT_YOURS),
                        seated(ROMEO, FRIAR),
                        offered(JULIET, NURSE, 20),
                        offered(JULIET, FRIAR, 20),
                        offered(JULIET, PETER, 20),
                        moved(JULIET, 1),
                        changed(THREE, queueOf(JULIET))),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void whoIsBusyOrAwayIsNotAsked() {
        var stage = Stage.with(SETTINGS.withLimits(new Limits(1, 5, 50, 0)), NURSE, FRIAR, PETER)
                .having(join(TYBALT), accept(NURSE, TYBALT), away(FRIAR));

        assertEquals(
                List.of(queued(ROMEO), offered(ROMEO, PETER, 20), moved(ROMEO, 1), changed(THREE, queueOf(ROMEO))),
                stage.on(join(ROMEO)));
    }

    @Test
    void whoComesWhileTheOthersAreAskedIsAskedInTheNextRound() {
        var stage = Stage.with(SETTINGS, NURSE).having(join(ROMEO)).later(5);

        assertEquals(List.of(attended(FRIAR, true, queueOf(ROMEO))), stage.on(online(FRIAR)));
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT), offered(ROMEO, FRIAR, 40)), stage.onTickAt(20));
    }

    @Test
    void whoDeclinesLeavesItToTheOthers() {
        var stage = asked();

        assertEquals(List.of(rejected(ROMEO, NURSE)), stage.on(reject(NURSE, ROMEO)));
        assertEquals(
                List.of(revoked(ROMEO, PETER, RevokeReason.NOT_YOURS), seated(ROMEO, FRIAR), changed(THREE, queueOf())),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void whenAllHaveDeclinedTheFirstOfThemIsAskedAgainWhenThePauseIsOver() {
        var stage = asked().having(reject(NURSE, ROMEO))
                .later(2)
                .having(reject(FRIAR, ROMEO))
                .later(4);

        assertEquals(List.of(rejected(ROMEO, PETER)), stage.on(reject(PETER, ROMEO)));
        assertEquals(List.of(), stage.onTickAt(29));
        assertEquals(List.of(offered(ROMEO, NURSE, 50)), stage.onTickAt(30));
        assertEquals(List.of(), stage.onTickAt(49));
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT),
                        offered(ROMEO, FRIAR, 70),
                        offered(ROMEO, PETER, 70)),
                stage.onTickAt(50));
    }

    @Test
    void whenAllLetItLapseAllHaveAPause() {
        var stage = asked();

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT),
                        revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT),
                        revoked(ROMEO, PETER, RevokeReason.TIMED_OUT)),
                stage.onTickAt(20));
        assertEquals(List.of(), stage.onTickAt(49));
        assertEquals(
                List.of(offered(ROMEO, NURSE, 70), offered(ROMEO, FRIAR, 70), offered(ROMEO, PETER, 70)),
                stage.onTickAt(50));
    }

    @Test
    void everyLapseCountsForTheAgentWhoLetItHappen() {
        var stage = Stage.with(SETTINGS.withLimits(new Limits(2, 5, 50, 1)), NURSE, FRIAR)
                .having(join(ROMEO), reject(NURSE, ROMEO));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT), new Event.NotAnswering(FRIAR, 1)),
                stage.onTickAt(20));
        assertEquals(List.of(offered(ROMEO, NURSE, 50)), stage.onTickAt(30));
    }

    @Test
    void whoGoesWhileTheOthersAreAskedTakesOnlyTheOwnOfferAlong() {
        var stage = asked();

        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.AGENT_GONE), attended(NURSE, false, queueOf(ROMEO))),
                stage.on(away(NURSE)));
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE), withdrew(FRIAR)), stage.on(vanishes(FRIAR)));
        assertEquals(
                List.of(seated(ROMEO, PETER), changed(List.of(NURSE, PETER), queueOf())),
                stage.on(accept(PETER, ROMEO)));
    }

    @Test
    void whenTheCustomerGoesEverybodyHearsOfIt() {
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE),
                        revoked(ROMEO, FRIAR, RevokeReason.CUSTOMER_GONE),
                        revoked(ROMEO, PETER, RevokeReason.CUSTOMER_GONE),
                        departed(ROMEO, DepartReason.REQUESTED),
                        changed(THREE, queueOf())),
                asked().on(depart(ROMEO)));
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE),
                        revoked(ROMEO, FRIAR, RevokeReason.CUSTOMER_GONE),
                        revoked(ROMEO, PETER, RevokeReason.CUSTOMER_GONE),
                        customerMissed(ROMEO, 60)),
                asked().on(vanishes(ROMEO)));
    }

    @Test
    void whoIsKeptForOneAgentIsOfferedToThatOneAlone() {
        var named =
                SETTINGS.withAffinity(new Affinity("question", Duration.ofSeconds(40), Duration.ZERO, Duration.ZERO));
        var stage = Stage.with(named, NURSE, FRIAR, PETER);
        var answers = Map.of("question", List.of("friar"));

        assertEquals(
                List.of(new Event.Offered(
                        visit(ROMEO),
                        FRIAR,
                        ROMEO,
                        answers,
                        Told.SOME_TIME,
                        Duration.ofSeconds(20),
                        at(20),
                        Optional.empty(),
                        "")),
                stage.on(new Command.Join(visit(ROMEO), ROMEO, answers, "")).subList(1, 2));
    }

    @Test
    void whoLacksTheSkillIsNotAskedWithTheOthers() {
        var skilled = SETTINGS.withProfiles(Map.of(
                        NURSE.user(), new AgentProfile(0, Map.of("vows", 1)),
                        PETER.user(), new AgentProfile(0, Map.of("vows", 2))))
                .withRules(new RoutingRule(List.of(), Optional.empty(), Map.of("vows", 1), 0));

        assertEquals(
                List.of(offered(ROMEO, NURSE, 20), offered(ROMEO, PETER, 20)),
                Stage.with(skilled, NURSE, FRIAR, PETER).on(join(ROMEO)).subList(1, 3));
    }
}
