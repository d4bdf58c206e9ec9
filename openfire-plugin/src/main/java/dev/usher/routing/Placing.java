package dev.usher.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a visit demands and whom it is kept for, from the rules and the form. Decides on a floor that is not its own. */
final class Placing {
    private final Floor floor;

    Placing(Floor floor) {
        this.floor = floor;
    }

    /** The first that matches. */
    Optional<RoutingRule> rule(Map<String, List<String>> answers) {
        return floor.settings().rules().stream()
                .filter(rule -> rule.holds(answers))
                .findFirst();
    }

    ServiceQueue queue(Optional<RoutingRule> rule) {
        return floor.queue(rule.flatMap(RoutingRule::queue).orElse(""));
    }

    Placement place(Command.Join join, Optional<RoutingRule> rule, ServiceQueue queue) {
        var skills = demanded(join.answers(), rule, queue);
        return new Placement(
                join.origin(),
                join.answers(),
                floor.now(),
                floor.nextNumber(),
                queue.name(),
                rule.map(RoutingRule::priority).orElse(0),
                skills,
                reserved(join, queue, skills),
                "");
    }

    /** Where it would have waited, though it does not. */
    Placement place(Command.LeaveMessage message) {
        return new Placement(
                message.origin(),
                message.answers(),
                floor.now(),
                floor.nextNumber(),
                queue(rule(message.answers())).name(),
                0,
                Map.of(),
                Optional.empty(),
                "");
    }

    Placement place(Errand errand) {
        var rule = rule(errand.answers());
        var queue = queue(rule);
        return new Placement(
                "",
                errand.answers(),
                errand.since(),
                floor.nextNumber(),
                queue.name(),
                rule.map(RoutingRule::priority).orElse(0),
                demanded(errand.answers(), rule, queue),
                Optional.empty(),
                errand.home());
    }

    private Map<String, Integer> demanded(
            Map<String, List<String>> answers, Optional<RoutingRule> rule, ServiceQueue queue) {
        var demanded =
                new HashMap<String, Integer>(rule.map(RoutingRule::skills).orElse(Map.of()));
        floor.settings()
                .skills()
                .fields()
                .forEach((field, level) -> answers.getOrDefault(field, List.of())
                        .forEach(skill -> {
                            if (!skill.isBlank()) {
                                demanded.merge(
                                        skill.strip().toLowerCase(Locale.ROOT), level, Math::max); // as skills are kept
                            }
                        }));
        return within(demanded, queue, floor.settings());
    }

    /** A visit in another queue, or under other settings, demands no more than some agent there has. */
    static void fit(Floor floor, Visit visit) {
        var within = within(visit.skills(), floor.queue(visit.queue()), floor.settings());
        if (!within.equals(visit.skills())) {
            floor.happens(visit, new Event.Relaxed(visit.id(), within));
        }
    }

    /**
     * No more than some agent of the queue has: a customer must not wait for a skill that nobody has, and a form may
     * ask for anything.
     */
    private static Map<String, Integer> within(Map<String, Integer> demanded, ServiceQueue queue, Settings settings) {
        if (demanded.isEmpty()) {
            return Map.of();
        }
        var within = new HashMap<String, Integer>();
        demanded.forEach((skill, level) -> {
            int best = queue.agents().stream()
                    .mapToInt(agent -> settings.profile(agent).skills().getOrDefault(skill, 0))
                    .max()
                    .orElse(0);
            if (best > 0) {
                within.put(skill, Math.min(level, best));
            }
        });
        return Map.copyOf(within);
    }

    /** For nobody who could not take it in the end. */
    private Optional<Reservation> reserved(Command.Join join, ServiceQueue queue, Map<String, Integer> skills) {
        var affinity = floor.settings().affinity();
        var named = affinity.requestField().isEmpty()
                ? List.<String>of()
                : join.answers().getOrDefault(affinity.requestField(), List.of());
        for (var name : named) {
            var agent = queue.agents().stream()
                    .filter(user -> isCalled(user, name.strip()))
                    .findFirst();
            if (agent.filter(user -> canTake(user, join, skills)).isPresent()) {
                return Optional.of(new Reservation(agent.get(), floor.in(affinity.requestWait())));
            }
        }
        return floor.bonds
                .agentOf(join.customer().user(), floor.now(), affinity.stickyFor())
                .filter(queue.agents()::contains)
                .filter(user -> canTake(user, join, skills))
                .map(agent -> new Reservation(agent, floor.in(affinity.stickyWait())));
    }

    /** By the whole address, or by the name in it. */
    private static boolean isCalled(String user, String name) {
        return user.equalsIgnoreCase(name)
                || user.length() > name.length()
                        && user.charAt(name.length()) == '@'
                        && user.regionMatches(true, 0, name, 0, name.length());
    }

    private boolean canTake(String user, Command.Join join, Map<String, Integer> skills) {
        return !user.equals(join.customer().user())
                && floor.roster.isAvailable(user)
                && floor.settings().profile(user).meets(skills);
    }
}
