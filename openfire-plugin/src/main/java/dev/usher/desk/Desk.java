package dev.usher.desk;

import dev.usher.drive.DriveBoard;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Event;
import dev.usher.routing.Workgroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One workgroup and the drives in its channels: whoever is seated by the one may lead by the other. Not thread-safe: its
 * loop owns it.
 */
public final class Desk {
    private final Workgroup workgroup;
    private final DriveBoard board;

    public Desk(Workgroup workgroup, DriveBoard board) {
        this.workgroup = workgroup;
        this.board = board;
    }

    <O> Outcome<O> decide(Order order, Optional<O> origin, Instant now) {
        if (order instanceof Order.Route route) {
            var events = workgroup.handle(route.command(), now);
            events.forEach(event -> keepBoard(event, now));
            return new Outcome<>(origin, events, List.of(), false);
        }
        List<DriveEvent> led = board.handle(((Order.Lead) order).command(), now);
        return new Outcome<>(origin, List.of(), led, false);
    }

    Optional<Instant> nextDeadline(Instant now) {
        return workgroup.nextDeadline(now);
    }

    DeskStatus status() {
        return new DeskStatus(workgroup.isOpen(), workgroup.agents());
    }

    private void keepBoard(Event event, Instant now) {
        if (event instanceof Event.Opened opened) {
            board.handle(
                    new DriveCommand.Open(opened.visit().value(), opened.agent().user()), now);
        } else if (event instanceof Event.CustomerEntered entered) {
            board.handle(
                    new DriveCommand.Admit(
                            entered.visit().value(), entered.customer().connection()),
                    now);
        } else if (event instanceof Event.Unseated unseated) {
            board.handle(new DriveCommand.Close(unseated.visit().value()), now);
        } else if (event instanceof Event.Ended ended) {
            board.handle(new DriveCommand.Close(ended.visit().value()), now);
        }
    }
}
