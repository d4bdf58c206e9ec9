package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How visits end, and how offers are taken back. Decides on a floor that is not its own. */
final class Leaving {
    private final Floor floor;

    Leaving(Floor floor) {
        this.floor = floor;
    }

    void takeBackOffers(Visit visit, RevokeReason why) {
        takeBackOffers(visit, why, Optional.empty());
    }

    void takeBackOffers(Visit visit, RevokeReason why, Optional<Instant> pausedUntil) {
        for (var agent : List.copyOf(visit.offers().values())) {
            floor.happens(visit, new Event.Revoked(visit.id(), agent, visit.customer(), why, pausedUntil));
        }
    }

    void takeBackOffer(Visit visit, Address agent, RevokeReason why) {
        floor.happens(visit, new Event.Revoked(visit.id(), agent, visit.customer(), why, Optional.empty()));
    }

    /** @param offers why the offers are taken back, if there are any */
    void leaveQueue(Visit visit, DepartReason why, RevokeReason offers) {
        takeBackOffers(visit, offers);
        if (visit.phase() == Phase.REFERRED) {
            recall(visit);
        }
        floor.happens(visit, new Event.Departed(visit.id(), visit.customer(), why));
    }

    /** The customer does not want to wait any more, and does not know yet of having been accepted. */
    void leaveBeforeMeeting(Visit visit) {
        if (visit.phase() == Phase.SEATED) { // the agent has not been invited, and will not be
            takeBackOffer(visit, visit.leader(), RevokeReason.CUSTOMER_GONE);
        }
        end(visit, EndReason.CUSTOMER_LEFT);
        floor.happens(visit, new Event.Departed(visit.id(), visit.customer(), DepartReason.REQUESTED));
    }

    /** The workgroup that is asked for an agent does not need to look any more. */
    void recall(Visit visit) {
        Errands.askedOf(visit).ifPresent(workgroup -> floor.happens(visit, new Event.Recalled(visit.id(), workgroup)));
    }

    /** Nobody is found here for another workgroup. */
    void giveUpErrand(Visit errand) {
        takeBackOffers(errand, RevokeReason.AGENT_GONE);
        floor.happens(errand, new Event.Declined(errand.id(), errand.placed().home()));
    }

    void end(Visit visit, EndReason why) {
        var agent = visit.leader();
        boolean isCustomerAwaited = visit.isCustomerAwaited();
        visit.handover().ifPresent(handover -> dropHandover(visit, handover, HandoverFailure.WITHDRAWN));
        for (var seat : visit.seats()) {
            release(visit, seat);
        }
        floor.happens(visit, new Event.Ended(visit.id(), agent, visit.customer(), why));
        floor.bonds.add(new Bond(visit.customer().user(), agent.user(), floor.now()));
        if (isCustomerAwaited && why != EndReason.CUSTOMER_LEFT && why != EndReason.CUSTOMER_LOST) {
            // Who never came in hears nothing from the channel, and would wait for ever.
            floor.happens(visit, new Event.Departed(visit.id(), visit.customer(), DepartReason.NO_AGENT));
        }
    }

    /** An agent is done with a visit. */
    void release(Visit visit, Seat seat) {
        if (seat.lender().isEmpty()) {
            floor.roster.wrapUp(
                    seat.agent().user(), floor.now(), floor.in(floor.timing().wrapUp()));
        } else {
            floor.happens(visit, new Event.Recalled(visit.id(), seat.lender()));
        }
    }

    void dropHandover(Visit visit, Handover handover, HandoverFailure why) {
        takeBackOffers(visit, why == HandoverFailure.TIMED_OUT ? RevokeReason.TIMED_OUT : RevokeReason.WITHDRAWN);
        if (handover.target() instanceof Handover.Target.Workgroup other && why != HandoverFailure.DECLINED) {
            floor.happens(visit, new Event.Recalled(visit.id(), other.name()));
        }
        floor.happens(visit, new Event.HandoverFailed(visit.id(), handover, why));
    }

    /** The customer keeps the place: it goes by the order of arrival. */
    void unseat(Visit visit) {
        visit.handover().ifPresent(handover -> dropHandover(visit, handover, HandoverFailure.WITHDRAWN));
        var seat = visit.seats().get(0);
        visit.mark.toldPosition = 0;
        for (var lent : visit.seats()) { // after a restart there may be several
            if (!lent.lender().isEmpty()) {
                floor.happens(visit, new Event.Recalled(visit.id(), lent.lender()));
            }
        }
        floor.happens(
                visit,
                new Event.Unseated(
                        visit.id(),
                        seat.agent(),
                        visit.customer(),
                        floor.in(floor.timing().declinePause())));
    }
}
