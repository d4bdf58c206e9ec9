package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visit is and where it was put when it came.
 *
 * @param origin the network address that the customer came from; empty if unknown
 * @param answers the form as filled in, values by field, in order
 * @param number the order of arrival in the workgroup, from 1; a visit keeps it whatever happens
 * @param skills what an agent must be able to do, and how well
 * @param reserved the agent it is kept for
 * @param home the workgroup for which an agent is looked for; empty for a visit of our own
 */
public record Placement(
        String origin,
        Map<String, List<String>> answers,
        Instant since,
        long number,
        String queue,
        int priority,
        Map<String, Integer> skills,
        Optional<Reservation> reserved,
        String home) {}
