package dev.usher.routing;

import java.util.Optional;

/**
 * Looking for an agent in another workgroup, and for another workgroup. The visit stays where it is, with its place and
 * its channel; only the agent is lent. Decides on a floor that is not its own.
 */
final class Errands {
    private final Floor floor;
    private final Leaving leaving;
    private final Placing placing;

    Errands(Floor floor, Leaving leaving) {
        this.floor = floor;
        this.leaving = leaving;
        this.placing = new Placing(floor);
    }

    /** The workgroup that is being asked for an agent for this visit. */
    static Optional<String> askedOf(Visit visit) {
        var handover = visit.handover().orElse(null);
        if (handover != null && handover.target() instanceof Handover.Target.Workgroup other) {
            return Optional.of(other.name());
        }
        return visit.referredTo();
    }

    void refer(Visit visit, String workgroup) {
        floor.happens(visit, new Event.Referred(visit.id(), workgroup, errand(visit)));
    }

    private static Errand errand(Visit visit) {
        var handover = visit.handover();
        return new Errand(
                visit.id(),
                "",
                visit.customer(),
                visit.placed().answers(),
                visit.placed().since(),
                handover,
                handover.map(Handover::until));
    }

    /** Whoever we wait for there would never come, and whoever sits here would be asked for others as well. */
    void askAgain(Command.AskAgain askAgain) {
        for (var visit : floor.visits.snapshot()) {
            if (askedOf(visit).filter(askAgain.lender()::equals).isPresent()) {
                refer(visit, askAgain.lender());
            }
            for (var seat : visit.seats()) {
                if (seat.lender().equals(askAgain.lender())) {
                    floor.say(new Event.StillLent(errand(visit), seat.lender(), seat.agent()));
                }
            }
        }
    }

    void keepLent(Command.KeepLent keepLent) {
        var errand = keepLent.errand();
        if (floor.visits.find(errand.visit()).isEmpty()
                && floor.isAgent(keepLent.agent().user())) {
            var visit = begin(errand, placing.place(errand));
            floor.happens(visit, new Event.Lent(visit.id(), errand.home(), keepLent.agent()));
        }
    }

    private Visit begin(Errand errand, Placement placement) {
        var visit = floor.begins(new Event.Queued(errand.visit(), errand.customer(), placement));
        visit.mark.errand = errand;
        return visit;
    }

    void run(Command.Run run) {
        var errand = run.errand();
        var known = floor.visits.find(errand.visit()).filter(visit -> isTheSame(visit, errand));
        if (known.isPresent()) {
            runAgain(known.get());
            return;
        }
        var placement = placing.place(errand);
        boolean isNobodyHere =
                ServiceHours.areOver(floor) || ServiceHours.refusal(floor, floor.queue(placement.queue())) != null;
        if (isNobodyHere || floor.visits.find(errand.visit()).isPresent()) {
            floor.say(new Event.Declined(errand.visit(), errand.home()));
            return;
        }
        begin(errand, placement);
    }

    private static boolean isTheSame(Visit visit, Errand errand) {
        return visit.placed().home().equals(errand.home())
                && visit.mark.errand.handover().equals(errand.handover());
    }

    /** The home was started again, and may not have heard what we said. */
    private void runAgain(Visit visit) {
        if (visit.phase() == Phase.LENT) {
            floor.happens(visit, new Event.Lent(visit.id(), visit.placed().home(), visit.leader()));
        }
    }

    void callBack(Command.CallBack callBack) {
        var visit = floor.visits.find(callBack.visit()).orElse(null);
        if (visit == null || !visit.placed().home().equals(callBack.home())) {
            return;
        }
        leaving.takeBackOffers(visit, RevokeReason.CUSTOMER_GONE);
        visit.seats().forEach(seat -> leaving.release(visit, seat));
        floor.happens(visit, new Event.CalledBack(visit.id(), callBack.home()));
    }

    void lend(Command.Lend lend) {
        var found = floor.visits.find(lend.visit());
        var seat = found.flatMap(visit -> visit.seat(lend.agent().user()));
        if (seat.filter(known -> known.lender().equals(lend.lender())).isPresent()) {
            return; // we had told them so ourselves
        }
        var visit = found.orElse(null);
        boolean isWanted = visit != null
                && seat.isEmpty()
                && askedOf(visit).filter(lend.lender()::equals).isPresent();
        if (!isWanted) {
            floor.say(new Event.Recalled(lend.visit(), lend.lender()));
            decline(new Command.Decline(lend.visit(), lend.lender())); // they have nobody but who sits here already
            return;
        }
        if (visit.handover().isPresent()) {
            floor.happens(
                    visit,
                    new Event.HandedOver(
                            visit.id(),
                            visit.handover().get(),
                            lend.agent(),
                            visit.customer(),
                            lend.lender(),
                            floor.in(floor.timing().entry())));
        } else {
            floor.happens(
                    visit,
                    new Event.Seated(
                            visit.id(),
                            lend.agent(),
                            visit.customer(),
                            lend.lender(),
                            floor.in(floor.timing().open())));
        }
    }

    void decline(Command.Decline decline) {
        var visit = floor.visits.find(decline.visit()).orElse(null);
        if (visit == null || askedOf(visit).filter(decline.lender()::equals).isEmpty()) {
            return;
        }
        if (visit.handover().isPresent()) {
            leaving.dropHandover(visit, visit.handover().get(), HandoverFailure.DECLINED);
        } else {
            floor.happens(visit, new Event.CameBack(visit.id(), decline.lender()));
            boolean isForThemAlone = floor.settings().whenClosed() instanceof Overflow.ToWorkgroup other
                    && other.workgroup().equals(decline.lender());
            if (isForThemAlone && !ServiceHours.isStaffed(floor, floor.queue(visit.queue()))) {
                // Who came while we were closed was let in because of them, and would wait here for nobody.
                leaving.leaveQueue(visit, DepartReason.NO_AGENT, RevokeReason.CUSTOMER_GONE);
            }
        }
    }
}
