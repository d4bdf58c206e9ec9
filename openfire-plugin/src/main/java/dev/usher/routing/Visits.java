package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Every visit that is not over, by its id, its customer and its next deadline. Owned by the floor. */
final class Visits {
    private static final Comparator<Visit> BY_TIMER =
            Comparator.comparing((Visit visit) -> visit.mark.timer).thenComparingLong(Visit::number);

    private final Function<Visit, Instant> nextTimer;
    private final Map<VisitId, Visit> byId = new LinkedHashMap<>();
    private final Map<String, Visit> byConnection = new HashMap<>();
    private final Map<String, List<Visit>> byUser = new HashMap<>();
    private final Map<String, Integer> byOrigin = new HashMap<>();
    private final TreeSet<Visit> timers = new TreeSet<>(BY_TIMER);

    /** @param nextTimer when a visit's clock is to be looked at next; null when nothing runs */
    Visits(Function<Visit, Instant> nextTimer) {
        this.nextTimer = nextTimer;
    }

    /** Takes a visit in, or in again after a change. */
    void add(Visit visit) {
        byId.put(visit.id(), visit);
        visit.mark.timer = nextTimer.apply(visit);
        if (visit.mark.timer != null) {
            timers.add(visit);
        }
        if (!visit.isErrand()) {
            byConnection.put(visit.customer().connection(), visit);
            byUser.computeIfAbsent(visit.customer().user(), user -> new ArrayList<>(1))
                    .add(visit);
            byOrigin.merge(visit.placed().origin(), 1, Integer::sum);
        }
    }

    /** Takes a visit out before it changes. It keeps its place among the others until it is over. */
    void remove(Visit visit) {
        if (visit.mark.timer != null) {
            timers.remove(visit);
            visit.mark.timer = null;
        }
        if (!visit.isErrand()) {
            byConnection.remove(visit.customer().connection(), visit);
            byUser.computeIfPresent(
                    visit.customer().user(),
                    (user, visits) -> visits.remove(visit) && visits.isEmpty() ? null : visits);
            byOrigin.computeIfPresent(visit.placed().origin(), Visits::oneLess);
        }
    }

    /** It is over. */
    void forget(Visit visit) {
        byId.remove(visit.id());
    }

    private static Integer oneLess(String key, int count) {
        return count > 1 ? count - 1 : null;
    }

    Optional<Visit> find(VisitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Visit> of(Address customer) {
        return Optional.ofNullable(byConnection.get(customer.connection()));
    }

    /** The visits of a customer, on whatever connection. */
    List<Visit> ofUser(String user) {
        return byUser.getOrDefault(user, List.of());
    }

    int countOfOrigin(String origin) {
        return byOrigin.getOrDefault(origin, 0);
    }

    Collection<Visit> all() {
        return byId.values();
    }

    /** The same, for a caller who changes some of them on the way. */
    List<Visit> snapshot() {
        return List.copyOf(byId.values());
    }

    /** The first whose time has come; empty if there is none. */
    Optional<Visit> due(Instant now) {
        return timers.isEmpty() || timers.first().mark.timer.isAfter(now)
                ? Optional.empty()
                : Optional.of(timers.first());
    }

    /** How many keys the indexes have: none where there is no visit, or they would grow for ever. */
    int keys() {
        return byId.size() + byConnection.size() + byUser.size() + byOrigin.size() + timers.size();
    }

    Optional<Instant> nextTimer() {
        return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().mark.timer);
    }
}
