package dev.usher.routing;

import java.util.List;
import java.util.Optional;

/** What agents answer to offers, and what no answer means. Decides on a floor that is not its own. */
final class Answers {
    private final Floor floor;
    private final Leaving leaving;
    private final Attendance attendance;

    Answers(Floor floor, Leaving leaving, Attendance attendance) {
        this.floor = floor;
        this.leaving = leaving;
        this.attendance = attendance;
    }

    void accept(Command.Accept accept) {
        var agent = accept.agent();
        var visit = visit(accept.offer(), agent);
        if (visit != null && visit.seat(agent.user()).isPresent()) {
            return; // a repeated accept: they have it already
        }
        if (!isOfferedTo(visit, agent)) {
            refuse(visit, agent);
            return;
        }
        floor.roster.find(agent.user()).ifPresent(member -> {
            member.answers();
            floor.roster.noteTaken(member);
        });
        var offered = visit.offers().get(agent.user());
        takeBackTheOthers(visit, agent, offered);
        if (visit.isErrand()) {
            floor.happens(visit, new Event.Lent(visit.id(), visit.placed().home(), agent));
        } else if (visit.handover().isPresent()) {
            floor.happens(
                    visit,
                    new Event.HandedOver(
                            visit.id(),
                            visit.handover().get(),
                            agent,
                            visit.customer(),
                            "",
                            floor.in(floor.timing().entry())));
        } else {
            seat(visit, agent);
        }
    }

    private void seat(Visit visit, Address agent) {
        var line = visit.mark.line;
        floor.happens(
                visit,
                new Event.Seated(
                        visit.id(),
                        agent,
                        visit.customer(),
                        "",
                        floor.in(floor.timing().open())));
        line.pace.taken(floor.now());
    }

    /** The others who were asked, and the agent's own offer where it was accepted over another connection. */
    private void takeBackTheOthers(Visit visit, Address agent, Address offered) {
        for (var other : List.copyOf(visit.offers().values())) {
            if (!other.equals(agent)) {
                floor.happens(
                        visit,
                        new Event.Revoked(
                                visit.id(), other, visit.customer(), RevokeReason.NOT_YOURS, Optional.empty()));
            }
        }
    }

    void reject(Command.Reject reject) {
        var agent = reject.agent();
        var visit = visit(reject.offer(), agent);
        if (!isOfferedTo(visit, agent)) {
            refuse(visit, agent);
            return;
        }
        floor.roster.find(agent.user()).ifPresent(Agent::answers);
        floor.happens(
                visit,
                new Event.Rejected(
                        visit.id(),
                        visit.offers().get(agent.user()),
                        floor.in(floor.timing().declinePause())));
        keepForNobody(visit);
        failWhenWantedByName(visit);
    }

    /** The time to answer is over, for everybody who was asked. */
    void lapse(Visit visit) {
        var asked = List.copyOf(visit.offers().values());
        leaving.takeBackOffers(
                visit,
                RevokeReason.TIMED_OUT,
                Optional.of(floor.in(floor.timing().declinePause())));
        for (var agent : asked) {
            floor.roster.find(agent.user()).ifPresent(member -> countLapse(member, agent));
        }
        keepForNobody(visit);
        failWhenWantedByName(visit);
    }

    private void countLapse(Agent member, Address asked) {
        int limit = floor.settings().limits().lapses();
        int lapses = member.lapsed();
        if (limit > 0 && lapses >= limit) {
            member.stopAsking();
            floor.say(new Event.NotAnswering(asked, lapses));
            attendance.waitNoMoreFor(member.user());
        }
    }

    /** Nobody but the one it was kept for was asked: who does not want it, or does not answer, is not waited for. */
    private void keepForNobody(Visit visit) {
        visit.reserved().ifPresent(kept -> floor.happens(visit, new Event.Unreserved(visit.id(), kept.user())));
    }

    private void failWhenWantedByName(Visit visit) {
        visit.handover()
                .filter(handover -> handover.target() instanceof Handover.Target.Agent)
                .ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.DECLINED));
    }

    private Visit visit(OfferRef offer, Address agent) {
        if (offer instanceof OfferRef.BySession bySession) {
            return floor.visits.find(bySession.visit()).orElse(null);
        }
        var asked = floor.roster.offeredTo(agent.user()).stream();
        if (offer instanceof OfferRef.ByCustomer byCustomer) {
            // A customer of another workgroup is known here by what is offered only, and may have a visit of ours as
            // well.
            return asked.filter(visit -> visit.customer().connection().equals(byCustomer.connection()))
                    .findFirst()
                    .or(() -> floor.visits.of(new Address("", byCustomer.connection())))
                    .orElse(null);
        }
        return asked.findFirst().orElse(null);
    }

    private static boolean isOfferedTo(Visit visit, Address agent) {
        return visit != null && visit.offers().containsKey(agent.user());
    }

    /** A late or foreign answer. Smack and Spark do not show the error, so the offer is taken back as well. */
    private void refuse(Visit visit, Address agent) {
        floor.say(new Event.Refused(Refusal.OFFER_GONE));
        if (visit != null && floor.isAgent(agent.user())) {
            floor.say(new Event.Revoked(visit.id(), agent, visit.customer(), RevokeReason.NOT_YOURS, Optional.empty()));
        }
    }
}
