package dev.usher.routing;

/** Transfers and invitations: an open visit looks for another agent. Decides on a floor that is not its own. */
final class Handovers {
    private final Floor floor;
    private final Leaving leaving;
    private final Errands errands;

    Handovers(Floor floor, Leaving leaving, Errands errands) {
        this.floor = floor;
        this.leaving = leaving;
        this.errands = errands;
    }

    void hand(Command.Hand hand) {
        var visit = floor.visits.find(hand.visit()).orElse(null);
        boolean isTheirs = visit != null
                && visit.phase() == Phase.OPEN
                && visit.seat(hand.by().user()).isPresent();
        if (!isTheirs) {
            floor.say(new Event.Refused(Refusal.NOT_IN_VISIT));
            return;
        }
        var refusal = refusal(visit, hand.target());
        if (refusal != null) {
            floor.say(new Event.Refused(refusal));
            return;
        }
        visit.handover().ifPresent(earlier -> leaving.dropHandover(visit, earlier, HandoverFailure.WITHDRAWN));
        var handover = new Handover(
                hand.kind(),
                hand.target(),
                hand.by(),
                hand.reason(),
                floor.in(floor.timing().handover()));
        floor.happens(visit, new Event.HandoverBegun(visit.id(), handover));
        if (hand.target() instanceof Handover.Target.Workgroup other) {
            errands.refer(visit, other.name());
        }
    }

    private Refusal refusal(Visit visit, Handover.Target target) {
        if (target instanceof Handover.Target.Agent wanted) {
            if (!floor.isAgent(wanted.user())
                    || visit.isOf(wanted.user())
                    || visit.seat(wanted.user()).isPresent()) {
                return Refusal.NO_SUCH_TARGET;
            }
            boolean canBeAsked = floor.roster
                    .find(wanted.user())
                    .filter(agent -> agent.isAvailable() && agent.hasCapacity(floor.settings()))
                    .isPresent();
            return canBeAsked ? null : Refusal.TARGET_UNAVAILABLE;
        }
        if (target instanceof Handover.Target.Queue wanted) {
            return floor.settings().queue(wanted.name()).isPresent() ? null : Refusal.NO_SUCH_TARGET;
        }
        return null; // only that workgroup knows
    }

    /** Nobody was found in time. */
    void timeOut(Visit visit, Handover handover) {
        leaving.dropHandover(visit, handover, HandoverFailure.TIMED_OUT);
    }

    /** Whoever serves the queue that is looked in has declined, or is gone: there is nobody left to wait for. */
    void failWhereNobodyIsLeft(Visit visit) {
        var handover = visit.handover().orElse(null);
        if (handover == null || !visit.isSeeking() || !(handover.target() instanceof Handover.Target.Queue wanted)) {
            return;
        }
        var queue = floor.queue(wanted.name());
        boolean isAnybodyLeft = floor.roster.online().stream()
                .filter(agent -> queue.agents().contains(agent.user()))
                .filter(agent ->
                        !visit.isOf(agent.user()) && visit.seat(agent.user()).isEmpty())
                .anyMatch(agent -> !visit.isPausedFor(agent.user(), floor.now()));
        if (!isAnybodyLeft) {
            leaving.dropHandover(visit, handover, HandoverFailure.DECLINED);
        }
    }
}
