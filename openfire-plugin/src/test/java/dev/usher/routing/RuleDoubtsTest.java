package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.RoutingRule.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an admin is asked about the rules, and about the skills that are demanded. */
class RuleDoubtsTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final Settings PLAIN = Settings.of(Set.of("nurse", "friar"));
    private static final Settings SKILLED = PLAIN.withProfiles(
            Map.of("friar", new AgentProfile(0, Map.of("vows", 2)), "nurse", new AgentProfile(0, Map.of("gossip", 3))));

    private static List<String> doubts(Settings settings) {
        return SettingsDoubts.of(settings, "demo", TEN);
    }

    private static List<String> doubts(RoutingRule... rules) {
        return doubts(PLAIN.withRules(rules));
    }

    private static RoutingRule rule(int priority, Condition... conditions) {
        return new RoutingRule(List.of(conditions), Optional.empty(), Map.of(), priority);
    }

    private static Settings demanding(Map<String, Integer> skills) {
        return SKILLED.withRules(new RoutingRule(List.of(given("a")), Optional.empty(), skills, 0));
    }

    private static Condition given(String field) {
        return new Condition(field, RoutingRule.Test.GIVEN, "");
    }

    private static Condition is(String field, String value) {
        return new Condition(field, RoutingRule.Test.IS, value);
    }

    private static Condition contains(String field, String value) {
        return new Condition(field, RoutingRule.Test.CONTAINS, value);
    }

    private static List<String> neverUsed() {
        return List.of("Rule 2 is never used: whoever matches it matches rule 1 before. Put it first.");
    }

    @Test
    void theNarrowRuleBeforeTheWideOneIsRight() {
        assertEquals(List.of(), doubts(rule(1, given("a"), given("b")), rule(2, given("a")), rule(3)));
        assertEquals(List.of(), doubts(rule(1, is("a", "x")), rule(2, is("a", "y")), rule(3, is("b", "x"))));
        assertEquals(List.of(), doubts(rule(1, contains("a", "phone")), rule(2, is("a", "pho"))));
        assertEquals(List.of(), doubts(rule(1, is("a", "x")), rule(2, contains("a", "x")), rule(3, given("a"))));
    }

    @Test
    void aRuleThatIsNeverReached() {
        assertEquals(neverUsed(), doubts(rule(1), rule(2, given("a"))));
        assertEquals(neverUsed(), doubts(rule(1, given("a")), rule(2, given("b"), given("a"))));
        assertEquals(neverUsed(), doubts(rule(1, given("a")), rule(2, is("a", "x"))));
        assertEquals(neverUsed(), doubts(rule(1, given("a")), rule(2, contains("a", "x"))));
        assertEquals(neverUsed(), doubts(rule(1, contains("a", "Phone")), rule(2, is("a", "my phone "))));
        assertEquals(neverUsed(), doubts(rule(1, contains("a", "phone")), rule(2, contains("a", "phones"))));
        assertEquals(neverUsed(), doubts(rule(1, contains("a", "")), rule(2, given("a"))));
    }

    @Test
    void twoRulesForTheSame() {
        assertEquals(
                List.of(
                        "Rule 2 contradicts rule 1, which has the same conditions and comes first: it is never used. Take"
                                + " one away."),
                doubts(rule(1, is("a", "x"), given("b")), rule(2, given("b"), is("a", " X"))));
        assertEquals(
                List.of("Rule 2 is never used: it says the same as rule 1. Take one away."),
                doubts(rule(1, is("a", "x")), rule(1, is("a", "x"))));
    }

    @Test
    void aRuleToAQueueThatIsNotThere() {
        assertEquals(
                List.of("Rule 1 leads to the queue Vows, which is not there: who matches waits in Default Queue."),
                doubts(new RoutingRule(List.of(given("a")), Optional.of("Vows"), Map.of(), 0)));
    }

    @Test
    void aSkillThatNobodyHas() {
        assertEquals(
                List.of("Rule 1 demands poison, which no agent of Default Queue has: it is not waited for."),
                doubts(demanding(Map.of("poison", 1))));
        assertEquals(
                List.of("Rule 1 demands vows 3, and no agent of Default Queue has more than 2: that is what is waited"
                        + " for."),
                doubts(demanding(Map.of("vows", 3))));
        assertEquals(List.of(), doubts(demanding(Map.of("vows", 2))));
    }

    @Test
    void skillsThatNoOneAgentHasAtOnce() {
        var both = demanding(Map.of("vows", 1, "gossip", 1));

        assertEquals(
                List.of(
                        "Rule 1 demands gossip and vows, and no single agent of Default Queue has all of it: who matches"
                                + " waits for ever."),
                doubts(both));
        assertEquals(
                List.of(
                        "Rule 1 demands gossip and vows, and no single agent of Default Queue has all of it: who matches"
                                + " waits until less is demanded."),
                doubts(both.withSkills(new SkillSettings(Map.of(), Duration.ofSeconds(60)))));
    }

    @Test
    void aFieldThatDemandsMoreThanAnybodyHas() {
        var asking = new SkillSettings(Map.of("language", 4), Duration.ZERO);

        assertEquals(
                List.of("The field language asks for skills, and no agent has any: its answers demand nothing."),
                doubts(PLAIN.withSkills(asking)));
        assertEquals(
                List.of("The field language demands level 4, and no agent has more than 3 of any skill: that is what is"
                        + " waited for."),
                doubts(SKILLED.withSkills(asking)));
        assertEquals(List.of(), doubts(SKILLED.withSkills(new SkillSettings(Map.of("language", 3), Duration.ZERO))));
    }
}
