package dev.usher.wire;

import dev.usher.desk.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * What is done a moment after somebody has left a room. COMPAT: Openfire 4.2.0 tells the occupants of a leaving one by
 * one, the leaver among them; a room that is destroyed meanwhile, or takes the leaver's membership, never confirms to
 * the leaver (status 110), and Smack waits for that until its time is over. Thread-safe.
 */
final class Farewells {
    static final Duration MOMENT = Duration.ofMillis(250);

    private record Farewell(Runnable deed, Instant at) {}

    private final Alarm alarm;
    private final Clock clock;
    private final Queue<Farewell> waiting = new PriorityQueue<>(Comparator.comparing(Farewell::at));

    Farewells(Alarm alarm, Clock clock) {
        this.alarm = alarm;
        this.clock = clock;
    }

    void add(Runnable deed) {
        add(MOMENT, deed);
    }

    synchronized void add(Duration delay, Runnable deed) {
        waiting.add(new Farewell(deed, clock.instant().plus(delay)));
        wakeForTheFirst();
    }

    synchronized void close() {
        while (!waiting.isEmpty()) {
            waiting.remove().deed().run();
        }
    }

    private synchronized void doWhatIsDue() {
        var now = clock.instant();
        while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
            waiting.remove().deed().run();
        }
        wakeForTheFirst();
    }

    private void wakeForTheFirst() {
        if (!waiting.isEmpty()) {
            alarm.wake(waiting.peek().at(), this::doWhatIsDue);
        }
    }
}
