package dev.usher.routing;

import java.util.ArrayList;
import java.util.List;

/** Who is on duty, and what becomes of what an agent had in hand. Decides on a floor that is not its own. */
final class Attendance {
    private final Floor floor;
    private final Leaving leaving;
    private final Colleagues colleagues;

    Attendance(Floor floor, Leaving leaving, Colleagues colleagues) {
        this.floor = floor;
        this.leaving = leaving;
        this.colleagues = colleagues;
    }

    void attend(Command.Attend attend) {
        var agent = attend.agent();
        if (!floor.isAgent(agent.user())) {
            floor.say(new Event.Refused(Refusal.NOT_AN_AGENT));
            return;
        }
        var member = floor.roster.attend(agent, attend.available(), attend.wish(), floor.now());
        floor.touch(agent.user());
        floor.seeOtherwise(agent.user());
        if (!attend.available()) {
            takeBackOffersTo(agent);
        }
        if (!member.isAvailable()) {
            waitNoMoreFor(agent.user());
        }
        floor.say(new Event.Attended(agent, attend.available(), attend.wish(), viewsFor(agent.user())));
        for (var visit : floor.roster.servedBy(agent.user())) {
            if (visit.seat(agent.user()).filter(Seat::isMissed).isPresent()) {
                Reopening.agentIsBack(floor, visit, agent);
            }
        }
    }

    /** COMPAT: Smack 4.5 never tells a workgroup that its agent is away, so what everybody is told counts here as well. */
    void follow(Command.Follow follow) {
        floor.roster
                .find(follow.agent().user())
                .filter(member -> member.isOtherwise(follow.agent(), follow.available()))
                .ifPresent(member -> attend(new Command.Attend(follow.agent(), follow.available(), member.wish())));
    }

    /** COMPAT: Smack waits for an answer, of an agent who says the same again as well. */
    void look(Command.Look look) {
        var who = look.who();
        var onDuty = floor.roster.find(who.user()).filter(member -> member.isOver(who));
        if (onDuty.isPresent()) {
            attend(new Command.Attend(who, look.available(), onDuty.get().wish()));
            return;
        }
        var state = ServiceHours.state(floor);
        floor.lookers.add(who, state);
        floor.say(new Event.StateShown(List.of(who), state));
    }

    void withdraw(Address agent) {
        floor.lookers.remove(agent);
        floor.watchers.remove(agent);
        if (!floor.roster.withdraw(agent)) {
            waitNoMoreUnlessAvailableFor(agent.user()); // not back after a restart
            return;
        }
        takeBackOffersTo(agent);
        waitNoMoreUnlessAvailableFor(agent.user());
        floor.seeOtherwise(agent.user());
        floor.say(new Event.Withdrew(agent));
        giveUpErrands();
        floor.handedOn().forEach(floor::touch); // this may have been the last one who could take it
    }

    /** Nobody is left who could run an errand: its home workgroup shall not wait for nothing. */
    private void giveUpErrands() {
        for (var visit : floor.errands()) {
            if (visit.inQueue() && !ServiceHours.isStaffed(floor, floor.queue(visit.queue()))) {
                leaving.giveUpErrand(visit);
            }
        }
    }

    /** Whose connection is gone is no longer on duty there, and is missed in the visits. */
    void vanish(Address who) {
        withdraw(who);
        for (var visit : floor.roster.servedBy(who.user())) {
            visit.seat(who.user())
                    .filter(seat -> !seat.isMissed() && seat.agent().equals(who))
                    .ifPresent(seat -> missed(visit, seat));
        }
    }

    private void missed(Visit visit, Seat seat) {
        if (visit.isErrand()) {
            return; // the workgroup that has the visit sees it too, and decides
        }
        boolean hasAnybodyMet = visit.hasAgentIn() || visit.isCustomerIn();
        if (!hasAnybodyMet && visit.seats().size() == 1 && !visit.waitsForReopening()) {
            leaving.unseat(visit); // accepted and gone before anybody met: the next agent shall have it
            return;
        }
        visit.handover()
                .filter(handover -> handover.by().user().equals(seat.agent().user()))
                .ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.WITHDRAWN));
        floor.happens(
                visit,
                new Event.AgentMissed(
                        visit.id(), seat.agent(), floor.in(floor.timing().comeBack())));
    }

    void configure(Settings next) {
        var before = floor.agents();
        floor.use(next);
        floor.roster.regroup();
        for (var stranger : floor.roster.strangersTo(floor.agents())) {
            withdraw(stranger);
        }
        for (var visit : floor.visits.snapshot()) {
            settle(visit);
        }
        giveUpErrands();
        colleagues.staffChanged(before);
    }

    /**
     * A visit whose queue is gone belongs to the first one; nobody waits for a skill that nobody has any more, or looks
     * for somebody in a queue that is gone. Also for those who are being served: they may come back into the queue.
     */
    void settle(Visit visit) {
        if (floor.settings().queue(visit.queue()).isEmpty()) {
            if (visit.inQueue()) {
                leaving.takeBackOffers(visit, RevokeReason.AGENT_GONE);
            }
            floor.happens(
                    visit,
                    new Event.Overflowed(
                            visit.id(),
                            visit.queue(),
                            floor.queue(visit.queue()).name()));
        }
        visit.handover()
                .filter(handover -> handover.target() instanceof Handover.Target.Queue wanted
                        && floor.settings().queue(wanted.name()).isEmpty())
                .ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.DECLINED));
        Placing.fit(floor, visit);
        if (!visit.soughtIn().isEmpty()) {
            takeBackOffersToOthersThan(floor.queue(visit.soughtIn()), visit);
        }
        floor.retime(visit);
    }

    private void takeBackOffersToOthersThan(ServiceQueue queue, Visit visit) {
        for (var offer : List.copyOf(visit.offers().values())) {
            if (!queue.agents().contains(offer.user())) {
                leaving.takeBackOffer(visit, offer, RevokeReason.AGENT_GONE);
            }
        }
    }

    /** Nobody is waited for who is not there, or may not serve where the visit waits now. */
    void dropVainReservation(Visit visit) {
        visit.reserved()
                .filter(kept -> visit.isSeeking())
                .filter(kept -> !floor.roster.isAvailable(kept.user())
                        || !floor.queue(visit.queue()).agents().contains(kept.user())
                        || !floor.settings().profile(kept.user()).meets(visit.skills()))
                .ifPresent(kept -> unreserve(visit, kept));
    }

    private void waitNoMoreUnlessAvailableFor(String user) {
        if (!floor.roster.isAvailable(user)) {
            waitNoMoreFor(user);
        }
    }

    /** A visit is kept for an agent, or to be handed to the agent, only while the agent is there to be asked. */
    void waitNoMoreFor(String user) {
        for (var visit : floor.seekers.meantFor(user)) {
            visit.reserved().ifPresent(kept -> unreserve(visit, kept));
            visit.handover().ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.UNAVAILABLE));
        }
        // One that was being offered to the agent seeks again by now: the offer has been taken back.
    }

    private void unreserve(Visit visit, Reservation kept) {
        floor.happens(visit, new Event.Unreserved(visit.id(), kept.user()));
    }

    private void takeBackOffersTo(Address agent) {
        for (var visit : floor.roster.offeredTo(agent.user())) {
            if (agent.equals(visit.offers().get(agent.user()))) {
                leaving.takeBackOffer(visit, agent, RevokeReason.AGENT_GONE);
            }
        }
    }

    private List<QueueView> viewsFor(String user) {
        var views = new ArrayList<QueueView>();
        for (var queue : floor.settings().queues()) {
            if (queue.agents().contains(user)) {
                views.add(Views.of(floor, queue));
            }
        }
        return views;
    }
}
