package dev.usher.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every visit that is not over, in order of arrival, found by its id or by its customer. Owned by the workgroup. */
final class Visits {
    private final Map<VisitId, Visit> byId = new LinkedHashMap<>();
    private final Map<String, Visit> byConnection = new HashMap<>();

    void add(Visit visit) {
        byId.put(visit.id, visit);
        byConnection.put(visit.customer.connection(), visit);
    }

    void remove(Visit visit) {
        byId.remove(visit.id);
        byConnection.remove(visit.customer.connection());
    }

    Optional<Visit> find(VisitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Visit> of(Address customer) {
        return Optional.ofNullable(byConnection.get(customer.connection()));
    }

    Optional<Visit> find(OfferRef offer) {
        if (offer instanceof OfferRef.BySession bySession) {
            return find(bySession.visit());
        }
        return Optional.ofNullable(byConnection.get(((OfferRef.ByCustomer) offer).connection()));
    }

    Collection<Visit> all() {
        return byId.values();
    }

    /** The same, for a caller who ends some of them on the way. */
    List<Visit> snapshot() {
        return List.copyOf(byId.values());
    }

    /** Those who wait, asked for or not: the first is the next to be served. */
    List<Visit> queue() {
        return byId.values().stream().filter(Visit::inQueue).toList();
    }

    QueueView view() {
        var queue = queue();
        var head = queue.stream()
                .limit(QueueView.HEAD_LIMIT)
                .map(visit -> new QueueView.Waiting(visit.customer, visit.since))
                .toList();
        return new QueueView(queue.size(), head);
    }
}
