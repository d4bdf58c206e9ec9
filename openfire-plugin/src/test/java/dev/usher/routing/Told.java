package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events as most rules tell them: without the instants that follow from the settings, which other rules show by letting
 * time pass; without where exactly a visit was put, or what an agent wishes; and without what is for the log, or for other workgroups after a
 * restart, alone.
 */
final class Told {
    static final Instant SOME_TIME = Instant.EPOCH;
    static final Placement PLACEMENT =
            new Placement("", Map.of(), SOME_TIME, 0, ServiceQueue.DEFAULT_NAME, 0, Map.of(), Optional.empty(), "");

    private Told() {}

    static List<Event> plainly(List<Event> events) {
        var plain = new ArrayList<Event>();
        for (var event : events) {
            if (!(event instanceof Event.Unmatched
                    || event instanceof Event.StateChanged
                    || event instanceof Event.BeganAnew)) {
                plain.add(plainly(event));
            }
        }
        return plain;
    }

    private static Event plainly(Event event) {
        if (event instanceof Event.Attended attended) {
            return new Event.Attended(attended.agent(), attended.available(), 0, attended.queues());
        } else if (event instanceof Event.Queued queued) {
            return new Event.Queued(queued.visit(), queued.customer(), PLACEMENT);
        } else if (event instanceof Event.Offered offered) {
            return new Event.Offered(
                    offered.visit(),
                    offered.agent(),
                    offered.customer(),
                    offered.answers(),
                    SOME_TIME,
                    offered.timeout(),
                    offered.until(),
                    offered.handover(),
                    offered.home());
        } else if (event instanceof Event.Rejected rejected) {
            return new Event.Rejected(rejected.visit(), rejected.agent(), SOME_TIME);
        } else if (event instanceof Event.Revoked revoked) {
            return new Event.Revoked(
                    revoked.visit(), revoked.agent(), revoked.customer(), revoked.why(), Optional.empty());
        } else if (event instanceof Event.Seated seated) {
            return new Event.Seated(seated.visit(), seated.agent(), seated.customer(), seated.lender(), SOME_TIME);
        } else if (event instanceof Event.Unseated unseated) {
            return new Event.Unseated(unseated.visit(), unseated.agent(), unseated.customer(), SOME_TIME);
        } else if (event instanceof Event.Opened opened) {
            return new Event.Opened(opened.visit(), opened.agent(), opened.customer(), SOME_TIME);
        }
        return event;
    }
}
