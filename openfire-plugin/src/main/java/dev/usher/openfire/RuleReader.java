package dev.usher.openfire;

import dev.usher.routing.RoutingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the routing rules of one workgroup, in the order of their numbers. Used once. */
final class RuleReader {
    private static final String ONE = "rule.";

    private final PropertyScope scope;
    private final QueueNames queues;

    RuleReader(PropertyScope scope, QueueNames queues) {
        this.scope = scope;
        this.queues = queues;
    }

    List<RoutingRule> rules() {
        var rules = new ArrayList<RoutingRule>();
        scope.namesFrom(ONE).stream()
                .filter(name -> name.substring(ONE.length()).matches("[0-9]{1,9}"))
                .sorted(Comparator.comparing(name -> Integer.parseInt(name.substring(ONE.length()))))
                .forEach(name -> read(name, rules));
        return rules;
    }

    private void read(String name, List<RoutingRule> rules) {
        var text = scope.text(name);
        if (text.isEmpty()) {
            return;
        }
        try {
            rules.add(RuleText.parse(text.get(), queues));
        } catch (Unreadable e) {
            scope.report(name, text.get(), e.getMessage(), "the rule is left out");
        }
    }
}
