package dev.usher.routing;

import java.time.Instant;

/** When the agents were shown a queue last, and whether it looks different by now. */
final class Showing {
    Instant last;
    boolean stale;
    /** What could be seen of it last: a queue that opens or closes looks different too. Null before anybody looked. */
    Boolean open;
}
