package dev.usher.desk;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Event;
import dev.usher.routing.VisitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Of what is told again and again only the last of a batch is told: a report of a drive holds the whole account, and a
 * place in the line is worth nothing after the next one.
 */
final class Coalescing {
    private Coalescing() {}

    static <O> List<Outcome<O>> of(List<Outcome<O>> batch) {
        var drives = new HashSet<String>();
        var moved = new HashSet<VisitId>();
        var kept = new ArrayList<Outcome<O>>(batch);
        for (int i = batch.size() - 1; i >= 0; i--) {
            var outcome = batch.get(i);
            var led = new ArrayList<>(outcome.led());
            var routed = new ArrayList<>(outcome.routed());
            keepLast(led, event -> event instanceof DriveEvent.Reported report ? report.drive() : null, drives);
            keepLast(routed, event -> event instanceof Event.Moved move ? move.visit() : null, moved);
            if (led.size() < outcome.led().size()
                    || routed.size() < outcome.routed().size()) {
                kept.set(i, new Outcome<>(outcome.origin(), routed, led, outcome.failed()));
            }
        }
        return kept;
    }

    private static <E, K> void keepLast(List<E> events, Function<E, K> key, HashSet<K> told) {
        for (int i = events.size() - 1; i >= 0; i--) {
            var of = key.apply(events.get(i));
            if (of != null && !told.add(of)) {
                events.remove(i);
            }
        }
    }
}
