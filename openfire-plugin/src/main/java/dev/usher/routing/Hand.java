package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one agent has in hand, online or not: visits, offers, and visits that are being wrapped up. Owned by the roster. */
final class Hand {
    private final Set<Visit> serving = new LinkedHashSet<>();
    private final Set<Visit> asked = new LinkedHashSet<>();
    /** Until when visits that are over still take up the agent, in order. */
    private final Deque<Instant> wrapUps = new ArrayDeque<>();

    void serve(Visit visit) {
        serving.add(visit);
    }

    void drop(Visit visit) {
        serving.remove(visit);
    }

    void ask(Visit visit) {
        asked.add(visit);
    }

    void askNoMore(Visit visit) {
        asked.remove(visit);
    }

    void wrapUp(Instant until) {
        wrapUps.addLast(until);
    }

    void forgetWrapUps(Instant now) {
        wrapUps.removeIf(end -> !end.isAfter(now));
    }

    List<Visit> serving() {
        return List.copyOf(serving);
    }

    List<Visit> asked() {
        return List.copyOf(asked);
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    int load() {
        return serving.size() + wrapUps.size();
    }
}
