package dev.usher.routing;

/** Whether anybody is served now, and in which queue. */
final class ServiceHours {
    private ServiceHours() {}

    static boolean areOver(Floor floor) {
        return !floor.isOpenByTheClock();
    }

    /** Why nobody can wait in this queue now; null if somebody can. */
    static Refusal refusal(Floor floor, ServiceQueue queue) {
        if (!isStaffed(floor, queue)) {
            return Refusal.CLOSED;
        }
        return queue.isFull(floor.line(queue.name()).size()) ? Refusal.FULL : null;
    }

    /** Whether any of its agents is online, if only away for the moment. */
    static boolean isStaffed(Floor floor, ServiceQueue queue) {
        return !floor.roster.of(queue).isEmpty();
    }

    static ServiceState state(Floor floor) {
        if (areOver(floor)) {
            return ServiceState.CLOSED;
        }
        boolean isStaffed = false;
        for (var queue : floor.settings().queues()) {
            var why = refusal(floor, queue);
            if (why == null) {
                return ServiceState.OPEN;
            }
            isStaffed |= why == Refusal.FULL;
        }
        return isStaffed ? ServiceState.FULL : ServiceState.CLOSED;
    }
}
