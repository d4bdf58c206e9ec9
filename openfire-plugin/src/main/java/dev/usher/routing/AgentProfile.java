package dev.usher.routing;

import java.util.Map;

/**
 * What the admin knows of one agent.
 *
 * @param capacity how many visits the agent may serve at a time; 0 is the workgroup's default
 * @param skills in small letters, each with a level, 1 or more
 */
public record AgentProfile(int capacity, Map<String, Integer> skills) {
    /** Of whom the admin said nothing. */
    public static final AgentProfile PLAIN = new AgentProfile(0, Map.of());

    public AgentProfile {
        skills = Map.copyOf(skills);
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must be 0 or more, not " + capacity);
        }
        skills.forEach((skill, level) -> {
            if (level < 1) {
                throw new IllegalArgumentException("the level of " + skill + " must be 1 or more, not " + level);
            }
        });
    }

    boolean meets(Map<String, Integer> demanded) {
        for (var skill : demanded.entrySet()) {
            if (skills.getOrDefault(skill.getKey(), 0) < skill.getValue()) {
                return false;
            }
        }
        return true;
    }
}
