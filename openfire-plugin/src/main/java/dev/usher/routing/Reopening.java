package dev.usher.routing;

import java.util.Optional;

/** Opens the channel of a visit again after a restart, when both sides are back. */
final class Reopening {
    private Reopening() {}

    static void whenBothAreBack(Floor floor, Visit visit) {
        boolean isBoth = visit.waitsForReopening()
                && !visit.isCustomerMissed()
                && !visit.seats().get(0).isMissed();
        if (isBoth) {
            var seat = visit.seats().get(0);
            floor.happens(
                    visit,
                    new Event.Seated(
                            visit.id(),
                            seat.agent(),
                            visit.customer(),
                            seat.lender(),
                            floor.in(floor.timing().open())));
        }
    }

    /** An agent who was missed is back. */
    static void agentIsBack(Floor floor, Visit visit, Address agent) {
        boolean isOpen = visit.phase() == Phase.OPEN;
        floor.happens(
                visit,
                new Event.AgentReturned(
                        visit.id(),
                        agent,
                        visit.customer(),
                        isOpen ? Optional.of(floor.in(floor.timing().entry())) : Optional.empty()));
        whenBothAreBack(floor, visit);
    }
}
