package dev.usher.desk;

import dev.usher.drive.DriveCommand;
import dev.usher.routing.Command;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is posted to a desk.
 *
 * @param isAsked whether somebody without an origin waits for what becomes of it
 * @param told hears what became of the order when it has been told
 */
record Letter<O>(Order order, Optional<O> origin, boolean isAsked, Consumer<Outcome<O>> told) {
    Letter(Order order, Optional<O> origin) {
        this(order, origin, false, outcome -> {});
    }

    /** Whether it comes from outside, so that only so many may wait. */
    boolean isRequest() {
        return isAsked || origin.isPresent();
    }

    /** Whether it says how the world is, rather than asking for something: it is as true after a failure as before. */
    boolean isFact() {
        if (order instanceof Order.Lead lead) {
            return lead.command() instanceof DriveCommand.Acknowledge;
        }
        var command = ((Order.Route) order).command();
        return !isRequest() || command instanceof Command.Attend || command instanceof Command.Withdraw;
    }
}
