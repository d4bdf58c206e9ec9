package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a workgroup, and the one place where it changes: by events, which also bring the indexes up to date.
 * What is decided on it is the business of the others in this package. Owned by its {@link Workgroup}.
 */
final class Floor {
    private static final Duration HOURS_AHEAD = Duration.ofDays(300);

    final Visits visits = new Visits(this::nextTimer);
    final Roster roster = new Roster();
    final Seekers seekers = new Seekers();
    final Bonds bonds = new Bonds();
    final MessageBox messages = new MessageBox();
    final Lookers lookers = new Lookers();
    /** Agents who see their colleagues. */
    final Audience watchers = new Audience();

    private final Map<String, WaitingLine> lines = new LinkedHashMap<>();
    private final Map<VisitId, VisitState> ended = new HashMap<>();
    private final Set<Visit> errands = new LinkedHashSet<>();
    private final Set<Visit> handedOn = new LinkedHashSet<>();
    private Set<Visit> untold = new LinkedHashSet<>();
    private Set<Visit> changedVisits = new LinkedHashSet<>();
    private Set<String> changedAgents = new LinkedHashSet<>();
    private Set<String> otherwiseSeen = new LinkedHashSet<>();
    private final Map<String, ServiceQueue> queues = new HashMap<>();
    private Settings settings;
    private Set<String> agents;
    private boolean isOpenByTheClock;
    private Optional<Instant> openOrClosedUntil = Optional.empty();
    private Instant hoursKnownUntil;
    private Instant now = Instant.EPOCH;
    private List<Event> out = new ArrayList<>();
    private long lastNumber;

    Floor(Settings settings) {
        use(settings);
    }

    /** Begins to decide. A clock that was set back does not turn time back here. */
    void begin(Instant at) {
        now = at.isAfter(now) ? at : now;
        out = new ArrayList<>();
        ended.clear();
    }

    List<Event> decided() {
        return out;
    }

    Instant now() {
        return now;
    }

    Instant in(Duration time) {
        return now.plus(time);
    }

    Settings settings() {
        return settings;
    }

    Timing timing() {
        return settings.timing();
    }

    void use(Settings next) {
        settings = next;
        agents = Set.copyOf(next.agents());
        hoursKnownUntil = Instant.MIN;
        queues.clear();
        for (var queue : next.queues()) {
            queues.put(queue.name(), queue);
            lines.computeIfAbsent(queue.name(), WaitingLine::new);
        }
    }

    Set<String> agents() {
        return agents;
    }

    boolean isAgent(String user) {
        return agents.contains(user);
    }

    /** The queue of that name; the first one where it is gone, or where there is no name. */
    ServiceQueue queue(String name) {
        return queues.getOrDefault(name, settings.queues().get(0));
    }

    /** Whether customers are taken in at this hour. */
    boolean isOpenByTheClock() {
        if (!now.isBefore(hoursKnownUntil)) {
            isOpenByTheClock = settings.hours().isOpen(now);
            openOrClosedUntil = settings.hours().nextChange(now);
            hoursKnownUntil = openOrClosedUntil.orElse(now.plus(HOURS_AHEAD)); // hours are known for a year only
        }
        return isOpenByTheClock;
    }

    /** When that will be otherwise; empty if it stays like this. */
    Optional<Instant> openOrClosedUntil() {
        return openOrClosedUntil;
    }

    long nextNumber() {
        return ++lastNumber;
    }

    Iterable<WaitingLine> lines() {
        return lines.values();
    }

    WaitingLine line(String queue) {
        return lines.computeIfAbsent(queue, WaitingLine::new);
    }

    /** Says something that changes no visit. */
    void say(Event event) {
        out.add(event);
    }

    /** A visit begins. */
    Visit begins(Event.Queued queued) {
        var visit = new Visit(queued, now);
        out.add(queued);
        index(visit);
        if (visit.isErrand()) {
            errands.add(visit);
        }
        return visit;
    }

    /** A visit of an earlier life goes on. */
    Visit resumes(VisitState state) {
        var visit = new Visit(state);
        lastNumber = Math.max(lastNumber, visit.number());
        if (state.phase() == Phase.MESSAGE) {
            messages.add(visit);
        } else {
            index(visit);
        }
        return visit;
    }

    /** A message is left. */
    void leaves(Event.MessageLeft left) {
        messages.add(new Visit(left, now));
        out.add(left);
    }

    /** A message is over. */
    void told(Visit message, Event.MessageTold told) {
        message.apply(told, now);
        out.add(told);
        ended.put(message.id(), message.state());
        messages.remove(message.id());
    }

    /** Something happens to a visit. */
    void happens(Visit visit, Event.OfVisit event) {
        if (visit.isOver()) {
            out.add(event); // said of it, and changes nothing any more
            return;
        }
        touchAgentsOf(visit);
        seeOtherwise(visit);
        visits.remove(visit);
        seekers.remove(visit);
        roster.remove(visit);
        var line = visit.mark.line;
        countUnasked(visit, -1);
        visit.apply(event, now);
        out.add(event);
        if (visit.isOver()) {
            leaveLine(visit, line);
            ended.put(visit.id(), visit.state());
            visits.forget(visit);
            errands.remove(visit);
            handedOn.remove(visit);
            return;
        }
        if (line != null && !standsIn(visit, line)) {
            leaveLine(visit, line);
        }
        index(visit);
        seeOtherwise(visit);
    }

    private void seeOtherwise(Visit visit) {
        visit.seats().forEach(seat -> otherwiseSeen.add(seat.agent().user()));
    }

    /** An agent looks otherwise to the others. */
    void seeOtherwise(String agent) {
        otherwiseSeen.add(agent);
    }

    private void index(Visit visit) {
        visits.add(visit);
        seekers.add(visit);
        roster.add(visit);
        if (visit.inQueue() && visit.mark.line == null) {
            visit.mark.line = line(visit.queue());
            visit.mark.line.add(visit);
        }
        countUnasked(visit, 1);
        if (visit.mark.line != null && visit.mark.toldPosition == 0) {
            untold.add(visit);
        }
        if (visit.handover().isPresent()) {
            handedOn.add(visit);
        } else {
            handedOn.remove(visit);
        }
        if (visit.isSeeking()) {
            changedVisits.add(visit);
        }
    }

    private static void countUnasked(Visit visit, int change) {
        if (visit.mark.line != null && visit.isSeeking()) {
            visit.mark.line.countUnasked(change);
        }
    }

    private static boolean standsIn(Visit visit, WaitingLine line) {
        return visit.inQueue() && line.queue().equals(visit.queue());
    }

    private static void leaveLine(Visit visit, WaitingLine line) {
        if (line != null) {
            line.remove(visit);
            visit.mark.line = null;
            visit.mark.toldPosition = 0;
        }
    }

    private void touchAgentsOf(Visit visit) {
        visit.seats().forEach(seat -> changedAgents.add(seat.agent().user()));
        changedAgents.addAll(visit.offers().keySet());
    }

    /** An agent may be able to take something that could not be taken before. */
    void touch(String agent) {
        changedAgents.add(agent);
    }

    /** A visit may find somebody who could not be found before. */
    void touch(Visit visit) {
        if (visit.isSeeking()) {
            changedVisits.add(visit);
        }
    }

    /** Its clock may run otherwise now, or has been looked at. */
    void retime(Visit visit) {
        visits.remove(visit);
        visits.add(visit);
        touch(visit);
    }

    Set<Visit> changedVisits() {
        return changedVisits;
    }

    /** The visits for which other workgroups ask. */
    List<Visit> errands() {
        return List.copyOf(errands);
    }

    /** The open visits for which another agent is looked for. */
    List<Visit> handedOn() {
        return List.copyOf(handedOn);
    }

    /** The visits that have to be looked at, and are no longer kept here. */
    Set<Visit> takeChangedVisits() {
        var changed = changedVisits;
        changedVisits = new LinkedHashSet<>();
        return changed;
    }

    /** Those who have not been told their place, and are no longer kept here. */
    Set<Visit> takeUntold() {
        var taken = untold;
        untold = new LinkedHashSet<>();
        return taken;
    }

    /** The agents who have to be looked at, and are no longer kept here. */
    Set<String> takeChangedAgents() {
        var changed = changedAgents;
        changedAgents = new LinkedHashSet<>();
        return changed;
    }

    /** The agents who look otherwise than before, and are no longer kept here. */
    Set<String> takeOtherwiseSeen() {
        var seen = otherwiseSeen;
        otherwiseSeen = new LinkedHashSet<>();
        return seen;
    }

    /** What is known of a visit, also of one that has ended in what was decided last. */
    Optional<VisitState> state(VisitId visit) {
        return visits.find(visit)
                .or(() -> messages.find(visit))
                .map(Visit::state)
                .or(() -> Optional.ofNullable(ended.get(visit)));
    }

    private Instant nextTimer(Visit visit) {
        return VisitClock.next(visit, settings, now);
    }
}
