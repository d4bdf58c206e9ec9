package dev.usher.persistence;

import java.time.Instant;

/**
 * Instants as the tables have them: nanoseconds since 1970, so that none loses anything. What lies beyond the years
 * 1677 and 2262 is kept as the nearest that there is.
 */
final class Nanos {
    private static final long SECOND = 1_000_000_000L;

    private Nanos() {}

    static long of(Instant at) {
        try {
            return at.getEpochSecond() < 0
                    ? Math.addExact(Math.multiplyExact(at.getEpochSecond() + 1, SECOND), at.getNano() - SECOND)
                    : Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
        } catch (ArithmeticException e) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
