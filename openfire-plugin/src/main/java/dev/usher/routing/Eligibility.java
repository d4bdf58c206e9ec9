package dev.usher.routing;

import java.util.Locale;

/**
 * The filters between a visit and the agents, in the order in which they are tried. Each says one reason why an agent is
 * not asked; the one that leaves nobody over is why a visit waits.
 */
public enum Eligibility {
    /** The agent is online, and serves the queue, unless the visit is meant for this agent by name. */
    SERVES_THE_QUEUE,
    /** Is not the customer: whoever serves may also ask. */
    IS_NOT_THE_CUSTOMER,
    /** The visit is not kept for somebody else. */
    IS_MEANT,
    HAS_THE_SKILLS,
    /** Not away, not taken for not answering. */
    IS_AVAILABLE,
    /** Has not declined this visit a moment ago, and is not in it. */
    HAS_NOT_DECLINED,
    /** Serves fewer visits than allowed, those of the wrap-up time included. */
    HAS_CAPACITY,
    /** Is not being asked for another visit. */
    IS_NOT_ASKED;

    /** To search for in a log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
