package dev.usher.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the clock demands: whatever is over by now, in the order in which it was over. Decides on a floor that is not its own. */
final class Clockwork {
    private final Floor floor;
    private final Leaving leaving;
    private final Answers answers;
    private final Seating seating;
    private final Handovers handovers;
    private final Errands errands;

    Clockwork(Floor floor, Leaving leaving, Answers answers, Seating seating, Handovers handovers, Errands errands) {
        this.floor = floor;
        this.leaving = leaving;
        this.answers = answers;
        this.seating = seating;
        this.handovers = handovers;
        this.errands = errands;
    }

    void run() {
        for (var due = floor.visits.due(floor.now()); due.isPresent(); due = floor.visits.due(floor.now())) {
            look(due.get());
        }
        floor.roster.wrappedUp(floor.now()).forEach(floor::touch);
    }

    private void look(Visit visit) {
        if (isOver(visit.offeredUntil())) {
            answers.lapse(visit);
        }
        visit.handover()
                .filter(handover -> isOver(handover.until()))
                .ifPresent(handover -> handovers.timeOut(visit, handover));
        if (!visit.isOver() && isOver(visit.returnBy())) {
            seating.customerIsLost(visit);
        }
        for (var seat : visit.seats()) {
            if (!visit.isOver() && isOver(seat.returnBy())) {
                seating.agentIsLost(visit, seat);
            }
        }
        if (!visit.isOver() && isOver(visit.deadline())) {
            seating.deadline(visit);
        }
        if (!visit.isOver() && visit.inQueue()) {
            lookAtTheQueue(visit);
        }
        if (!visit.isOver()) {
            floor.retime(visit);
        }
    }

    private void lookAtTheQueue(Visit visit) {
        visit.reserved()
                .filter(kept -> isOver(kept.until()))
                .ifPresent(kept -> floor.happens(visit, new Event.Unreserved(visit.id(), kept.user())));
        if (visit.phase() != Phase.WAITING || visit.isCustomerMissed()) {
            return;
        }
        if (isOver(VisitClock.relaxAt(visit, floor.settings()))) {
            floor.happens(visit, new Event.Relaxed(visit.id(), relaxed(visit)));
        }
        if (isOver(VisitClock.giveUpAt(visit, floor.settings()))) {
            overflow(visit, floor.queue(visit.queue()));
        }
    }

    private static Map<String, Integer> relaxed(Visit visit) {
        var less = new HashMap<String, Integer>();
        visit.skills().forEach((skill, level) -> {
            if (level > 1) {
                less.put(skill, level - 1);
            }
        });
        return Map.copyOf(less);
    }

    /** The customer has waited too long in this queue. */
    private void overflow(Visit visit, ServiceQueue queue) {
        var overflow = queue.overflow();
        if (overflow instanceof Overflow.ToQueue other) {
            var next = floor.settings().queue(other.queue());
            boolean canGo = next.isPresent() && ServiceHours.refusal(floor, next.get()) == null;
            floor.happens(
                    visit,
                    canGo
                            ? new Event.Overflowed(visit.id(), visit.queue(), other.queue())
                            : new Event.Stayed(visit.id(), other.queue()));
            Placing.fit(floor, visit);
        } else if (overflow instanceof Overflow.ToWorkgroup other) {
            errands.refer(visit, other.workgroup());
        } else {
            boolean takesMessages = overflow instanceof Overflow.LeaveMessage;
            leaving.leaveQueue(
                    visit,
                    takesMessages ? DepartReason.LEAVE_MESSAGE : DepartReason.NO_AGENT,
                    RevokeReason.CUSTOMER_GONE);
        }
    }

    private boolean isOver(Optional<Instant> deadline) {
        return deadline.isPresent() && isOver(deadline.get());
    }

    private boolean isOver(Instant deadline) {
        return !floor.now().isBefore(deadline);
    }
}
