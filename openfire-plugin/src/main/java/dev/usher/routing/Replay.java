package dev.usher.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes visits of their journals: what happened, in its order and with its times, and nothing else. Not thread-safe. */
public final class Replay {
    private final Map<VisitId, Visit> visits = new LinkedHashMap<>();

    public void add(Event.OfVisit event, Instant at) {
        if (event instanceof Event.Queued queued) {
            visits.put(queued.visit(), new Visit(queued, at));
            return;
        }
        if (event instanceof Event.MessageLeft left) {
            visits.put(left.visit(), new Visit(left, at));
            return;
        }
        var visit = visits.get(event.visit());
        if (visit == null) {
            return; // an offer that is taken back once more, after the visit's end
        }
        visit.apply(event, at);
        if (visit.isOver()) {
            visits.remove(event.visit());
        }
    }

    /** Every visit that is not over. */
    public Map<VisitId, VisitState> states() {
        var states = new HashMap<VisitId, VisitState>();
        visits.values().forEach(visit -> states.put(visit.id(), visit.state()));
        return states;
    }
}
