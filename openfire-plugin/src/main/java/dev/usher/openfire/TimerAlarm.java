package dev.usher.openfire;

import dev.usher.desk.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One alarm on the shared timer thread. Thread-safe. */
final class TimerAlarm implements Alarm {
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private Future<?> next;
    private Instant nextAt;

    TimerAlarm(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    @Override
    public synchronized void wake(Instant at, Runnable desk) {
        if (at.equals(nextAt) && !next.isDone()) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        nextAt = at;
        // A millisecond more: the clock is finer than the timer, and a wake-up too early would be for nothing.
        long delay = Math.max(0, Duration.between(clock.instant(), at).toMillis()) + 1;
        next = timer.schedule(desk, delay, TimeUnit.MILLISECONDS);
    }
}
