package dev.usher.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From what a customer wrote in the form to a queue, skills and a priority. The first rule whose every condition holds
 * is taken, and no other.
 *
 * @param conditions all of them must hold; none at all holds for everybody
 * @param queue where to; empty for the first queue
 * @param skills demanded besides those that the form demands
 * @param priority higher is served first within a queue
 */
public record RoutingRule(
        List<Condition> conditions, Optional<String> queue, Map<String, Integer> skills, int priority) {
    public RoutingRule {
        conditions = List.copyOf(conditions);
        skills = Map.copyOf(skills);
    }

    /** How an answer is compared. Case never counts, and neither does the space around it. */
    public enum Test {
        IS,
        CONTAINS,
        /** The field has any answer that is not blank. */
        GIVEN
    }

    /** @param value what to compare with; ignored by {@link Test#GIVEN} */
    public record Condition(String field, Test test, String value) {
        boolean holds(Map<String, List<String>> answers) {
            return answers.getOrDefault(field, List.of()).stream().anyMatch(this::fits);
        }

        private boolean fits(String answer) {
            return switch (test) {
                case IS -> plain(answer).equals(plain(value));
                case CONTAINS -> plain(answer).contains(plain(value));
                case GIVEN -> !answer.isBlank();
            };
        }

        private static String plain(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }

    boolean holds(Map<String, List<String>> answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }
}
