package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that customers have left and that nobody has been told of yet, apart from the visits: they stand in no
 * line, take up no agent, and count for nobody's limit but their own. Owned by the floor.
 */
final class MessageBox {
    /** How long one network address is remembered for a message. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private record Sender(String origin, Instant at) {}

    private final Map<VisitId, Visit> messages = new LinkedHashMap<>();
    /** Those of which agents are being told, and by whom it is not confirmed yet. Nothing of it outlives a restart. */
    private final Set<VisitId> shown = new HashSet<>();

    private final Deque<Sender> senders = new ArrayDeque<>();
    private final Map<String, Integer> bySender = new HashMap<>();

    void add(Visit message) {
        messages.put(message.id(), message);
        var origin = message.placed().origin();
        if (!origin.isEmpty()) {
            senders.add(new Sender(origin, message.placed().since()));
            bySender.merge(origin, 1, Integer::sum);
        }
    }

    void remove(VisitId message) {
        messages.remove(message);
        shown.remove(message);
    }

    void show(VisitId message) {
        shown.add(message);
    }

    Optional<Visit> find(VisitId message) {
        return Optional.ofNullable(messages.get(message));
    }

    /** In the order in which they were left. */
    Collection<Visit> all() {
        return messages.values();
    }

    int size() {
        return messages.size();
    }

    boolean isShown(VisitId message) {
        return shown.contains(message);
    }

    boolean hasUnshown() {
        return shown.size() < messages.size();
    }

    /** How many messages were left from there of late, told or not. */
    int countOfOrigin(String origin, Instant now) {
        while (!senders.isEmpty() && !senders.getFirst().at().plus(REMEMBERED).isAfter(now)) {
            bySender.computeIfPresent(senders.removeFirst().origin(), (key, count) -> count > 1 ? count - 1 : null);
        }
        return bySender.getOrDefault(origin, 0);
    }
}
