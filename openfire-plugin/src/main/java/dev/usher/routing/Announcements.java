package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Tells customers their places, agents their queues, and everybody whether the workgroup is open. However long a line
 * is, no event costs more than a few stanzas: the first customers are told at once, those further back in turn, and the
 * agents once in a while. Decides on a floor that is not its own.
 */
final class Announcements {
    /** Who stand this far in front are told at once. */
    static final int AT_ONCE = 20;
    /** Those behind them are told so many at a time ... */
    static final int AT_A_TIME = 200;
    /** ... and this long after each other. */
    static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often the expected wait is looked at while nobody moves. */
    static final Duration REFRESH = Duration.ofSeconds(30);
    /** The expected wait is told again when it is longer or shorter than before by this part of it. */
    private static final double WORTH_TELLING = 0.25;

    private final Floor floor;
    private ServiceState toldState = ServiceState.CLOSED;
    private boolean isStateToShow;
    private Instant showStateFrom = Instant.EPOCH;

    Announcements(Floor floor) {
        this.floor = floor;
    }

    /** Who asks is told at once, and it does not count as told. */
    void locate(Command.Locate locate) {
        var visit = floor.visits.of(locate.customer()).filter(Visit::inQueue).orElse(null);
        if (visit == null) {
            floor.say(new Event.Refused(Refusal.NOT_WAITING));
            return;
        }
        var line = visit.mark.line;
        int position = line.before(visit) + 1;
        var wait = line.pace.of(position, floor.now());
        floor.say(new Event.Located(visit.id(), visit.customer(), position, wait));
    }

    void make() {
        floor.lines().forEach(this::tellLine);
        tellUntold();
        floor.settings().queues().forEach(this::showWhenStale);
        var state = ServiceHours.state(floor);
        if (state != toldState) {
            toldState = state;
            floor.say(new Event.StateChanged(state));
            isStateToShow = true;
        }
        if (isStateToShow && !floor.now().isBefore(showStateFrom)) {
            showState(state);
        }
    }

    /** Where a queue fills up and empties again and again, not each time. */
    private void showState(ServiceState state) {
        isStateToShow = false;
        showStateFrom = floor.in(floor.timing().watch());
        var behind = floor.lookers.show(state);
        if (!behind.isEmpty()) {
            floor.say(new Event.StateShown(behind, state));
        }
    }

    Optional<Instant> nextDeadline() {
        var sweeps = StreamSupport.stream(floor.lines().spliterator(), false)
                .flatMap(
                        line -> Stream.of(Optional.ofNullable(line.sweep.due), Optional.ofNullable(line.sweep.refresh)))
                .flatMap(Optional::stream);
        var shows = floor.settings().queues().stream()
                .map(queue -> floor.line(queue.name()).showing)
                .filter(showing -> showing.stale)
                .map(showing -> showing.last.plus(floor.timing().watch()));
        var state = isStateToShow ? Stream.of(showStateFrom) : Stream.<Instant>empty();
        return Stream.of(sweeps, shows, state, floor.openOrClosedUntil().stream())
                .flatMap(instants -> instants)
                .min(Instant::compareTo);
    }

    private void tellLine(WaitingLine line) {
        if (line.unasked() == 0) {
            line.pace.emptied();
        }
        if (line.hasChanges()) {
            line.showing.stale = true;
            tellFrom(line, line.takeChanges());
        }
        var refresh = line.sweep.refresh;
        if (refresh != null && !floor.now().isBefore(refresh)) {
            tellFrom(line, 0);
            line.sweep.refresh = null;
        }
        if (line.sweep.refresh == null && line.size() > 0 && line.pace.isKnown()) {
            line.sweep.refresh = floor.in(REFRESH);
        }
        if (line.sweep.due != null && !floor.now().isBefore(line.sweep.due)) {
            sweep(line);
        }
    }

    /**
     * Who has just come hears at once; of a crowd that comes at once, as many as at any other time: the line has changed
     * by them, and the others hear in their turn.
     */
    private void tellUntold() {
        floor.takeUntold().stream()
                .filter(visit -> visit.mark.line != null && visit.mark.toldPosition == 0 && isToBeTold(visit))
                .limit(AT_A_TIME)
                .forEach(visit -> tell(visit, visit.mark.line.before(visit) + 1));
    }

    private void tellFrom(WaitingLine line, int from) {
        for (int rank = from; rank < Math.min(AT_ONCE, line.size()); rank++) {
            tell(line.at(rank), rank + 1);
        }
        plan(line, from);
    }

    /** Whoever stands further back hears of a change before them a little later. */
    private void plan(WaitingLine line, int from) {
        if (line.size() <= AT_ONCE || isNewAtTheEnd(line, from)) {
            return;
        }
        var sweep = line.sweep;
        if (sweep.due == null) {
            sweep.cursor = Math.max(AT_ONCE, from);
            sweep.due = floor.in(PAUSE);
        } else if (from < sweep.cursor) {
            sweep.again = true;
        }
    }

    /** Who has just come is told by themselves, and nobody stands behind them. */
    private static boolean isNewAtTheEnd(WaitingLine line, int rank) {
        return rank == line.size() - 1 && line.at(rank).mark.toldPosition == 0;
    }

    private void sweep(WaitingLine line) {
        var sweep = line.sweep;
        int end = Math.min(line.size(), sweep.cursor + AT_A_TIME);
        for (int rank = sweep.cursor; rank < end; rank++) {
            tell(line.at(rank), rank + 1);
        }
        sweep.cursor = end;
        sweep.due = floor.in(PAUSE);
        if (end < line.size()) {
            return;
        }
        sweep.cursor = AT_ONCE;
        if (!sweep.again) {
            sweep.due = null;
        }
        sweep.again = false;
    }

    private void tell(Visit visit, int position) {
        if (!isToBeTold(visit)) {
            return;
        }
        var wait = visit.mark.line.pace.of(position, floor.now());
        if (visit.mark.toldPosition == position && !isWorthTelling(visit.mark.toldWait, wait.orElse(null))) {
            return;
        }
        visit.mark.toldPosition = position;
        visit.mark.toldWait = wait.orElse(null);
        floor.say(new Event.Moved(visit.id(), visit.customer(), position, wait));
    }

    private static boolean isToBeTold(Visit visit) {
        return !visit.isErrand() && !visit.isCustomerMissed();
    }

    private static boolean isWorthTelling(Duration told, Duration now) {
        if (now == null || told == null) {
            return now != told;
        }
        return now.minus(told).abs().toMillis() > WORTH_TELLING * told.toMillis();
    }

    private void showWhenStale(ServiceQueue queue) {
        var line = floor.line(queue.name());
        var showing = line.showing;
        boolean isOpen = Views.isOpen(floor, queue);
        showing.stale |= showing.open != null && showing.open != isOpen;
        showing.open = isOpen;
        boolean isTime = showing.last == null
                || !floor.now().isBefore(showing.last.plus(floor.timing().watch()));
        if (!showing.stale || !isTime) {
            return;
        }
        showing.stale = false;
        showing.last = floor.now();
        var watchers = Views.watchers(floor, queue);
        if (!watchers.isEmpty()) {
            floor.say(new Event.QueueChanged(watchers, Views.of(floor, queue)));
        }
    }
}
