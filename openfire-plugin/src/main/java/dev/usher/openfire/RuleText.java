package dev.usher.openfire;

import dev.usher.openfire.RuleWords.Kind;
import dev.usher.routing.RoutingRule;
import dev.usher.routing.RoutingRule.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One routing rule on one line: {@code product is phone and language is de -> queue Support, skill german 2, priority 5}.
 *
 * <pre>
 * rule      = ( "everybody" | condition { "and" condition } ) "->" effect { "," effect }
 * condition = field ( "is" value | "contains" value | "given" )
 * effect    = "queue" name | "skill" name [ level ] | "priority" number
 * </pre>
 *
 * Fields, values and names are one word, or anything in quotes ({@code \"} and {@code \\} inside).
 */
final class RuleText {
    private final RuleWords words;
    private final QueueNames queues;
    private final Map<String, Integer> skills = new HashMap<>();
    private String queue;
    private Integer priority;

    private RuleText(RuleWords words, QueueNames queues) {
        this.words = words;
        this.queues = queues;
    }

    /** @param queues gives a queue the name that the workgroup knows it by */
    static RoutingRule parse(String text, QueueNames queues) throws Unreadable {
        return new RuleText(new RuleWords(text), queues).rule();
    }

    private RoutingRule rule() throws Unreadable {
        var conditions = conditions();
        if (words.peek().kind() != Kind.ARROW) {
            throw words.peek().insteadOf("\"and\" or -> (a value of several words goes in quotes)");
        }
        do {
            words.take();
            effect();
        } while (words.peek().kind() == Kind.COMMA);
        if (words.peek().kind() != Kind.END) {
            throw words.peek().insteadOf("a comma or the end (a name of several words goes in quotes)");
        }
        return new RoutingRule(conditions, Optional.ofNullable(queue), skills, priority == null ? 0 : priority);
    }

    private List<Condition> conditions() throws Unreadable {
        var conditions = new ArrayList<Condition>();
        if (words.peek().is("everybody") && words.peekBeyond().kind() == Kind.ARROW) {
            words.take();
            return conditions;
        }
        conditions.add(condition());
        while (words.peek().is("and")) {
            words.take();
            conditions.add(condition());
        }
        return conditions;
    }

    private Condition condition() throws Unreadable {
        var field = text("the name of a field, or \"everybody\",");
        var test = words.take();
        if (test.is("is")) {
            return new Condition(field, RoutingRule.Test.IS, text("a value"));
        }
        if (test.is("contains")) {
            return new Condition(field, RoutingRule.Test.CONTAINS, text("a value"));
        }
        if (test.is("given")) {
            return new Condition(field, RoutingRule.Test.GIVEN, "");
        }
        throw test.insteadOf("\"is\", \"contains\" or \"given\"");
    }

    private void effect() throws Unreadable {
        var effect = words.take();
        if (effect.is("queue")) {
            once(effect, queue);
            queue = queues.resolve(text("the name of a queue"));
        } else if (effect.is("skill")) {
            skill(effect);
        } else if (effect.is("priority")) {
            once(effect, priority);
            priority = number(Integer.MIN_VALUE);
        } else {
            throw effect.insteadOf("\"queue\", \"skill\" or \"priority\"");
        }
    }

    private void skill(RuleWords.Word effect) throws Unreadable {
        var word = words.peek();
        text("the name of a skill");
        boolean hasLevel = words.peek().kind() == Kind.PLAIN;
        // german:2, as in the skills of an agent, will do as well
        var skill = word.kind() == Kind.QUOTED || hasLevel
                ? Map.entry(read(word, SkillsText::name), 1)
                : read(word, SkillsText::parse);
        once(effect, skills.put(skill.getKey(), hasLevel ? number(1) : skill.getValue()));
    }

    private int number(int least) throws Unreadable {
        var word = words.take();
        if (word.kind() != Kind.PLAIN) {
            throw word.insteadOf("a number");
        }
        return read(word, text -> NumberText.parse(text, least));
    }

    private static <T> T read(RuleWords.Word word, PropertyScope.Form<T> form) throws Unreadable {
        try {
            return form.parse(word.text());
        } catch (Unreadable e) {
            throw RuleWords.fault(word.at(), word.text() + " " + e.getMessage());
        }
    }

    private String text(String expected) throws Unreadable {
        var word = words.take();
        if (!word.isText() || word.text().isBlank()) {
            throw word.insteadOf(expected);
        }
        return word.text();
    }

    private static void once(RuleWords.Word effect, Object before) throws Unreadable {
        if (before != null) {
            throw RuleWords.fault(effect.at(), "there is a second " + effect.text());
        }
    }
}
