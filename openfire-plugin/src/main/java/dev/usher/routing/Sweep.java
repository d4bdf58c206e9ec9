package dev.usher.routing;

import java.time.Instant;

/** How far those who wait far back have been told their places: some at a time, so that no event costs a long line. */
final class Sweep {
    /** When to go on; null when everybody knows. */
    Instant due;
    /** The rank to go on from. */
    int cursor;
    /** When the expected waits are computed anew for everybody; null when there are none. */
    Instant refresh;
    /** Whether something has changed behind the cursor, so that one more round is needed. */
    boolean again;
}
