package dev.usher.desk;

import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.desk.VisitStore.Memory;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Settings;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import dev.usher.routing.Workgroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One workgroup and the drives in its channels: whoever is seated by the one may lead by the other. What it decides it
 * writes into its notebook as well, for the store. Not thread-safe: its loop owns it.
 */
public final class Desk {
    private final DriveBoard board;
    private final Notebook notebook = new Notebook(visit -> workgroup().state(visit));
    private Settings settings;
    private Workgroup workgroup;

    public Desk(Settings settings, DriveBoard board) {
        this.settings = settings;
        this.workgroup = new Workgroup(settings);
        this.board = board;
    }

    private Workgroup workgroup() {
        return workgroup;
    }

    <O> Outcome<O> decide(Order order, Optional<O> origin, Instant now) {
        if (order instanceof Order.Route route) {
            var led = new ArrayList<DriveEvent>();
            var routed = route(route.command(), led, now);
            return new Outcome<>(origin, routed, List.copyOf(led), false);
        }
        List<DriveEvent> led = board.handle(((Order.Lead) order).command(), now);
        led.forEach(event -> notebook.note(event, now));
        return new Outcome<>(origin, List.of(), led, false);
    }

    /** @param led takes up what the board makes of it */
    private List<Event> route(Command command, List<DriveEvent> led, Instant now) {
        if (command instanceof Command.Configure configure) {
            settings = configure.settings();
        }
        var events = workgroup.handle(command, now);
        for (var event : events) {
            notebook.note(event, now);
            led.addAll(keepBoard(event, now));
        }
        return events;
    }

    /** What has been decided and not stored, which is then no longer kept here. */
    Changes takeChanges() {
        return notebook.take();
    }

    /**
     * Begins anew with what is stored, and decides what follows from that.
     *
     * @param isHere whether a connection (a full JID) is still there
     * @param channelsAreLost whether every channel has to be opened anew
     */
    <O> List<Outcome<O>> restore(Memory memory, Predicate<String> isHere, boolean channelsAreLost, Instant now) {
        workgroup = new Workgroup(settings);
        notebook.open(memory);
        var outcomes = new ArrayList<Outcome<O>>();
        var visits = memory.visits().stream().map(Kept::state).toList();
        var restore = new Command.Restore(visits, memory.bonds(), connections(memory, isHere), channelsAreLost);
        outcomes.add(decide(new Order.Route(restore), Optional.empty(), now));
        for (var duty : notebook.duties()) {
            Command command = isHere.test(duty.agent().connection())
                    ? new Command.Attend(duty.agent(), duty.available(), duty.wish())
                    : new Command.Withdraw(duty.agent());
            outcomes.add(decide(new Order.Route(command), Optional.empty(), now));
            if (command instanceof Command.Withdraw withdraw) {
                notebook.note(new Event.Withdrew(withdraw.agent()), now);
            }
        }
        workgroup.states().forEach(visit -> openOnBoard(visit, now));
        return outcomes;
    }

    /** Who leads is known before the channel is there again: until then nobody is in it, which passes. */
    private void openOnBoard(VisitState visit, Instant now) {
        var id = visit.id().value();
        if (visit.seats().isEmpty() || board.isOpen(id)) {
            return;
        }
        open(visit.id(), visit.seats().get(0).agent().user(), now);
        if (visit.customerEntered()) {
            board.handle(new DriveCommand.Admit(id, visit.customer().connection()), now);
        }
    }

    private static Set<String> connections(Memory memory, Predicate<String> isHere) {
        var all = new HashSet<String>();
        for (var kept : memory.visits()) {
            all.add(kept.state().customer().connection());
            kept.state().offers().values().forEach(agent -> all.add(agent.connection()));
            kept.state().seats().forEach(seat -> all.add(seat.agent().connection()));
        }
        all.removeIf(isHere.negate());
        return all;
    }

    Optional<Instant> nextDeadline(Instant now) {
        return workgroup.nextDeadline(now);
    }

    DeskStatus status() {
        return new DeskStatus(workgroup.state(), workgroup.agents(), workgroup.monitors());
    }

    /** From when on it matters who served whom. */
    Instant bondsSince(Instant now) {
        return now.minus(settings.affinity().stickyFor());
    }

    private void open(VisitId visit, String leader, Instant now) {
        board.handle(new DriveCommand.Open(visit.value(), leader, notebook.drives(visit)), now);
    }

    private List<DriveEvent> keepBoard(Event event, Instant now) {
        if (event instanceof Event.Opened opened) {
            if (!board.isOpen(opened.visit().value())) {
                open(opened.visit(), opened.agent().user(), now);
            }
            return List.of();
        }
        var command = boardCommand(event);
        return command == null ? List.of() : board.handle(command, now);
    }

    private static DriveCommand boardCommand(Event event) {
        if (event instanceof Event.CustomerEntered entered) {
            return new DriveCommand.Admit(
                    entered.visit().value(), entered.customer().connection());
        } else if (event instanceof Event.CustomerMissed missed) {
            return new DriveCommand.Dismiss(missed.visit().value());
        } else if (event instanceof Event.Rejoined back && back.enterBy().isPresent()) {
            return new DriveCommand.Dismiss(back.visit().value());
        } else if (event instanceof Event.Relieved relieved) {
            return new DriveCommand.Lead(
                    relieved.visit().value(), relieved.leader().user());
        } else if (event instanceof Event.AgentLeft left) {
            return new DriveCommand.Lead(left.visit().value(), left.leader().user());
        } else if (event instanceof Event.Unseated unseated) {
            return new DriveCommand.Close(unseated.visit().value());
        } else if (event instanceof Event.Ended ended) {
            return new DriveCommand.Close(ended.visit().value());
        }
        return null;
    }
}
