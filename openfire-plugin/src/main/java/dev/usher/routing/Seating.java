package dev.usher.routing;

import java.util.Optional;

/** From the opened channel to its end: who comes in, who goes, who is missed. Decides on a floor that is not its own. */
final class Seating {
    private final Floor floor;
    private final Leaving leaving;
    private final Monitors monitors;

    Seating(Floor floor, Leaving leaving, Monitors monitors) {
        this.floor = floor;
        this.leaving = leaving;
        this.monitors = monitors;
    }

    void confirmChannel(Command.ConfirmChannel confirm) {
        var visit = floor.visits.find(confirm.visit()).orElse(null);
        if (visit == null || visit.phase() != Phase.SEATED || visit.waitsForReopening()) {
            return;
        }
        var enterBy = floor.in(floor.timing().entry());
        floor.happens(visit, new Event.Opened(visit.id(), visit.leader(), visit.customer(), enterBy));
        for (var seat : visit.seats().subList(1, visit.seats().size())) {
            if (!seat.isMissed()) {
                Reopening.agentIsBack(floor, visit, seat.agent());
            }
        }
    }

    void failChannel(Command.FailChannel fail) {
        var visit = floor.visits.find(fail.visit()).orElse(null);
        if (visit == null || visit.inQueue() || visit.isErrand()) {
            return;
        }
        if (visit.phase() == Phase.OPEN) {
            leaving.end(visit, EndReason.CHANNEL_LOST);
        } else if (!visit.waitsForReopening()) {
            giveUpChannel(visit);
        }
    }

    private void giveUpChannel(Visit visit) {
        floor.happens(
                visit,
                new Event.Revoked(
                        visit.id(), visit.leader(), visit.customer(), RevokeReason.NO_CHANNEL, Optional.empty()));
        leaving.unseat(visit);
    }

    void enter(Command.Enter enter) {
        var visit = openVisit(enter.visit());
        if (visit == null) {
            return;
        }
        if (enter.who().connection().equals(visit.customer().connection())) {
            floor.happens(visit, new Event.CustomerEntered(visit.id(), visit.customer()));
            return;
        }
        var seat = visit.seat(enter.who().user()).orElse(null);
        if (seat == null) {
            monitors.enter(visit, enter.who());
            return;
        }
        floor.happens(visit, new Event.AgentEntered(visit.id(), enter.who()));
        visit.seat(seat.relieves()).ifPresent(relieved -> {
            withdrawWhatIsAskedBy(relieved, visit);
            leaving.release(visit, relieved);
            floor.happens(visit, new Event.Relieved(visit.id(), relieved.agent(), enter.who()));
        });
    }

    void leave(Command.Leave leave) {
        var visit = openVisit(leave.visit());
        if (visit == null) {
            return;
        }
        if (leave.who().connection().equals(visit.customer().connection())) {
            if (!visit.isCustomerMissed()) {
                leaving.end(visit, EndReason.CUSTOMER_LEFT);
            }
            return;
        }
        visit.seat(leave.who().user())
                .filter(seat -> seat.entered() && seat.agent().equals(leave.who()))
                .ifPresentOrElse(
                        seat -> leaveSeat(visit, seat, EndReason.AGENT_LEFT), () -> monitors.leave(visit, leave.who()));
    }

    /** The visit goes on as long as there is an agent. */
    private void leaveSeat(Visit visit, Seat seat, EndReason ifLast) {
        if (visit.seats().size() == 1) {
            leaving.end(visit, ifLast);
            return;
        }
        withdrawWhatIsAskedBy(seat, visit);
        leaving.release(visit, seat);
        var leader = visit.seats().stream()
                .filter(other -> !other.isOf(seat.agent().user()))
                .findFirst()
                .orElseThrow();
        floor.happens(visit, new Event.AgentLeft(visit.id(), seat.agent(), leader.agent()));
    }

    /** Whoever goes takes along what they asked for. */
    private void withdrawWhatIsAskedBy(Seat seat, Visit visit) {
        visit.handover()
                .filter(handover -> seat.isOf(handover.by().user()))
                .ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.WITHDRAWN));
    }

    void say(Command.Say say) {
        var visit = openVisit(say.visit());
        if (visit != null) {
            floor.happens(visit, new Event.Said(visit.id(), say.who(), say.text(), say.name()));
        }
    }

    void annotate(Command.Annotate annotate) {
        var visit = annotate.hasServed() ? ourVisit(annotate.visit()) : theirVisit(annotate.visit(), annotate.by());
        if (visit == null) {
            floor.say(new Event.Refused(annotate.hasServed() ? Refusal.NO_VISIT : Refusal.NOT_IN_VISIT));
            return;
        }
        floor.happens(visit, new Event.Annotated(visit.id(), annotate.by(), annotate.kind(), annotate.text()));
    }

    /** What customers may write about a visit is little, however long it goes on. */
    void rate(Command.Rate rate) {
        var visit = ourVisit(rate.visit());
        if (visit == null) {
            floor.say(new Event.Refused(Refusal.NO_VISIT));
        } else if (visit.mark.ratings >= Limits.RATINGS) {
            floor.say(new Event.Refused(Refusal.TOO_MANY_RATINGS));
        } else {
            visit.mark.ratings++;
            floor.happens(visit, new Event.Annotated(visit.id(), visit.customer(), Annotation.RATING, rate.text()));
        }
    }

    void end(Command.End end) {
        var visit = theirVisit(end.visit(), end.by());
        if (visit == null) {
            floor.say(new Event.Refused(Refusal.NOT_IN_VISIT));
            return;
        }
        leaving.end(visit, EndReason.AGENT_LEFT);
    }

    /** A customer's connection is gone: the place, or the channel, is kept for a while. */
    void vanish(Address who) {
        var visit = floor.visits.of(who).orElse(null);
        if (visit == null || visit.isCustomerMissed()) {
            return;
        }
        if (visit.phase() == Phase.OFFERED) {
            leaving.takeBackOffers(visit, RevokeReason.CUSTOMER_GONE);
        }
        floor.happens(
                visit,
                new Event.CustomerMissed(
                        visit.id(), who, floor.in(floor.timing().comeBack())));
    }

    /** The channel was not opened, or not entered, in time. */
    void deadline(Visit visit) {
        if (visit.phase() == Phase.SEATED) {
            giveUpChannel(visit);
            return;
        }
        var outside = visit.seats().stream().filter(Seat::isAwaited).toList();
        boolean canGoOn =
                !visit.isCustomerAwaited() && outside.size() < visit.seats().size();
        if (!canGoOn) {
            leaving.end(visit, EndReason.NOT_ENTERED);
            return;
        }
        outside.forEach(seat -> leaveSeat(visit, seat, EndReason.NOT_ENTERED));
    }

    /** The customer did not come back in time. */
    void customerIsLost(Visit visit) {
        if (visit.inQueue()) {
            leaving.leaveQueue(visit, DepartReason.VANISHED, RevokeReason.CUSTOMER_GONE);
        } else {
            leaving.end(visit, EndReason.CUSTOMER_LOST);
        }
    }

    /** The agent did not come back in time. */
    void agentIsLost(Visit visit, Seat seat) {
        if (visit.seats().size() > 1) {
            leaveSeat(visit, seat, EndReason.AGENT_LOST);
            Reopening.whenBothAreBack(floor, visit); // they need not wait for this agent any more
        } else if (visit.phase() == Phase.SEATED) {
            leaving.unseat(visit); // the customer has come back after a restart, the agent has not
        } else {
            leaving.end(visit, EndReason.AGENT_LOST);
        }
    }

    /** An open visit, for an agent of it. */
    private Visit theirVisit(VisitId id, Address who) {
        var visit = openVisit(id);
        return visit != null && visit.seat(who.user()).isPresent() ? visit : null;
    }

    private Visit ourVisit(VisitId id) {
        return floor.visits.find(id).filter(visit -> !visit.isErrand()).orElse(null);
    }

    private Visit openVisit(VisitId id) {
        return floor.visits
                .find(id)
                .filter(visit -> visit.phase() == Phase.OPEN)
                .orElse(null);
    }
}
