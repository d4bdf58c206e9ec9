package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A day in a call centre, event by event, with the real workgroup in the middle: customers come as a Poisson stream,
 * agents accept at once and are busy for an exponential time. One mean service time is {@link #SERVICE}.
 */
final class CallCentre {
    static final Duration SERVICE = Duration.ofMinutes(5);

    private static final Instant OPENING = Instant.parse("2026-01-01T00:00:00Z");

    /** The end of a visit. */
    private record End(Instant at, VisitId visit, Address customer) {}

    /** A customer as observed. @param expected the wait that was announced on arrival; NaN if none was; nanoseconds */
    record Observed(long waited, int place, double expected) {}

    private final Workgroup workgroup;
    private final CustomerStream stream;
    private final PriorityQueue<End> ends =
            new PriorityQueue<>((one, other) -> one.at().compareTo(other.at()));
    private final Map<VisitId, Instant> arrivals = new HashMap<>();
    private final Map<VisitId, Double> announced = new HashMap<>();
    private final Map<VisitId, Integer> places = new HashMap<>();
    private final List<Observed> observed = new ArrayList<>();
    private Instant now = OPENING;
    private int customers;

    CallCentre(ErlangC theory, long seed) {
        stream = new CustomerStream(theory, SERVICE.toNanos(), seed);
        Set<String> users = new LinkedHashSet<>();
        for (int i = 0; i < theory.agents(); i++) {
            users.add("agent" + i + "@example.org");
        }
        workgroup = new Workgroup(Settings.of(users)
                .withLimits(new Limits(1, 1, 1, 0))
                .withTiming(Timing.USUAL.withWatch(Duration.ofDays(1))));
        users.forEach(user -> handle(new Command.Attend(new Address(user, user + "/desk"), true, 0)));
    }

    /** Lets so many customers come and be served, and takes down how they fared, in the order of their arrival. */
    List<Observed> run(int count) {
        var next = OPENING.plusNanos(stream.nextArrival());
        while (observed.size() < count) {
            if (!ends.isEmpty() && !ends.peek().at().isAfter(next)) {
                end(ends.remove());
            } else {
                now = next;
                arrive();
                next = OPENING.plusNanos(stream.nextArrival());
            }
        }
        return observed;
    }

    private void arrive() {
        var name = "customer" + customers++;
        var visit = new VisitId(name);
        arrivals.put(visit, now);
        handle(new Command.Join(visit, new Address(name + "@example.org", name + "@example.org/web"), Map.of(), ""));
    }

    private void end(End end) {
        now = end.at();
        handle(new Command.Leave(end.visit(), end.customer()));
    }

    private void handle(Command command) {
        for (var event : workgroup.handle(command, now)) {
            if (event instanceof Event.Offered offered) {
                serve(offered);
            } else if (event instanceof Event.Moved moved) {
                places.putIfAbsent(moved.visit(), moved.position());
                announced.putIfAbsent(
                        moved.visit(),
                        moved.expectedWait()
                                .map(wait -> (double) wait.toNanos())
                                .orElse(Double.NaN));
            }
        }
    }

    private void serve(Event.Offered offered) {
        var visit = offered.visit();
        long waited = Duration.between(arrivals.remove(visit), now).toNanos();
        var place = places.remove(visit);
        var expected = announced.remove(visit);
        observed.add(new Observed(waited, place == null ? 0 : place, expected == null ? 0 : expected));
        handle(new Command.Accept(offered.agent(), new OfferRef.BySession(visit)));
        handle(new Command.ConfirmChannel(visit));
        handle(new Command.Enter(visit, offered.customer()));
        handle(new Command.Enter(visit, offered.agent()));
        ends.add(new End(now.plusNanos(stream.nextService()), visit, offered.customer()));
    }
}
