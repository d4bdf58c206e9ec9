package dev.usher.benchmarks;

import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Limits;
import dev.usher.routing.OfferRef;
import dev.usher.routing.Settings;
import dev.usher.routing.VisitId;
import dev.usher.routing.Workgroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/** A workgroup whose agents are all busy, and who waits there. */
final class BusyWorkgroup {
    /** A thousand commands a second: often enough that the places told in turn, and the agents' views, are in it. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(1);

    private record Served(VisitId visit, Address customer) {}

    private final Workgroup workgroup;
    private final int agents;
    private final Deque<Served> served = new ArrayDeque<>();
    private final List<VisitId> taken = new ArrayList<>();
    private final BitSet waiting = new BitSet();
    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private int made;

    BusyWorkgroup(int agents, int waiting) {
        this.agents = agents;
        var users = new LinkedHashSet<String>();
        for (int i = 0; i < agents; i++) {
            users.add("agent" + i + "@example.org");
        }
        workgroup = new Workgroup(Settings.of(users).withLimits(new Limits(1, 5, 50, 0)));
        for (var user : users) {
            handle(new Command.Attend(new Address(user, user + "/desk"), true, 0));
        }
        for (var join : newcomers(agents)) {
            accept(handle(join));
        }
        handleAll(newcomers(waiting));
        mustHave(waiting);
    }

    /** So many who are not there yet, each with an address of their own. */
    List<Command> newcomers(int count) {
        var joins = new ArrayList<Command>(count);
        for (int i = 0; i < count; i++) {
            waiting.set(made);
            joins.add(Customers.join("visit" + made++));
        }
        return joins;
    }

    /** So many of those who wait, from anywhere in the line, who go. */
    List<Command> quitters(int count) {
        var departures = new ArrayList<Command>(count);
        while (departures.size() < count) {
            int first = waiting.nextSetBit(0);
            int number = waiting.nextSetBit(first + random.nextInt(made - first));
            if (number >= 0) {
                waiting.clear(number);
                departures.add(new Command.Depart(Customers.address("visit" + number)));
            }
        }
        return departures;
    }

    /** Returns all that was decided, for nobody to skip it. */
    int handleAll(List<Command> commands) {
        int events = 0;
        for (var command : commands) {
            events += handle(command).size();
        }
        return events;
    }

    /** A visit ends, and its agent is offered the next one, accepts it, and both come into its channel. */
    int serveTheNext() {
        var done = served.remove();
        var events = handle(new Command.Leave(done.visit(), done.customer()));
        return events.size() + accept(events);
    }

    /** Who came or went is made up for, so that so many wait. */
    void restore(int length) {
        for (var visit : taken) {
            waiting.clear(Integer.parseInt(visit.value().substring("visit".length())));
        }
        taken.clear();
        int missing = length - waiting.cardinality();
        handleAll(missing > 0 ? newcomers(missing) : quitters(-missing));
    }

    /** Nobody was refused, and nobody got lost. */
    void mustHave(int length) {
        restore(length);
        int visits = workgroup.states().size();
        if (visits != agents + length || served.size() != agents) {
            throw new IllegalStateException(visits + " visits, " + served.size() + " of them served");
        }
    }

    private List<Event> handle(Command command) {
        now = now.plus(BETWEEN_COMMANDS);
        return workgroup.handle(command, now);
    }

    private int accept(List<Event> events) {
        int decided = 0;
        for (var event : events) {
            if (event instanceof Event.Offered offered) {
                var visit = offered.visit();
                decided += handle(new Command.Accept(offered.agent(), new OfferRef.BySession(visit)))
                        .size();
                decided += handle(new Command.ConfirmChannel(visit)).size();
                decided += handle(new Command.Enter(visit, offered.customer())).size();
                decided += handle(new Command.Enter(visit, offered.agent())).size();
                served.add(new Served(visit, offered.customer()));
                taken.add(visit);
            }
        }
        return decided;
    }
}
