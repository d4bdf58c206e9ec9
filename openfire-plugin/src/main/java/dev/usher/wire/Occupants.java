package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in the rooms of one workgroup, the switch left out. Thread-safe. */
final class Occupants {
    /** Somebody in a room. @param since when the switch saw them there for the first time */
    record Occupant(String nickname, Address address, Instant since) {}

    private final Clock clock;
    private final Map<VisitId, Map<String, Occupant>> rooms = new ConcurrentHashMap<>();

    Occupants(Clock clock) {
        this.clock = clock;
    }

    void open(VisitId visit) {
        rooms.put(visit, new ConcurrentHashMap<>());
    }

    void close(VisitId visit) {
        rooms.remove(visit);
    }

    boolean isOpen(VisitId visit) {
        return rooms.containsKey(visit);
    }

    Set<VisitId> rooms() {
        return rooms.keySet();
    }

    /** Those in a room, first come first; nobody if there is none. */
    List<Occupant> of(VisitId visit) {
        return rooms.getOrDefault(visit, Map.of()).values().stream()
                .sorted(Comparator.comparing(Occupant::since).thenComparing(Occupant::nickname))
                .toList();
    }

    /** Null if there is none. */
    Occupant called(VisitId visit, String nickname) {
        return rooms.getOrDefault(visit, Map.of()).get(nickname);
    }

    Optional<String> nicknameOf(VisitId visit, String connection) {
        return rooms.getOrDefault(visit, Map.of()).values().stream()
                .filter(occupant -> occupant.address().connection().equals(connection))
                .map(Occupant::nickname)
                .findFirst();
    }

    /** Or shows something new there: since when they are there stays. */
    void enters(VisitId visit, String nickname, Address who) {
        change(visit, known -> {
            var before = known.get(nickname);
            if (before == null || !before.address().equals(who)) {
                known.put(nickname, new Occupant(nickname, who, clock.instant()));
            }
        });
    }

    void leaves(VisitId visit, String nickname) {
        change(visit, known -> known.remove(nickname));
    }

    /** @param other what they are called from now on; null if the room does not say it before they enter again */
    void isRenamed(VisitId visit, String nickname, String other) {
        change(visit, known -> {
            var before = known.remove(nickname);
            if (before != null && other != null) {
                known.put(other, new Occupant(other, before.address(), before.since()));
            }
        });
    }

    private interface Change {
        void of(Map<String, Occupant> known);
    }

    private void change(VisitId visit, Change change) {
        rooms.computeIfPresent(visit, (id, known) -> {
            change.of(known);
            return known;
        });
    }
}
