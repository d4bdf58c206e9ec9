package dev.usher.routing;

import java.time.Duration;
import java.util.Map;

/**
 * What skills a visit demands, beyond what the rules say.
 *
 * @param fields the form fields whose answers are names of skills, each with the level that is demanded
 * @param relaxEvery after each such time of waiting every demanded level falls by one, and a skill at zero is no longer
 *     demanded; zero is never
 */
public record SkillSettings(Map<String, Integer> fields, Duration relaxEvery) {
    public static final SkillSettings NONE = new SkillSettings(Map.of(), Duration.ZERO);

    public SkillSettings {
        fields = Map.copyOf(fields);
        if (relaxEvery.isNegative()) {
            throw new IllegalArgumentException("relaxEvery must not be negative, and is " + relaxEvery);
        }
    }
}
