package dev.usher.routing;

import dev.usher.routing.Visit.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which waiting visit goes to which agent now: first come, first served; among the agents who may, who serves the fewest,
 * and of those the one who has been idle the longest.
 */
final class Dispatch {
    private Dispatch() {}

    /** The visits to offer, each with where to offer it. */
    static Map<Visit, Address> pairs(Visits visits, Roster roster, int maxVisits, Instant now) {
        var pairs = new LinkedHashMap<Visit, Address>();
        var free = freeAgents(visits, roster, maxVisits);
        for (var visit : visits.all()) {
            if (free.isEmpty()) {
                break;
            }
            if (visit.state() != State.WAITING) {
                continue;
            }
            free.stream()
                    .filter(agent -> visit.mayBeOfferedTo(agent.user(), now))
                    .findFirst()
                    .ifPresent(agent -> {
                        free.remove(agent);
                        pairs.put(visit, agent);
                    });
        }
        return pairs;
    }

    /** Who is available, below the capacity and not being asked already; fewest visits, then longest idle first. */
    private static List<Address> freeAgents(Visits visits, Roster roster, int maxVisits) {
        var asked = new HashSet<String>(); // one offer at a time: Spark shows only one
        var load = new HashMap<String, Integer>();
        for (var visit : visits.all()) {
            if (visit.state() == State.OFFERED) {
                asked.add(visit.agent().user());
            } else if (visit.agent() != null) {
                load.merge(visit.agent().user(), 1, Integer::sum);
            }
        }
        var free = new ArrayList<Address>();
        roster.members().entrySet().stream()
                .filter(entry -> entry.getValue().contact() != null)
                .filter(entry -> !asked.contains(entry.getKey()))
                .filter(entry -> load.getOrDefault(entry.getKey(), 0) < maxVisits)
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Roster.Member> entry) -> load.getOrDefault(entry.getKey(), 0))
                        .thenComparing(entry -> entry.getValue().idleSince()))
                .forEach(entry -> free.add(entry.getValue().contact()));
        return free;
    }
}
