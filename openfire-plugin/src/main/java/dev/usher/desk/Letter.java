package dev.usher.desk;

import dev.usher.drive.DriveCommand;
import dev.usher.routing.Command;
import java.util.Optional;

/**
 * What is posted to a desk.
 *
 * @param told runs when what became of the order has been told
 */
record Letter<O>(Order order, Optional<O> origin, Runnable told) {
    Letter(Order order, Optional<O> origin) {
        this(order, origin, () -> {});
    }

    /** Whether it says how the world is, rather than asking for something: it is as true after a failure as before. */
    boolean isFact() {
        if (order instanceof Order.Lead lead) {
            return lead.command() instanceof DriveCommand.Acknowledge;
        }
        var command = ((Order.Route) order).command();
        return origin.isEmpty() || command instanceof Command.Attend || command instanceof Command.Withdraw;
    }
}
