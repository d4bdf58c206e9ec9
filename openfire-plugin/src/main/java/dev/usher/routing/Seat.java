package dev.usher.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * One agent's seat in a visit. The first seat of a visit is the one who leads.
 *
 * @param lender the workgroup that lends this agent; empty for our own
 * @param entered whether the agent is in the channel
 * @param relieves the agent (a bare JID) who leaves when this one is in; empty for nobody
 * @param returnBy by when an agent whose connection was lost must be back; empty while there
 */
public record Seat(Address agent, String lender, boolean entered, String relieves, Optional<Instant> returnBy) {
    static Seat of(Address agent, String lender) {
        return new Seat(agent, lender, false, "", Optional.empty());
    }

    boolean isOf(String user) {
        return agent.user().equals(user);
    }

    boolean isMissed() {
        return returnBy.isPresent();
    }

    /** There, and not in the channel yet. */
    boolean isAwaited() {
        return !entered && !isMissed();
    }

    Seat relieving(String user) {
        return new Seat(agent, lender, entered, user, returnBy);
    }

    Seat entered(Address connection) {
        return new Seat(connection, lender, true, relieves, Optional.empty());
    }

    Seat outside() {
        return new Seat(agent, lender, false, relieves, returnBy);
    }

    Seat missed(Instant by) {
        return new Seat(agent, lender, false, relieves, Optional.of(by));
    }

    Seat returned(Address connection) {
        return new Seat(connection, lender, false, relieves, Optional.empty());
    }
}
