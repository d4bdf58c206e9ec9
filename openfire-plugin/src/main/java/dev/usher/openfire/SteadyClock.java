package dev.usher.openfire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock on the wall, as long as it goes forward. When it is set back, this one goes on from where it was, by a
 * hundredth slower than time really passes, until the wall has caught up: deadlines are neither put off nor met twice, and
 * after a small correction both soon show the same. A jump ahead (a machine that slept) is followed at once. After a
 * restart the wall counts again. Thread-safe.
 */
final class SteadyClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    /** Less is what clocks are corrected by all day. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
    /** What it loses while it is ahead of the wall: one part of so many. */
    private static final long SLOWER_BY = 100;
    /** A pause between two readings looks like a jump, and is seldom seen twice. */
    private static final long PAUSE_NANOS = 50_000_000;

    private static final int READINGS = 3;

    private final Clock wall;
    private final LongSupplier nanos;
    private Reading last;
    private Instant shown;

    private record Reading(Instant wall, long nanos) {}

    /** @param nanos the time that has really passed, from anywhere, as {@link System#nanoTime} */
    SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.last = read();
        this.shown = last.wall;
    }

    @Override
    public synchronized Instant instant() {
        var now = read();
        var passed = Duration.ofNanos(Math.max(0, now.nanos - last.nanos));
        var least = shown.plus(passed).minus(passed.dividedBy(SLOWER_BY));
        var next = now.wall.isAfter(least) ? now.wall : least;
        tell(
                Duration.between(last.wall, now.wall).minus(passed),
                Duration.between(shown, next).minus(passed));
        shown = next;
        last = now;
        return shown;
    }

    private Reading read() {
        for (int again = 1; ; again++) {
            long before = nanos.getAsLong();
            var reading = new Reading(wall.instant(), nanos.getAsLong());
            if (reading.nanos - before < PAUSE_NANOS || again == READINGS) {
                return reading;
            }
        }
    }

    /** @param wallAhead how far the wall jumped ahead @param ahead how far this clock went with it */
    private static void tell(Duration wallAhead, Duration ahead) {
        if (ahead.compareTo(WORTH_TELLING) > 0) {
            LOG.warn("clock-jumped It went ahead by {}, and with it whatever was due within that time.", ahead);
        } else if (wallAhead.negated().compareTo(WORTH_TELLING) > 0) {
            LOG.warn(
                    "clock-jumped It was set back by {}. Deadlines go on by the time that really passes.",
                    wallAhead.negated());
        }
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource instants = this::instant;
        return instants.withZone(zone);
    }
}
