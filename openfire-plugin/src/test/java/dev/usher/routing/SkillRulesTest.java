package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.relaxed;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.join;
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

/** What is demanded of an agent, by the rules and by the form, and how it becomes less the longer the customer waits. */
class SkillRulesTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    /** Nurse knows a little of vows; Friar much, and something of poison. */
    private static final Settings SKILLED = SETTINGS.withProfiles(Map.of(
                    NURSE.user(), new AgentProfile(0, Map.of("vows", 1)),
                    FRIAR.user(), new AgentProfile(0, Map.of("vows", 3, "poison", 2))))
            .withSkills(new SkillSettings(Map.of("need", 2, "wish", 1), MINUTE));

    private static Command joinWith(Address customer, Map<String, List<String>> answers) {
        return new Command.Join(visit(customer), customer, answers, "");
    }

    private static Command needs(Address customer, String... skills) {
        return joinWith(customer, Map.of("need", List.of(skills)));
    }

    private static Settings demanding(Map<String, Integer> skills) {
        return SKILLED.withRules(new RoutingRule(List.of(), Optional.empty(), skills, 0));
    }

    private static Event offeredWith(Map<String, List<String>> answers, Address customer, Address agent, int until) {
        return new Event.Offered(
                visit(customer),
                agent,
                customer,
                answers,
                Told.SOME_TIME,
                Duration.ofSeconds(20),
                at(until),
                Optional.empty(),
                "");
    }

    private static Event offeredVows(Address agent, int until) {
        return offeredWith(Map.of("need", List.of("vows")), ROMEO, agent, until);
    }

    private static Map<String, Integer> demandedAtFirst(Stage stage) {
        return stage.state(ROMEO).orElseThrow().placed().skills();
    }

    /** Romeo needs vows, and Friar is away. */
    private static Stage waiting(Settings settings) {
        return Stage.with(settings, NURSE, FRIAR).having(away(FRIAR), needs(ROMEO, "vows"));
    }

    @Test
    void whoKnowsEnoughIsAskedAndWhoKnowsLessIsNot() {
        var stage = Stage.with(SKILLED, NURSE, FRIAR);

        assertEquals(
                List.of(queued(ROMEO), offeredVows(FRIAR, 20), moved(ROMEO, 1)),
                stage.on(needs(ROMEO, "vows")).subList(0, 3));
        assertEquals(List.of(rejected(ROMEO, FRIAR)), stage.on(reject(FRIAR, ROMEO)));
    }

    @Test
    void whoKnowsEnoughIsAskedForWhoWaitsBehindThoseWhoNeedMore() {
        var stage = Stage.with(SKILLED, NURSE, FRIAR).having(away(NURSE), away(FRIAR));
        stage.having(needs(ROMEO, "vows"), join(JULIET));

        assertEquals(
                List.of(attended(NURSE, true, queueOf(ROMEO, JULIET)), offered(JULIET, NURSE, 20)),
                stage.on(online(NURSE)));
        assertEquals(
                List.of(attended(FRIAR, true, queueOf(ROMEO, JULIET)), offeredVows(FRIAR, 20)),
                stage.on(online(FRIAR)));
    }

    @Test
    void theFormAndTheRulesAddUpAndTheHigherLevelHolds() {
        var answers = Map.of("need", List.of("poison"), "wish", List.of("vows", "poison"));
        var stage = Stage.with(demanding(Map.of("vows", 3)), FRIAR).having(joinWith(ROMEO, answers));

        assertEquals(Map.of("vows", 3, "poison", 2), demandedAtFirst(stage));
    }

    @Test
    void neitherTheCaseNorTheSpaceOfAnAnswerCounts() {
        assertEquals(
                Map.of("vows", 2),
                demandedAtFirst(Stage.with(SKILLED, FRIAR).having(needs(ROMEO, "  VowS ", "", " "))));
    }

    @Test
    void noMoreIsDemandedThanTheBestOfTheQueueHas() {
        assertEquals(
                Map.of("vows", 3, "poison", 2),
                demandedAtFirst(Stage.with(demanding(Map.of("vows", 9, "poison", 9, "greek", 1)), NURSE)
                        .having(join(ROMEO))));
    }

    @Test
    void theBestOfAnotherQueueDoesNotCount() {
        var settings = demanding(Map.of("vows", 3, "poison", 1))
                .withQueues(
                        ServiceQueue.of(Set.of(NURSE.user())),
                        ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua"));

        assertEquals(
                Map.of("vows", 1), demandedAtFirst(Stage.with(settings, NURSE).having(join(ROMEO))));
    }

    @Test
    void everyLevelFallsByOneAfterEachTimeOfWaiting() {
        var stage = Stage.with(demanding(Map.of("vows", 3, "poison", 1)), NURSE, FRIAR)
                .having(away(FRIAR), join(ROMEO));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(relaxed(ROMEO, Map.of("vows", 2))), stage.onTickAt(60));
        assertEquals(List.of(), stage.onTickAt(119));
        assertEquals(List.of(relaxed(ROMEO, Map.of("vows", 1)), offered(ROMEO, NURSE, 140)), stage.onTickAt(120));
    }

    @Test
    void theLastDemandFallsAway() {
        var stage = Stage.with(demanding(Map.of("poison", 1)), NURSE, FRIAR).having(away(FRIAR), join(ROMEO));

        assertEquals(List.of(relaxed(ROMEO, Map.of()), offered(ROMEO, NURSE, 80)), stage.onTickAt(60));
        assertEquals(Optional.of(at(80)), stage.nextDeadline());
    }

    @Test
    void whoeverIsBeingAskedIsWaitedForBeforeLessIsDemanded() {
        var stage = Stage.with(demanding(Map.of("vows", 3)), NURSE, FRIAR)
                .having(away(FRIAR), join(ROMEO))
                .later(50)
                .having(online(FRIAR));

        assertEquals(List.of(), stage.onTickAt(69));
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT), relaxed(ROMEO, Map.of("vows", 2))),
                stage.onTickAt(70));
    }

    @Test
    void whatWasMissedMeanwhileIsMadeUpFor() {
        var stage = Stage.with(demanding(Map.of("vows", 3)), NURSE, FRIAR)
                .having(away(FRIAR), join(ROMEO), vanishes(ROMEO));

        assertEquals(
                List.of(rejoined(ROMEO, ROMEO), moved(ROMEO, 1)),
                stage.later(59).on(rejoin(ROMEO, ROMEO)));
        stage.having(vanishes(ROMEO)).later(118);
        assertEquals(
                List.of(rejoined(ROMEO, ROMEO), relaxed(ROMEO, Map.of("vows", 2)), moved(ROMEO, 1)),
                stage.on(rejoin(ROMEO, ROMEO)));
        assertEquals(
                List.of(relaxed(ROMEO, Map.of("vows", 1)), relaxed(ROMEO, Map.of()), offered(ROMEO, NURSE, 320)),
                stage.onTickAt(300));
    }

    @Test
    void whereNothingIsToldNothingBecomesLess() {
        var stage = waiting(SKILLED.withSkills(new SkillSettings(Map.of("need", 2), Duration.ZERO)));

        assertEquals(List.of(), stage.onTickAt(100_000));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void aSkillThatIsTakenAwayIsNoLongerDemandedAndALowerOneLess() {
        var less = SKILLED.withProfiles(
                Map.of(NURSE.user(), new AgentProfile(0, Map.of("vows", 1)), FRIAR.user(), AgentProfile.PLAIN));

        assertEquals(
                List.of(relaxed(ROMEO, Map.of("vows", 1)), offeredVows(NURSE, 20)),
                waiting(SKILLED).on(new Command.Configure(less)));
        assertEquals(
                List.of(relaxed(ROMEO, Map.of()), offeredVows(NURSE, 20)),
                waiting(SKILLED).on(new Command.Configure(SKILLED.withProfiles(Map.of()))));
    }

    @Test
    void aSkillThatIsLearntCountsAtOnce() {
        var both = new AgentProfile(0, Map.of("vows", 2));
        var learnt = SKILLED.withProfiles(Map.of(NURSE.user(), both, FRIAR.user(), both));

        assertEquals(List.of(offeredVows(NURSE, 20)), waiting(SKILLED).on(new Command.Configure(learnt)));
    }

    @Test
    void whatIsLeftAfterALowerLevelStillFallsInTime() {
        var stage = Stage.with(demanding(Map.of("vows", 3, "poison", 2)), NURSE, FRIAR)
                .having(away(FRIAR), join(ROMEO));
        var less = demanding(Map.of())
                .withProfiles(Map.of(
                        NURSE.user(), AgentProfile.PLAIN, FRIAR.user(), new AgentProfile(0, Map.of("poison", 2))));

        assertEquals(List.of(relaxed(ROMEO, Map.of("poison", 2))), stage.on(new Command.Configure(less)));
        assertEquals(List.of(relaxed(ROMEO, Map.of("poison", 1))), stage.onTickAt(60));
        assertEquals(List.of(relaxed(ROMEO, Map.of()), offered(ROMEO, NURSE, 140)), stage.onTickAt(120));
    }
}
