package dev.usher.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a workgroup starts again: who is still there, whether the channels are, and whether the admin used the time. */
record Restart(boolean areCustomersHere, boolean areAgentsHere, boolean channelsAreLost, boolean areSettingsOther) {
    static Restart of(int number) {
        return new Restart(number % 2 == 0, number / 2 % 2 == 0, number / 4 % 2 == 1, number / 8 % 4 == 3);
    }

    /** The connections that are still there. */
    Set<String> here(List<VisitState> visits) {
        var here = new HashSet<String>();
        for (var visit : visits) {
            if (areCustomersHere && visit.returnBy().isEmpty()) {
                here.add(visit.customer().connection());
            }
            if (areAgentsHere) {
                visit.offers().values().forEach(agent -> here.add(agent.connection()));
                visit.seats().stream()
                        .filter(seat -> !seat.isMissed())
                        .forEach(seat -> here.add(seat.agent().connection()));
            }
        }
        return here;
    }
}
