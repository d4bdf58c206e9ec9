package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that no admin can mean are not made. */
class SettingsTest {
    private static final Duration ZERO = Duration.ZERO;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BACK = Duration.ofSeconds(-1);

    private static Timing timing(Duration... times) {
        return new Timing(times[0], times[1], times[2], times[3], times[4], times[5], times[6], times[7]);
    }

    private static ServiceQueue queue(int cap, Duration timeout) {
        return new ServiceQueue("q", Set.of(), 0, Policy.ALL, cap, timeout, new Overflow.Closed());
    }

    static Stream<Executable> impossible() {
        return Stream.of(
                () -> timing(ZERO, SECOND, SECOND, SECOND, ZERO, SECOND, SECOND, ZERO),
                () -> timing(SECOND, BACK, SECOND, SECOND, ZERO, SECOND, SECOND, ZERO),
                () -> timing(SECOND, SECOND, ZERO, SECOND, ZERO, SECOND, SECOND, ZERO),
                () -> timing(SECOND, SECOND, SECOND, ZERO, ZERO, SECOND, SECOND, ZERO),
                () -> timing(SECOND, SECOND, SECOND, SECOND, BACK, SECOND, SECOND, ZERO),
                () -> timing(SECOND, SECOND, SECOND, SECOND, ZERO, ZERO, SECOND, ZERO),
                () -> timing(SECOND, SECOND, SECOND, SECOND, ZERO, SECOND, ZERO, ZERO),
                () -> timing(SECOND, SECOND, SECOND, SECOND, ZERO, SECOND, SECOND, BACK),
                () -> new Limits(0, 1, 1, 0),
                () -> new Limits(1, 0, 1, 0),
                () -> new Limits(1, 1, 0, 0),
                () -> new Limits(1, 1, 1, -1),
                () -> queue(-1, ZERO),
                () -> queue(0, BACK),
                () -> new AgentProfile(-1, Map.of()),
                () -> new AgentProfile(1, Map.of("german", 0)),
                () -> new SkillSettings(Map.of(), BACK),
                () -> new Affinity("", BACK, ZERO, ZERO),
                () -> new Affinity("", ZERO, BACK, ZERO),
                () -> new Affinity("", ZERO, ZERO, BACK),
                () -> Settings.of(Set.of()).withQueues(),
                () -> Settings.of(Set.of()).withQueues(queue(0, ZERO), queue(1, ZERO)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void isNotMade(Executable settings) {
        assertThrows(IllegalArgumentException.class, settings);
    }

    @Test
    void whatIsPossibleIs() {
        timing(SECOND, SECOND, SECOND, SECOND, ZERO, SECOND, SECOND, ZERO);
        new Limits(1, 1, 1, 0);
        queue(0, ZERO);
    }

    @Test
    void everybodyWhoServesAnyQueueMayServe() {
        var settings = Settings.of(Set.of("nurse"))
                .withQueues(
                        ServiceQueue.of(Set.of("nurse")),
                        ServiceQueue.of(Set.of("friar", "nurse")).named("vows"));

        assertEquals(Set.of("nurse", "friar"), settings.agents());
        assertEquals(Optional.of(settings.queues().get(1)), settings.queue("vows"));
        assertEquals(Optional.empty(), settings.queue("none"));
    }

    @Test
    void theWishOfAnAgentCountsDownwardsOnly() {
        var settings = Settings.of(Set.of("nurse", "friar"))
                .withLimits(new Limits(3, 1, 1, 0))
                .withProfiles(Map.of("friar", new AgentProfile(5, Map.of())));

        assertEquals(
                List.of(3, 2, 3, 5, 1, 5),
                List.of(
                        settings.capacity("nurse", 0),
                        settings.capacity("nurse", 2),
                        settings.capacity("nurse", 9),
                        settings.capacity("friar", 0),
                        settings.capacity("friar", 1),
                        settings.capacity("friar", 6)));
    }
}
