package dev.usher.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The visits for which an agent is looked for, so sorted that an agent who comes free finds the next one without looking
 * through the line: by the agent they are meant for, then by what they demand. There are few demands, however many
 * visits. Owned by the floor.
 */
final class Seekers {
    /** @param queue whose agents are asked; empty for one certain agent, of whatever queue */
    record Demand(String queue, Map<String, Integer> skills) {}

    private static final String ANYBODY = "";
    private static final Comparator<Visit> ORDER =
            Comparator.comparingInt(Visit::priority).reversed().thenComparingLong(Visit::number);

    private final Map<String, Map<Demand, NavigableSet<Visit>>> meantFor = new HashMap<>();

    void add(Visit visit) {
        if (!visit.isSeeking()) {
            return;
        }
        visit.mark.demand = new Demand(visit.soughtIn(), visit.soughtSkills());
        visit.mark.soughtUser = visit.soughtUser();
        meantFor.computeIfAbsent(visit.mark.soughtUser, user -> new HashMap<>())
                .computeIfAbsent(visit.mark.demand, demand -> new TreeSet<>(ORDER))
                .add(visit);
    }

    void remove(Visit visit) {
        if (visit.mark.demand == null) {
            return;
        }
        var demands = meantFor.get(visit.mark.soughtUser);
        var visits = demands.get(visit.mark.demand);
        visits.remove(visit);
        if (visits.isEmpty()) {
            demands.remove(visit.mark.demand);
        }
        if (demands.isEmpty()) {
            meantFor.remove(visit.mark.soughtUser);
        }
        visit.mark.demand = null;
        visit.mark.soughtUser = null;
    }

    /** The visits meant for this agent alone. */
    List<Visit> meantFor(String user) {
        var visits = new ArrayList<Visit>();
        meantFor.getOrDefault(user, Map.of()).values().forEach(visits::addAll);
        return visits;
    }

    /** One line for each demand that an agent may meet, those meant for the agent first; each in its order. */
    List<Map.Entry<Demand, NavigableSet<Visit>>> linesFor(String user) {
        var lines = new ArrayList<Map.Entry<Demand, NavigableSet<Visit>>>();
        lines.addAll(meantFor.getOrDefault(user, Map.of()).entrySet());
        lines.addAll(meantFor.getOrDefault(ANYBODY, Map.of()).entrySet());
        return lines;
    }
}
