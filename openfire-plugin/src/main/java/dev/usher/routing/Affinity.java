package dev.usher.routing;

import java.time.Duration;

/**
 * Who is kept for whom. A reservation holds only while the agent is there to be asked, and no longer than its time.
 *
 * @param requestField the form field in which a customer may name an agent; empty if customers may not
 * @param requestWait how long a customer waits for the agent who was named
 * @param stickyFor how long after a visit the customer is led to the same agent again; zero is not at all
 * @param stickyWait how long a returning customer waits for that agent
 */
public record Affinity(String requestField, Duration requestWait, Duration stickyFor, Duration stickyWait) {
    public static final Affinity NONE = new Affinity("", Duration.ofSeconds(60), Duration.ZERO, Duration.ofSeconds(30));

    public Affinity {
        if (requestWait.isNegative() || stickyFor.isNegative() || stickyWait.isNegative()) {
            throw new IllegalArgumentException("the durations of an affinity must not be negative");
        }
    }
}
