package dev.usher.desk;

import dev.usher.drive.DriveCommand;
import dev.usher.routing.Command;

/** What a desk is asked to do: something about who serves whom, or something about leading. */
public sealed interface Order {
    record Route(Command command) implements Order {}

    record Lead(DriveCommand command) implements Order {}

    /** To search for in a log; nothing of what people wrote. */
    default String word() {
        return this instanceof Route route
                ? route.command().getClass().getSimpleName()
                : ((Lead) this).command().getClass().getSimpleName();
    }
}
