package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everybody does anything at all, at any time: customers, agents, neighbouring workgroups, the admin, and the server
 * itself, which starts again in the middle of it. Every step is three numbers, so that a long story shrinks.
 */
final class Turmoil {
    /** @param what which kind of thing @param who by whom or to whom @param seconds how long after the last one */
    record Step(int what, int who, int seconds) {}

    static final int KINDS = 53;
    private static final int RESTART = 40;
    private static final int CLOCK_SET_BACK = 41;
    private static final int NEXT_DEADLINE = 42;

    final Chronicle chronicle;
    /** The journals of our own visits, which outlive a restart, and those of other workgroups' visits, which do not. */
    final Replay journals = new Replay();

    Replay errands = new Replay();
    Settings settings;
    Workgroup workgroup;
    Instant now = Instant.parse("2026-01-01T10:00:00Z");
    /** What the last step led to. */
    List<Event> last = List.of();

    private final Policy ofVerona;
    private final Policy ofMantua;
    private final Cast cast = new Cast(this);

    Turmoil(Policy ofVerona, Policy ofMantua) {
        this.ofVerona = ofVerona;
        this.ofMantua = ofMantua;
        settings = HouseRules.variant(0, ofVerona, ofMantua);
        workgroup = new Workgroup(settings);
        chronicle = new Chronicle();
        // Somebody must be there, or nobody gets in.
        take(new Step(5, 0, 0));
        take(new Step(5, 1, 0));
    }

    void take(Step step) {
        last = new ArrayList<>();
        if (step.what() == CLOCK_SET_BACK) {
            handle(new Command.Tick(), now.minusSeconds(step.who()));
            return;
        }
        now = now.plusSeconds(step.seconds());
        if (step.what() == RESTART) {
            restart(Restart.of(step.who()));
        } else if (step.what() == NEXT_DEADLINE) {
            now = workgroup.nextDeadline(now).filter(now::isBefore).orElse(now);
            handle(new Command.Tick());
        } else {
            handle(cast.command(step.what(), step.who()));
        }
    }

    private void restart(Restart restart) {
        var states = workgroup.states();
        var duties = chronicle.duties();
        settings = restart.areSettingsOther() ? variant(states.size()) : settings;
        workgroup = new Workgroup(settings);
        errands = new Replay();
        chronicle.restarted();
        handle(new Command.Restore(states, List.of(), restart.here(states), restart.channelsAreLost()));
        for (var duty : duties) {
            handle(restart.areAgentsHere() ? duty : new Command.Withdraw(duty.agent()));
        }
    }

    Settings variant(int which) {
        return HouseRules.variant(which, ofVerona, ofMantua);
    }

    private void handle(Command command) {
        handle(command, now);
    }

    private void handle(Command command, Instant at) {
        if (command instanceof Command.Configure configure) {
            settings = configure.settings();
        }
        chronicle.asked(command);
        for (var event : workgroup.handle(command, at)) {
            last.add(event);
            if (event instanceof Event.OfVisit ofVisit) {
                boolean isErrand = event instanceof Event.Queued queued
                        ? !queued.placement().home().isEmpty()
                        : errands.states().containsKey(ofVisit.visit());
                (isErrand ? errands : journals).add(ofVisit, now);
            }
            chronicle.note(event, now, settings);
        }
    }

    /** Every visit that is not over, those of other workgroups too, in the order of their arrival. */
    List<VisitState> visits() {
        var all = new ArrayList<>(workgroup.states());
        errands.states().keySet().forEach(id -> workgroup.state(id).ifPresent(all::add));
        all.sort(Comparator.comparingLong(visit -> visit.placed().number()));
        return all;
    }

    Optional<VisitState> state(VisitId visit) {
        return workgroup.state(visit);
    }
}
