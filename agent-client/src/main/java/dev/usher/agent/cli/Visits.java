package dev.usher.agent.cli;

import dev.usher.agent.Channel;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** The visits of one shift, numbered in the order in which they began, and which of them the agent talks in. */
final class Visits {

    private final TreeMap<Integer, Visit> visits = new TreeMap<>();
    private int last;
    private Visit current;

    /** The newest visit is the one to talk in: its customer has waited longest for a word. */
    Visit begin(String customer, Channel channel) {
        current = new Visit(++last, customer, channel);
        visits.put(current.number(), current);
        return current;
    }

    /** Takes an ended visit off; the agent then talks in the newest that is left. */
    void end(Visit visit) {
        visits.remove(visit.number());
        if (visit == current) {
            current = visits.isEmpty() ? null : visits.lastEntry().getValue();
        }
    }

    Optional<Visit> current() {
        return Optional.ofNullable(current);
    }

    Optional<Visit> of(Channel channel) {
        return visits.values().stream()
                .filter(visit -> visit.channel() == channel)
                .findFirst();
    }

    Optional<Visit> select(int number) {
        var visit = Optional.ofNullable(visits.get(number));
        visit.ifPresent(chosen -> current = chosen);
        return visit;
    }

    Collection<Visit> all() {
        return visits.values();
    }
}
