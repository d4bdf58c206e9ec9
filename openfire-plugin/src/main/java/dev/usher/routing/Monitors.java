package dev.usher.routing;

/**
 * Who looks into channels without serving there: a supervisor. The visit goes on as if they were not in it. Decides on a
 * floor that is not its own.
 */
final class Monitors {
    private final Floor floor;

    Monitors(Floor floor) {
        this.floor = floor;
    }

    void admit(Command.Monitor monitor) {
        var visit = floor.visits
                .find(monitor.visit())
                .filter(found -> found.phase() == Phase.OPEN)
                .orElse(null);
        if (visit == null || !mayLookInto(visit, monitor.by())) {
            floor.say(new Event.Refused(Refusal.NOT_A_MONITOR));
        } else if (visit.seat(monitor.by().user()).isEmpty()) {
            floor.happens(visit, new Event.MonitorAdmitted(visit.id(), monitor.by()));
        }
    }

    /** A customer is no monitor of their own visit: who is taken out of the channel as the one would be as the other. */
    private boolean mayLookInto(Visit visit, Address who) {
        return floor.settings().monitors().contains(who.user())
                && !visit.customer().user().equals(who.user());
    }

    /** Somebody who is neither the customer nor an agent of the visit has entered its channel. */
    void enter(Visit visit, Address who) {
        if (mayLookInto(visit, who)) {
            floor.happens(visit, new Event.MonitorEntered(visit.id(), who));
        }
    }

    /** Somebody has left the channel who had no seat there. */
    void leave(Visit visit, Address who) {
        if (visit.monitors().contains(who)) {
            floor.happens(visit, new Event.MonitorLeft(visit.id(), who));
        }
    }

    /** The admin has named others. */
    void dismissStrangers() {
        for (var visit : floor.visits.all()) {
            for (var monitor : visit.monitors()) {
                if (!mayLookInto(visit, monitor)) {
                    floor.happens(visit, new Event.MonitorLeft(visit.id(), monitor));
                }
            }
        }
    }
}
