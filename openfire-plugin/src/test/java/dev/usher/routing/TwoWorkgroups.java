package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two workgroups, Verona where Nurse serves and Mantua where Friar does, and whoever carries word between them. */
final class TwoWorkgroups {
    final Map<String, Workgroup> workgroups = new LinkedHashMap<>();
    private final Map<String, Settings> settings = new LinkedHashMap<>();
    Instant now = Stage.TEN;
    /** What each has decided, in its order, as {@code workgroup: Event}. */
    final List<String> story = new ArrayList<>();

    private final Map<String, List<Event>> heard = new HashMap<>();

    TwoWorkgroups(Settings verona) {
        this(verona, Stage.SETTINGS.withQueues(ServiceQueue.of(Set.of(Stage.FRIAR.user()))));
    }

    TwoWorkgroups(Settings verona, Settings mantua) {
        settings.put("verona", verona);
        settings.put("mantua", mantua);
        settings.forEach((name, own) -> workgroups.put(name, new Workgroup(own)));
    }

    /** One of them starts again, and these people are still there: its agents come online again. */
    TwoWorkgroups restart(String workgroup, Address... here) {
        var states = workgroups.get(workgroup).states();
        var connections = Stream.of(here).map(Address::connection).collect(Collectors.toSet());
        var again = new Workgroup(settings.get(workgroup));
        workgroups.put(workgroup, again);
        var events = new ArrayList<>(again.handle(new Command.Restore(states, List.of(), connections, false), now));
        for (var agent : here) {
            if (settings.get(workgroup).agents().contains(agent.user())) {
                events.addAll(again.handle(new Command.Attend(agent, true, 0), now));
            }
        }
        tell(workgroup, events);
        return this;
    }

    TwoWorkgroups on(String workgroup, Command... commands) {
        for (var command : commands) {
            tell(workgroup, workgroups.get(workgroup).handle(command, now));
        }
        return this;
    }

    private void tell(String workgroup, List<Event> events) {
        events.forEach(event -> note(workgroup, event));
        events.forEach(event -> carry(workgroup, event));
    }

    TwoWorkgroups later(int seconds) {
        now = Stage.at(seconds);
        workgroups.keySet().forEach(name -> on(name, new Command.Tick()));
        return this;
    }

    /** What was decided since the last time, of these kinds. */
    List<String> told() {
        var told = List.copyOf(story);
        story.clear();
        return told;
    }

    /** What one of them has decided since the last time, as {@link Told} tells it, without places and queues. */
    List<Event> heard(String workgroup) {
        var events = heard.remove(workgroup);
        return events == null ? List.of() : Told.plainly(events);
    }

    /** Both go on from here, and nothing was heard. */
    TwoWorkgroups fromHereOn() {
        heard.clear();
        story.clear();
        return this;
    }

    /** Something that every workgroup is told. */
    TwoWorkgroups onBoth(Command command) {
        workgroups.keySet().forEach(name -> on(name, command));
        return this;
    }

    Optional<VisitState> state(String workgroup, Address customer) {
        return workgroups.get(workgroup).state(Stage.visit(customer));
    }

    private void note(String workgroup, Event event) {
        boolean isTalk = event instanceof Event.Moved
                || event instanceof Event.QueueChanged
                || event instanceof Event.Unmatched
                || event instanceof Event.StateChanged
                || event instanceof Event.BeganAnew
                || event instanceof Event.Attended;
        if (!isTalk) {
            heard.computeIfAbsent(workgroup, name -> new ArrayList<>()).add(event);
            story.add(workgroup + ": " + event.getClass().getSimpleName());
        }
    }

    private void carry(String from, Event event) {
        if (event instanceof Event.Referred referred) {
            refer(from, referred);
        } else if (event instanceof Event.Recalled recalled) {
            on(recalled.workgroup(), new Command.CallBack(recalled.visit(), from));
        } else if (event instanceof Event.Lent lent) {
            on(lent.home(), new Command.Lend(lent.visit(), from, lent.agent()));
        } else if (event instanceof Event.Declined declined) {
            on(declined.home(), new Command.Decline(declined.visit(), from));
        } else if (event instanceof Event.BeganAnew) {
            onBoth(new Command.AskAgain(from));
        } else if (event instanceof Event.StillLent still) {
            on(still.lender(), new Command.KeepLent(still.errand().of(from), still.agent()));
        }
    }

    private void refer(String from, Event.Referred referred) {
        if (!workgroups.containsKey(referred.workgroup())) {
            on(from, new Command.Decline(referred.visit(), referred.workgroup()));
            return;
        }
        on(referred.workgroup(), new Command.Run(referred.errand().of(from)));
    }
}
