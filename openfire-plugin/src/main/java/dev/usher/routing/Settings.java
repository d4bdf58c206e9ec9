package dev.usher.routing;

import java.time.Duration;
import java.util.Set;

/**
 * What an admin decides for one workgroup.
 *
 * @param agents the users (bare JIDs) who may serve
 * @param offerTimeout how long an agent has to answer an offer
 * @param declinePause how long an agent who declined a visit, or let its offer lapse, is not asked for that visit again
 * @param openTimeout how long the opening of a channel may take
 * @param entryTimeout how long both sides have to enter an opened channel
 * @param maxVisits how many visits one agent serves at a time
 */
public record Settings(
        Set<String> agents,
        Duration offerTimeout,
        Duration declinePause,
        Duration openTimeout,
        Duration entryTimeout,
        int maxVisits) {
    public Settings {
        agents = Set.copyOf(agents);
        requirePositive(offerTimeout, "offerTimeout");
        requirePositive(declinePause, "declinePause");
        requirePositive(openTimeout, "openTimeout");
        requirePositive(entryTimeout, "entryTimeout");
        if (maxVisits < 1) {
            throw new IllegalArgumentException("maxVisits must be 1 or more, not " + maxVisits);
        }
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + duration);
        }
    }
}
