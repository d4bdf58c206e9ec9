package dev.usher.routing;

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
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which visit goes to which agent: queues, priorities, rules, skills, and who is kept for whom. */
class MatchRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final Settings SKILLED = SETTINGS.withProfiles(Map.of(
                    FRIAR.user(), new AgentProfile(0, Map.of("vows", 3)),
                    NURSE.user(), new AgentProfile(0, Map.of("vows", 1))))
            .withSkills(new SkillSettings(Map.of("need", 2), Duration.ofSeconds(60)));
    private static final Settings STICKY = SETTINGS.withAffinity(
            new Affinity("agent", Duration.ofSeconds(40), Duration.ofHours(1), Duration.ofSeconds(25)));

    private static Command joinWith(Address customer, String field, String... values) {
        return new Command.Join(visit(customer), customer, Map.of(field, List.of(values)), "");
    }

    /** To whom which visit is offered, as {@code romeo -> nurse}. */
    private static List<String> offers(List<Event> events) {
        return events.stream()
                .filter(Event.Offered.class::isInstance)
                .map(Event.Offered.class::cast)
                .map(offer -> name(offer.customer()) + " -> " + name(offer.agent()))
                .toList();
    }

    private static String name(Address who) {
        return who.user().substring(0, who.user().indexOf('@'));
    }

    private static RoutingRule rule(String field, RoutingRule.Test test, String value, String queue, int priority) {
        return new RoutingRule(
                List.of(new RoutingRule.Condition(field, test, value)), Optional.ofNullable(queue), Map.of(), priority);
    }

    @Test
    void theFirstRuleThatMatchesIsTaken() {
        var settings = SETTINGS.withQueues(VERONA, MANTUA)
                .withRules(
                        rule("city", RoutingRule.Test.IS, " mantua ", "Mantua", 1),
                        rule("city", RoutingRule.Test.CONTAINS, "man", null, 2),
                        rule("rank", RoutingRule.Test.GIVEN, "", "Nowhere", 3));
        var stage = Stage.with(settings, NURSE, FRIAR)
                .having(
                        joinWith(ROMEO, "city", "MANTUA"),
                        joinWith(JULIET, "city", "Germany"),
                        joinWith(TYBALT, "rank", " ", "prince"));

        assertEquals("Mantua", stage.state(ROMEO).orElseThrow().queue());
        assertEquals(1, stage.state(ROMEO).orElseThrow().placed().priority());
        assertEquals(VERONA.name(), stage.state(JULIET).orElseThrow().queue());
        assertEquals(2, stage.state(JULIET).orElseThrow().placed().priority());
        assertEquals(VERONA.name(), stage.state(TYBALT).orElseThrow().queue());
        assertEquals(3, stage.state(TYBALT).orElseThrow().placed().priority());
    }

    @Test
    void whereNoRuleMatchesTheFirstQueueTakesThem() {
        var settings =
                SETTINGS.withQueues(VERONA, MANTUA).withRules(rule("city", RoutingRule.Test.IS, "x", "Mantua", 1));
        var stage = Stage.with(settings, NURSE).having(joinWith(ROMEO, "city", "y"));

        assertEquals(VERONA.name(), stage.state(ROMEO).orElseThrow().queue());
    }

    @Test
    void theQueueWithTheHigherPriorityIsServedFirst() {
        var settings = SETTINGS.withQueues(VERONA, MANTUA.withPriority(1))
                .withRules(rule("city", RoutingRule.Test.GIVEN, "", "Mantua", 0));
        var stage = Stage.with(settings, FRIAR).having(away(FRIAR), join(ROMEO), joinWith(JULIET, "city", "Mantua"));

        assertEquals(List.of("juliet -> friar"), offers(stage.on(online(FRIAR))));
    }

    @Test
    void theVisitWithTheHigherPriorityIsServedFirstAndStandsInFront() {
        var settings = SETTINGS.withQueues(VERONA).withRules(rule("rank", RoutingRule.Test.IS, "prince", null, 9));
        var stage = Stage.with(settings, NURSE).having(away(NURSE), join(ROMEO));

        var events = stage.on(joinWith(TYBALT, "rank", "prince"));

        assertEquals(
                List.of(Outcomes.moved(TYBALT, 1), Outcomes.moved(ROMEO, 2)),
                events.stream().filter(Event.Moved.class::isInstance).toList());
        assertEquals(List.of("tybalt -> nurse"), offers(stage.on(online(NURSE))));
    }

    @Test
    void anAgentIsAskedForTheQueuesThatAreServedOnly() {
        var settings =
                SETTINGS.withQueues(VERONA, MANTUA).withRules(rule("city", RoutingRule.Test.GIVEN, "", "Mantua", 0));
        var stage = Stage.with(settings, NURSE, FRIAR).having(away(FRIAR));

        assertEquals(List.of(), offers(stage.on(joinWith(ROMEO, "city", "Mantua"))));
        assertEquals(List.of("romeo -> friar"), offers(stage.on(online(FRIAR))));
    }

    @Test
    void whoHasTheSkillIsAskedEvenIfIdleForAShorterTime() {
        assertEquals(
                List.of("romeo -> friar"),
                offers(Stage.with(SKILLED, NURSE, FRIAR).on(joinWith(ROMEO, "need", " Vows"))));
        assertEquals(
                List.of("romeo -> nurse"),
                offers(Stage.with(SKILLED, NURSE, FRIAR).on(joinWith(ROMEO, "need", " "))));
    }

    @Test
    void lessIsDemandedTheLongerTheCustomerWaits() {
        var stage = Stage.with(SKILLED, NURSE, FRIAR).having(away(FRIAR), joinWith(ROMEO, "need", "vows"));

        assertEquals(List.of(), offers(stage.onTickAt(59)));
        var relaxed = stage.onTickAt(60);
        assertEquals(new Event.Relaxed(visit(ROMEO), Map.of("vows", 1)), relaxed.get(0));
        assertEquals(List.of("romeo -> nurse"), offers(relaxed));
    }

    @Test
    void inTheEndNothingIsDemanded() {
        var settings = SKILLED.withProfiles(Map.of(FRIAR.user(), new AgentProfile(0, Map.of("vows", 3))));
        var stage = Stage.with(settings, NURSE, FRIAR).having(away(FRIAR), joinWith(ROMEO, "need", "vows"));

        assertEquals(List.of(), offers(stage.onTickAt(119)));
        assertEquals(List.of("romeo -> nurse"), offers(stage.onTickAt(120)));
        assertEquals(Map.of(), stage.state(ROMEO).orElseThrow().skills());
    }

    @Test
    void nobodyWaitsForASkillThatNobodyHasOrForMoreThanTheBestHas() {
        var rule = new RoutingRule(List.of(), Optional.empty(), Map.of("poison", 1, "vows", 7), 0);
        var stage = Stage.with(SKILLED.withRules(rule), NURSE, FRIAR).having(join(ROMEO));

        assertEquals(
                Map.of("vows", 3), stage.state(ROMEO).orElseThrow().placed().skills());
    }

    @Test
    void whenTheOneWithTheSkillIsRemovedItIsNoLongerDemanded() {
        var stage = Stage.with(SKILLED, NURSE, FRIAR).having(away(FRIAR), joinWith(ROMEO, "need", "vows"));

        assertEquals(
                List.of("romeo -> nurse"), offers(stage.on(new Command.Configure(SKILLED.withProfiles(Map.of())))));
    }

    @Test
    void whoIsAskedForByNameIsWaitedForAndThenAnybodyIsAsked() {
        var stage = Stage.with(STICKY.withLimits(new Limits(1, 5, 50, 0)), FRIAR, NURSE)
                .having(join(TYBALT), accept(FRIAR, TYBALT), channelOpens(TYBALT), enters(TYBALT, FRIAR))
                .having(enters(TYBALT, TYBALT));

        assertEquals(List.of(), offers(stage.on(joinWith(ROMEO, "agent", "Friar"))));
        assertEquals(List.of(), offers(stage.onTickAt(39)));
        assertEquals(List.of("romeo -> nurse"), offers(stage.onTickAt(40)));
    }

    @Test
    void whoIsAskedForByNameAndIsFreeIsAsked() {
        assertEquals(
                List.of("romeo -> friar"),
                offers(Stage.with(STICKY, NURSE, FRIAR).on(joinWith(ROMEO, "agent", "friar@example.org"))));
        assertEquals(
                List.of("romeo -> nurse"),
                offers(Stage.with(STICKY, NURSE, FRIAR).on(joinWith(ROMEO, "agent", "fri"))));
        assertEquals(
                List.of("romeo -> nurse"),
                offers(Stage.with(SETTINGS, NURSE, FRIAR).on(joinWith(ROMEO, "agent", "friar"))));
    }

    @Test
    void whoIsNotThereIsNotWaitedFor() {
        assertEquals(
                List.of("romeo -> nurse"),
                offers(Stage.with(STICKY, NURSE, FRIAR).having(away(FRIAR)).on(joinWith(ROMEO, "agent", "friar"))));
        var busy = Stage.with(STICKY.withLimits(new Limits(1, 5, 50, 0)), FRIAR, NURSE)
                .having(join(TYBALT), accept(FRIAR, TYBALT), joinWith(ROMEO, "agent", "friar"));
        assertEquals(List.of("romeo -> nurse"), offers(busy.on(offline(FRIAR))));
    }

    @Test
    void whoDeclinesIsNotWaitedForAnyMore() {
        var stage = Stage.with(STICKY, NURSE, FRIAR).having(joinWith(ROMEO, "agent", "friar"));

        assertEquals(List.of("romeo -> nurse"), offers(stage.on(reject(FRIAR, ROMEO))));
    }

    @Test
    void aCustomerIsLedToTheSameAgentAgainForATime() {
        var served = Stage.with(STICKY, FRIAR, NURSE)
                .having(join(ROMEO), accept(FRIAR, ROMEO), channelOpens(ROMEO), enters(ROMEO, FRIAR))
                .having(enters(ROMEO, ROMEO), leaves(ROMEO, ROMEO));

        assertEquals(List.of("romeo -> friar"), offers(served.later(60).on(join(ROMEO))));
        var later = Stage.with(STICKY, FRIAR, NURSE)
                .having(join(ROMEO), accept(FRIAR, ROMEO), channelOpens(ROMEO), enters(ROMEO, FRIAR))
                .having(enters(ROMEO, ROMEO), leaves(ROMEO, ROMEO));
        assertEquals(List.of("romeo -> nurse"), offers(later.later(3_601).on(join(ROMEO))));
    }

    @Test
    void whoServedLastIsKnownAfterARestart() {
        var stage = new Stage(STICKY)
                .having(new Command.Restore(
                        List.of(), List.of(new Bond(ROMEO.user(), FRIAR.user(), at(-60))), Set.of(), true))
                .having(online(NURSE), online(FRIAR));

        assertEquals(List.of("romeo -> friar"), offers(stage.on(join(ROMEO))));
    }

    @Test
    void aQueueThatIsTakenAwayLeavesItsCustomersToTheFirst() {
        var settings =
                SETTINGS.withQueues(VERONA, MANTUA).withRules(rule("city", RoutingRule.Test.GIVEN, "", "Mantua", 0));
        var stage = Stage.with(settings, NURSE, FRIAR).having(away(FRIAR), joinWith(ROMEO, "city", "Mantua"));

        var events = stage.on(new Command.Configure(SETTINGS.withQueues(VERONA)));

        assertEquals(new Event.Overflowed(visit(ROMEO), "Mantua", VERONA.name()), events.get(0));
        assertEquals(List.of("romeo -> nurse"), offers(events));
    }

    @Test
    void anAgentWhoIsTakenOffAQueueLosesTheOffer() {
        var stage =
                Stage.with(SETTINGS.withQueues(VERONA, MANTUA), NURSE, FRIAR).having(join(ROMEO));
        var settings = SETTINGS.withQueues(
                ServiceQueue.of(Set.of(FRIAR.user())),
                ServiceQueue.of(Set.of(NURSE.user())).named("Mantua"));

        assertEquals(List.of("romeo -> friar"), offers(stage.on(new Command.Configure(settings))));
    }

    @Test
    void whyNobodyWasFoundIsToldOnce() {
        assertEquals(Eligibility.IS_AVAILABLE, why(Stage.with(NURSE).having(away(NURSE)), join(ROMEO)));
        assertEquals(Eligibility.IS_NOT_ASKED, why(Stage.with(NURSE).having(join(ROMEO)), join(JULIET)));
        assertEquals(
                Eligibility.HAS_CAPACITY,
                why(Stage.with(Stage.settings(1), NURSE).having(join(ROMEO), accept(NURSE, ROMEO)), join(JULIET)));
        assertEquals(Eligibility.HAS_NOT_DECLINED, why(Stage.with(NURSE).having(join(ROMEO)), reject(NURSE, ROMEO)));
        assertEquals(Eligibility.HAS_THE_SKILLS, why(Stage.with(SKILLED, NURSE), joinWith(ROMEO, "need", "vows")));
    }

    private static Eligibility why(Stage stage, Command command) {
        return stage.handle(command).stream()
                .filter(Event.Unmatched.class::isInstance)
                .map(event -> ((Event.Unmatched) event).why().filter())
                .findFirst()
                .orElseThrow();
    }
}
