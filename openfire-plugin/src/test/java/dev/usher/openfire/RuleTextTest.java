package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.routing.RoutingRule;
import dev.usher.routing.RoutingRule.Condition;
import dev.usher.routing.RoutingRule.Test;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of the routing rules, and what is said of a rule that does not keep to it. */
class RuleTextTest {
    private final QueueNames queues = new QueueNames();

    RuleTextTest() {
        queues.add("Second Level");
    }

    private RoutingRule rule(String text) throws Unreadable {
        return RuleText.parse(text, queues);
    }

    @org.junit.jupiter.api.Test
    void aWholeRule() throws Unreadable {
        assertEquals(
                new RoutingRule(
                        List.of(
                                new Condition("product", Test.IS, "phone"),
                                new Condition("language", Test.CONTAINS, "de"),
                                new Condition("order", Test.GIVEN, "")),
                        Optional.of("Support"),
                        Map.of("german", 2, "phones", 1),
                        -5),
                rule("product is phone and language contains de and order given"
                        + " -> queue Support, skill German 2, skill phones, priority -5"));
    }

    @org.junit.jupiter.api.Test
    void quotesMakeOneWordOfSeveralAndNoKeyword() throws Unreadable {
        assertEquals(
                new RoutingRule(
                        List.of(
                                new Condition("your product", Test.IS, "a \"big\" -> phone, \\ or so"),
                                new Condition("x", Test.IS, "and")),
                        Optional.of("Second Level"),
                        Map.of("live chat", 1),
                        0),
                rule("\"your product\" is \"a \\\"big\\\" -> phone, \\\\ or so\" and x is \"and\""
                        + " -> queue \"second level\", skill \"live chat\""));
    }

    @org.junit.jupiter.api.Test
    void spaceAndCaseOfKeywordsDoNotMatter() throws Unreadable {
        assertEquals(rule("a is b -> queue Second_Level, priority 1"), rule(" a IS b->QUEUE second_level,Priority 1 "));
    }

    @org.junit.jupiter.api.Test
    void everybodyIsNoConditionUnlessItIsAField() throws Unreadable {
        assertEquals(List.of(), rule("everybody -> priority 1").conditions());
        assertEquals(
                List.of(new Condition("everybody", Test.GIVEN, "")),
                rule("everybody given -> priority 1").conditions());
    }

    @org.junit.jupiter.api.Test
    void aSkillMayBeWrittenAsInTheSkillsOfAnAgent() throws Unreadable {
        assertEquals(Map.of("german", 2), rule("everybody -> skill german:2").skills());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -> queue A                        | 1: the name of a field, or "everybody", is expected, not ->
            product                           | 8: "is", "contains" or "given" is expected, not the end
            product = phone -> queue A        | 9: "is", "contains" or "given" is expected, not =
            product is -> queue A             | 12: a value is expected, not ->
            product is mobile phone -> queue A| 19: "and" or -> (a value of several words goes in quotes) is expected, not phone
            product is "" -> queue A          | 12: a value is expected, not ""
            product is "phone -> queue A      | 12: the quote that begins here is never closed
            a is b, c is d -> queue A         | 7: "and" or -> (a value of several words goes in quotes) is expected, not a comma
            a is b and -> queue A             | 12: the name of a field, or "everybody", is expected, not ->
            a is b                            | 7: "and" or -> (a value of several words goes in quotes) is expected, not the end
            a is b ->                         | 10: "queue", "skill" or "priority" is expected, not the end
            a is b -> Support                 | 11: "queue", "skill" or "priority" is expected, not Support
            a is b -> queue Second Level      | 24: a comma or the end (a name of several words goes in quotes) is expected, not Level
            a is b -> queue A, queue B        | 20: there is a second queue
            a is b -> skill x, skill x 2      | 20: there is a second skill
            a is b -> priority 1, priority 2  | 23: there is a second priority
            a is b -> priority high           | 20: high is not a whole number
            a is b -> priority                | 19: a number is expected, not the end
            a is b -> skill german 0          | 24: 0 is less than 1
            a is b -> skill german:0          | 17: german:0 is less than 1
            a is b -> skill german: 2         | 17: german: is not a skill like german or german:3
            a is b -> queue A,                | 19: "queue", "skill" or "priority" is expected, not the end
            """)
    void aFaultIsShownWithItsPlace(String text, String fault) {
        var thrown = assertThrows(Unreadable.class, () -> rule(text));

        assertEquals("cannot be read at letter " + fault, thrown.getMessage());
    }
}
