package dev.usher.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings between which an admin changes to and fro while everybody is at work. */
final class HouseRules {
    static final String MANTUA = "Mantua";
    static final List<String> AGENTS = List.of("nurse", "friar", "peter", "balthasar");

    private HouseRules() {}

    static String user(String name) {
        return name + "@example.org";
    }

    private static Set<String> users(String... names) {
        return Arrays.stream(names).map(HouseRules::user).collect(Collectors.toSet());
    }

    static Settings variant(int which, Policy ofVerona, Policy ofMantua) {
        var verona = ServiceQueue.of(users("nurse", "friar", "peter"))
                .withPolicy(ofVerona)
                .withCap(15, new Overflow.LeaveMessage());
        var mantua = ServiceQueue.of(users("friar", "balthasar"))
                .named(MANTUA)
                .withPriority(1)
                .withPolicy(ofMantua)
                .withRequestTimeout(Duration.ofSeconds(50), new Overflow.ToQueue(ServiceQueue.DEFAULT_NAME));
        return switch (which % 5) {
            case 1 -> usual().withQueues(verona);
            case 2 -> smallStaff(verona, mantua);
            case 3 -> impatient(verona, mantua);
            case 4 -> turnedRound(verona, mantua);
            default -> usual().withQueues(verona, mantua);
        };
    }

    private static Settings smallStaff(ServiceQueue verona, ServiceQueue mantua) {
        var nurses = ServiceQueue.of(users("nurse")).withPolicy(verona.policy());
        return usual().withQueues(nurses, mantua)
                .withLimits(new Limits(1, 3, 50, 1))
                .withMonitors(user("friar"));
    }

    private static Settings impatient(ServiceQueue verona, ServiceQueue mantua) {
        var short25 = verona.withRequestTimeout(Duration.ofSeconds(25), new Overflow.ToWorkgroup("padua"));
        return usual().withQueues(short25, mantua).withProfiles(Map.of());
    }

    private static Settings turnedRound(ServiceQueue verona, ServiceQueue mantua) {
        return usual().withQueues(
                        ServiceQueue.of(mantua.agents()).withPolicy(mantua.policy()),
                        ServiceQueue.of(verona.agents()).named(MANTUA).withPolicy(verona.policy()));
    }

    private static Settings usual() {
        return Settings.of(Set.of())
                .withProfiles(Map.of(
                        user("friar"), new AgentProfile(2, Map.of("vows", 3, "poison", 1)),
                        user("nurse"), new AgentProfile(1, Map.of("vows", 1)),
                        user("balthasar"), new AgentProfile(3, Map.of("poison", 2))))
                .withRules(rule("city", "mantua", Optional.of(MANTUA), 0), rule("rank", "prince", Optional.empty(), 5))
                .withSkills(new SkillSettings(Map.of("need", 2), Duration.ofSeconds(40)))
                .withAffinity(
                        new Affinity("agent", Duration.ofSeconds(25), Duration.ofHours(1), Duration.ofSeconds(15)))
                .withTiming(Timing.USUAL.withWrapUp(Duration.ofSeconds(5)).withWatch(Duration.ofSeconds(1)))
                .withLimits(new Limits(2, 3, 50, 2))
                .withMonitors(user("friar"), user("balthasar"));
    }

    private static RoutingRule rule(String field, String answer, Optional<String> queue, int priority) {
        return new RoutingRule(
                List.of(new RoutingRule.Condition(field, RoutingRule.Test.IS, answer)), queue, Map.of(), priority);
    }
}
