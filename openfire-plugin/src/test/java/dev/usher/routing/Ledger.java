package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows from the events alone about who has what in hand, kept by somebody who does not trust the workgroup. */
final class Ledger {
    private final Settings settings;
    private final Map<String, Map<String, Boolean>> connections = new LinkedHashMap<>();
    private final Map<String, Set<VisitId>> offered = new HashMap<>();
    private final Map<VisitId, Set<String>> serving = new HashMap<>();
    private final Map<String, List<Instant>> wrapUps = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, Integer> wishes = new HashMap<>();
    /** What is wrong, in words. */
    final List<String> wrong = new ArrayList<>();

    Ledger(Settings settings) {
        this.settings = settings;
    }

    void wish(String user, int wish) {
        wishes.put(user, wish);
    }

    void note(Event event, Instant now) {
        if (event instanceof Event.Attended attended) {
            connections
                    .computeIfAbsent(attended.agent().user(), user -> new LinkedHashMap<>())
                    .put(attended.agent().connection(), attended.available());
            if (attended.available()) {
                silent.remove(attended.agent().user());
            }
        } else if (event instanceof Event.Withdrew withdrew) {
            connections.get(withdrew.agent().user()).remove(withdrew.agent().connection());
        } else if (event instanceof Event.NotAnswering not) {
            silent.add(not.agent().user());
        } else if (event instanceof Event.Offered offer) {
            noteOffer(offer, now);
        } else if (event instanceof Event.Revoked revoked) {
            close(revoked.agent().user(), revoked.visit());
        } else if (event instanceof Event.Rejected rejected) {
            close(rejected.agent().user(), rejected.visit());
            silent.remove(rejected.agent().user());
        } else if (event instanceof Event.Seated seated) {
            seat(seated.visit(), seated.agent().user());
        } else if (event instanceof Event.HandedOver handed) {
            seat(handed.visit(), handed.agent().user());
        } else if (event instanceof Event.Unseated unseated) {
            serving.remove(unseated.visit());
        } else if (event instanceof Event.Relieved relieved) {
            release(relieved.visit(), relieved.agent().user(), now);
        } else if (event instanceof Event.AgentLeft left) {
            release(left.visit(), left.agent().user(), now);
        } else if (event instanceof Event.Ended ended) {
            for (var user : Set.copyOf(serving.getOrDefault(ended.visit(), Set.of()))) {
                release(ended.visit(), user, now);
            }
        }
    }

    private void noteOffer(Event.Offered offer, Instant now) {
        var user = offer.agent().user();
        if (!offered.getOrDefault(user, Set.of()).isEmpty()) {
            wrong.add(user + " is asked for " + offer.visit() + " while asked for " + offered.get(user));
        }
        if (load(user, now) >= settings.capacity(user, wishes.getOrDefault(user, 0))) {
            wrong.add(user + " is asked for " + offer.visit() + " and has " + load(user, now) + " in hand");
        }
        if (!isAvailable(user)) {
            wrong.add(user + " is asked for " + offer.visit() + " and is not available");
        }
        if (serving.getOrDefault(offer.visit(), Set.of()).contains(user)) {
            wrong.add(user + " is asked for " + offer.visit() + " and is in it");
        }
        if (offer.handover().isEmpty()
                && !serving.getOrDefault(offer.visit(), Set.of()).isEmpty()) {
            wrong.add(user + " is offered " + offer.visit() + ", which others hold");
        }
        offered.computeIfAbsent(user, name -> new HashSet<>()).add(offer.visit());
    }

    private void seat(VisitId visit, String user) {
        close(user, visit);
        silent.remove(user);
        serving.computeIfAbsent(visit, id -> new HashSet<>()).add(user);
    }

    private void release(VisitId visit, String user, Instant now) {
        serving.getOrDefault(visit, new HashSet<>()).remove(user);
        wrapUps.computeIfAbsent(user, name -> new ArrayList<>())
                .add(now.plus(settings.timing().wrapUp()));
    }

    private void close(String user, VisitId visit) {
        offered.getOrDefault(user, new HashSet<>()).remove(visit);
    }

    boolean isAsked(String user) {
        return !offered.getOrDefault(user, Set.of()).isEmpty();
    }

    boolean isAvailable(String user) {
        return !silent.contains(user)
                && connections.getOrDefault(user, Map.of()).containsValue(true);
    }

    Set<String> online() {
        return connections.keySet();
    }

    int load(String user, Instant now) {
        long wrapping = wrapUps.getOrDefault(user, List.of()).stream()
                .filter(end -> end.isAfter(now))
                .count();
        return (int) (wrapping
                + serving.values().stream()
                        .filter(agents -> agents.contains(user))
                        .count());
    }

    int wishOf(String user) {
        return wishes.getOrDefault(user, 0);
    }
}
