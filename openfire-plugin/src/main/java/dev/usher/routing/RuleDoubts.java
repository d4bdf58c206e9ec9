package dev.usher.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is surely not meant about the routing rules, and about the skills that they and the form demand. */
final class RuleDoubts {
    private final Settings settings;
    private final Consumer<String> doubts;

    /** @param doubts takes one sentence for each */
    RuleDoubts(Settings settings, Consumer<String> doubts) {
        this.settings = settings;
        this.doubts = doubts;
    }

    void look() {
        for (int i = 0; i < settings.rules().size(); i++) {
            lookAtTarget(i);
            lookAtEarlierRules(i);
        }
        for (int i = 0; i < settings.rules().size(); i++) {
            lookAtSkills(i);
        }
        new TreeMap<>(settings.skills().fields()).forEach(this::lookAtField);
    }

    private void lookAtTarget(int number) {
        var rule = settings.rules().get(number);
        if (rule.queue().isPresent() && settings.queue(rule.queue().get()).isEmpty()) {
            doubt(
                    "Rule %d leads to the queue %s, which is not there: who matches waits in %s.",
                    number + 1, rule.queue().get(), settings.queues().get(0).name());
        }
    }

    private void lookAtEarlierRules(int number) {
        var rule = settings.rules().get(number);
        for (int earlier = 0; earlier < number; earlier++) {
            var other = settings.rules().get(earlier);
            if (!covers(other, rule)) {
                continue;
            }
            if (!covers(rule, other)) {
                doubt(
                        "Rule %d is never used: whoever matches it matches rule %d before. Put it first.",
                        number + 1, earlier + 1);
            } else {
                doubt(
                        isOfSameEffect(rule, other)
                                ? "Rule %d is never used: it says the same as rule %d. Take one away."
                                : "Rule %d contradicts rule %d, which has the same conditions and comes first: it is"
                                        + " never used. Take one away.",
                        number + 1,
                        earlier + 1);
            }
            return;
        }
    }

    private static boolean isOfSameEffect(RoutingRule one, RoutingRule other) {
        return one.queue().equals(other.queue())
                && one.skills().equals(other.skills())
                && one.priority() == other.priority();
    }

    /** Whether whoever matches {@code narrow} matches {@code wide}. */
    private static boolean covers(RoutingRule wide, RoutingRule narrow) {
        return wide.conditions().stream()
                .allMatch(condition -> narrow.conditions().stream().anyMatch(other -> covers(condition, other)));
    }

    private static boolean covers(RoutingRule.Condition wide, RoutingRule.Condition narrow) {
        if (!wide.field().equals(narrow.field())) {
            return false;
        }
        boolean isGivenOnly = narrow.test() == RoutingRule.Test.GIVEN;
        var value = plain(narrow.value());
        return switch (wide.test()) {
            case IS -> narrow.test() == RoutingRule.Test.IS && value.equals(plain(wide.value()));
            case CONTAINS -> isGivenOnly ? plain(wide.value()).isEmpty() : value.contains(plain(wide.value()));
            case GIVEN -> isGivenOnly || !value.isEmpty();
        };
    }

    /** As answers are compared. */
    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private void lookAtSkills(int number) {
        var rule = settings.rules().get(number);
        var queue = settings.queueOrFirst(rule.queue().orElse(""));
        var waitedFor = new HashMap<String, Integer>();
        new TreeMap<>(rule.skills()).forEach((skill, level) -> {
            int best = best(queue, skill);
            if (best == 0) {
                doubt(
                        "Rule %d demands %s, which no agent of %s has: it is not waited for.",
                        number + 1, skill, queue.name());
                return;
            }
            if (best < level) {
                doubt(
                        "Rule %d demands %s %d, and no agent of %s has more than %d: that is what is waited for.",
                        number + 1, skill, level, queue.name(), best);
            }
            waitedFor.put(skill, Math.min(best, level));
        });
        if (!waitedFor.isEmpty() && profiles(queue).stream().noneMatch(agent -> agent.meets(waitedFor))) {
            doubt(
                    "Rule %d demands %s, and no single agent of %s has all of it: who matches waits %s.",
                    number + 1,
                    String.join(" and ", new TreeMap<>(waitedFor).keySet()),
                    queue.name(),
                    settings.skills().relaxEvery().isZero() ? "for ever" : "until less is demanded");
        }
    }

    private void lookAtField(String field, int level) {
        int best = settings.queues().stream()
                .flatMap(queue -> profiles(queue).stream())
                .flatMap(agent -> agent.skills().values().stream())
                .max(Integer::compare)
                .orElse(0);
        if (best == 0) {
            doubt("The field %s asks for skills, and no agent has any: its answers demand nothing.", field);
        } else if (best < level) {
            doubt(
                    "The field %s demands level %d, and no agent has more than %d of any skill: that is what is waited"
                            + " for.",
                    field, level, best);
        }
    }

    private int best(ServiceQueue queue, String skill) {
        return profiles(queue).stream()
                .mapToInt(agent -> agent.skills().getOrDefault(skill, 0))
                .max()
                .orElse(0);
    }

    private List<AgentProfile> profiles(ServiceQueue queue) {
        return queue.agents().stream().map(settings::profile).toList();
    }

    private void doubt(String sentence, Object... parts) {
        doubts.accept(String.format(sentence, parts));
    }
}
