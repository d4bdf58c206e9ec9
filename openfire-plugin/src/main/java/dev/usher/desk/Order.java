package dev.usher.desk;

import dev.usher.drive.DriveCommand;
import dev.usher.routing.Command;

/** What a desk is asked to do: something about who serves whom, or something about leading. */
public sealed interface Order {
    record Route(Command command) implements Order {}

    record Lead(DriveCommand command) implements Order {}
}
