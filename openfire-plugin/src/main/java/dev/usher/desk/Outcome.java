package dev.usher.desk;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Event;
import java.util.List;
import java.util.Optional;

/**
 * What became of one order.
 *
 * @param origin who asked, as the poster of the order gave it; empty for what the switch does by itself
 * @param failed the order could not be carried out because of a fault of ours
 */
public record Outcome<O>(Optional<O> origin, List<Event> routed, List<DriveEvent> led, boolean failed) {
    static <O> Outcome<O> failed(Optional<O> origin) {
        return new Outcome<>(origin, List.of(), List.of(), true);
    }
}
