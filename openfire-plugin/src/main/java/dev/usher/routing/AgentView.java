package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An agent as the colleagues see them.
 *
 * @param agent with the connection that counts; the user alone while off duty
 * @param capacity how many visits at a time
 */
public record AgentView(Address agent, Presence presence, int capacity, List<Served> visits) {
    /** Whether the agent is there. */
    public enum Presence {
        AVAILABLE,
        AWAY,
        OFF_DUTY
    }

    /** A visit that the agent serves. @param since when the customer came */
    public record Served(VisitId visit, Address customer, Instant since, Map<String, List<String>> answers) {}
}
