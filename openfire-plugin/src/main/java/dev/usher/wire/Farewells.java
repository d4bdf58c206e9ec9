package dev.usher.wire;

import dev.usher.desk.Alarm;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Rooms that are destroyed a moment after somebody has left. COMPAT: Openfire 4.2.0 tells the occupants of a leaving one
 * by one, the leaver among them; a room that is destroyed meanwhile never confirms to the leaver (status 110), and Smack
 * waits for that until its time is over. Thread-safe.
 */
final class Farewells {
    static final Duration MOMENT = Duration.ofMillis(250);

    private record Farewell(VisitId visit, Instant at) {}

    private final Consumer<VisitId> destroy;
    private final Alarm alarm;
    private final Clock clock;
    private final Queue<Farewell> waiting = new ArrayDeque<>();

    Farewells(Consumer<VisitId> destroy, Alarm alarm, Clock clock) {
        this.destroy = destroy;
        this.alarm = alarm;
        this.clock = clock;
    }

    synchronized void add(VisitId visit) {
        waiting.add(new Farewell(visit, clock.instant().plus(MOMENT)));
        wakeForTheFirst();
    }

    synchronized void close() {
        while (!waiting.isEmpty()) {
            destroy.accept(waiting.remove().visit());
        }
    }

    private synchronized void destroyWhatIsDue() {
        var now = clock.instant();
        while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
            destroy.accept(waiting.remove().visit());
        }
        wakeForTheFirst();
    }

    private void wakeForTheFirst() {
        if (!waiting.isEmpty()) {
            alarm.wake(waiting.peek().at(), this::destroyWhatIsDue);
        }
    }
}
