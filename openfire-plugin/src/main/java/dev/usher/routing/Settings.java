package dev.usher.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an admin decides for one workgroup.
 *
 * @param queues at least one, no two of one name; the first takes whom no rule sends elsewhere
 * @param profiles what is known of agents (by bare JID); an agent who is missing here is {@link AgentProfile#PLAIN}
 * @param rules tried in this order, first match wins
 * @param whenClosed what becomes of who comes outside of the opening hours, or while no agent is online
 * @param monitors who may look into the channels (bare JIDs), agents or not
 */
public record Settings(
        List<ServiceQueue> queues,
        Map<String, AgentProfile> profiles,
        List<RoutingRule> rules,
        SkillSettings skills,
        Affinity affinity,
        OpeningHours hours,
        Overflow whenClosed,
        Timing timing,
        Limits limits,
        Set<String> monitors) {
    public Settings {
        queues = List.copyOf(queues);
        profiles = Map.copyOf(profiles);
        monitors = Set.copyOf(monitors);
        rules = List.copyOf(rules);
        var names = new HashSet<String>();
        for (var queue : queues) {
            if (!names.add(queue.name())) {
                throw new IllegalArgumentException("two queues are called " + queue.name());
            }
        }
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("a workgroup needs a queue");
        }
    }

    /** One queue, always open, and everything else as usual. */
    public static Settings of(Set<String> agents) {
        return new Settings(
                List.of(ServiceQueue.of(agents)),
                Map.of(),
                List.of(),
                SkillSettings.NONE,
                Affinity.NONE,
                OpeningHours.always(),
                new Overflow.Closed(),
                Timing.USUAL,
                Limits.USUAL,
                Set.of());
    }

    public Settings withQueues(ServiceQueue... other) {
        return new Settings(
                List.of(other), profiles, rules, skills, affinity, hours, whenClosed, timing, limits, monitors);
    }

    public Settings withProfiles(Map<String, AgentProfile> other) {
        return new Settings(queues, other, rules, skills, affinity, hours, whenClosed, timing, limits, monitors);
    }

    public Settings withRules(RoutingRule... other) {
        return new Settings(
                queues, profiles, List.of(other), skills, affinity, hours, whenClosed, timing, limits, monitors);
    }

    public Settings withSkills(SkillSettings other) {
        return new Settings(queues, profiles, rules, other, affinity, hours, whenClosed, timing, limits, monitors);
    }

    public Settings withAffinity(Affinity other) {
        return new Settings(queues, profiles, rules, skills, other, hours, whenClosed, timing, limits, monitors);
    }

    public Settings withHours(OpeningHours other, Overflow then) {
        return new Settings(queues, profiles, rules, skills, affinity, other, then, timing, limits, monitors);
    }

    public Settings withTiming(Timing other) {
        return new Settings(queues, profiles, rules, skills, affinity, hours, whenClosed, other, limits, monitors);
    }

    public Settings withLimits(Limits other) {
        return new Settings(queues, profiles, rules, skills, affinity, hours, whenClosed, timing, other, monitors);
    }

    public Settings withMonitors(String... other) {
        return new Settings(
                queues, profiles, rules, skills, affinity, hours, whenClosed, timing, limits, Set.of(other));
    }

    /** Who may serve, in whatever queue. */
    public Set<String> agents() {
        var all = new HashSet<String>();
        queues.forEach(queue -> all.addAll(queue.agents()));
        return all;
    }

    /** Whether a message can be left here: whoever cannot be served is asked to leave one, somewhere at least. */
    public boolean takesMessages() {
        return whenClosed instanceof Overflow.LeaveMessage
                || queues.stream().anyMatch(queue -> queue.overflow() instanceof Overflow.LeaveMessage);
    }

    /** The queue of that name, if there is one. */
    public Optional<ServiceQueue> queue(String name) {
        return queues.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }

    /** The queue of that name; the first one where it is gone. */
    ServiceQueue queueOrFirst(String name) {
        return queue(name).orElse(queues.get(0));
    }

    AgentProfile profile(String user) {
        return profiles.getOrDefault(user, AgentProfile.PLAIN);
    }

    /** How many visits an agent may serve: what the admin allows, and less where the agent wishes so (0: no wish). */
    int capacity(String user, int wish) {
        int allowed = profile(user).capacity() > 0 ? profile(user).capacity() : limits.capacity();
        return wish > 0 ? Math.min(wish, allowed) : allowed;
    }
}
