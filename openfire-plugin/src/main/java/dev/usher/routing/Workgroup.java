package dev.usher.routing;

import dev.usher.routing.Visit.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One workgroup: who waits, who may serve, what is on offer. Time is an argument, outcomes are values; it does nothing
 * else. Not thread-safe: its loop owns it.
 */
public final class Workgroup {
    private final Visits visits = new Visits();
    private final Roster roster = new Roster();
    private Settings settings;
    private List<VisitId> toldQueue = List.of();
    private boolean closed;

    public Workgroup(Settings settings) {
        this.settings = settings;
    }

    /** Carries out one command, then whatever the clock demands, then helps whoever can be helped now. */
    public List<Event> handle(Command command, Instant now) {
        var out = new ArrayList<Event>();
        decide(command, now, out);
        endWhatIsOver(now, out);
        offerToAgents(now, out);
        tellPlaces(out);
        tellWatchers(out);
        return out;
    }

    /** When {@link Command.Tick} is due next, if nothing else comes before. */
    public Optional<Instant> nextDeadline(Instant now) {
        return visits.all().stream()
                .flatMap(this::deadlinesOf)
                .filter(deadline -> deadline.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Whether a customer who joins now is taken in. */
    public boolean isOpen() {
        return !closed && !roster.isEmpty();
    }

    /** Who may serve here, online or not. */
    public Set<String> agents() {
        return settings.agents();
    }

    private boolean isAgent(String user) {
        return settings.agents().contains(user);
    }

    private void decide(Command command, Instant now, List<Event> out) {
        if (command instanceof Command.Join join) {
            join(join, now, out);
        } else if (command instanceof Command.Depart depart) {
            depart(depart, out);
        } else if (command instanceof Command.Attend attend) {
            attend(attend, now, out);
        } else if (command instanceof Command.Withdraw withdraw) {
            withdraw(withdraw.agent(), now, out);
        } else if (command instanceof Command.Accept accept) {
            accept(accept, now, out);
        } else if (command instanceof Command.Reject reject) {
            reject(reject, now, out);
        } else if (command instanceof Command.ConfirmChannel confirm) {
            confirmChannel(confirm, now, out);
        } else if (command instanceof Command.FailChannel fail) {
            failChannel(fail, now, out);
        } else if (command instanceof Command.Enter enter) {
            enter(enter, out);
        } else if (command instanceof Command.Leave leave) {
            leave(leave, now, out);
        } else if (command instanceof Command.Vanish vanish) {
            vanish(vanish.who(), now, out);
        } else if (command instanceof Command.Configure configure) {
            configure(configure.settings(), now, out);
        } else if (command instanceof Command.Close) {
            close(now, out);
        }
    }

    private void join(Command.Join join, Instant now, List<Event> out) {
        var known = visits.of(join.customer());
        if (known.isPresent()) {
            known.get().toldPosition = 0;
            out.add(new Event.Queued(known.get().id, join.customer()));
            return;
        }
        if (!isOpen()) {
            out.add(new Event.Refused(Refusal.CLOSED));
            return;
        }
        var visit = new Visit(join.proposed(), join.customer(), join.answers(), now);
        visits.add(visit);
        out.add(new Event.Queued(visit.id, visit.customer));
    }

    private void depart(Command.Depart depart, List<Event> out) {
        var visit = visits.of(depart.customer()).orElse(null);
        if (visit == null || !visit.inQueue()) {
            out.add(new Event.Refused(Refusal.NOT_WAITING));
            return;
        }
        leaveQueue(visit, DepartReason.REQUESTED, RevokeReason.CUSTOMER_GONE, out);
    }

    private void attend(Command.Attend attend, Instant now, List<Event> out) {
        if (!isAgent(attend.agent().user())) {
            out.add(new Event.Refused(Refusal.NOT_AN_AGENT));
            return;
        }
        roster.attend(attend.agent(), attend.available(), now);
        if (!attend.available()) {
            takeBackOffersTo(attend.agent(), now, out);
        }
        out.add(new Event.Attended(attend.agent(), attend.available(), visits.view()));
    }

    private void withdraw(Address agent, Instant now, List<Event> out) {
        if (roster.withdraw(agent)) {
            takeBackOffersTo(agent, now, out);
            out.add(new Event.Withdrew(agent));
        }
    }

    private void accept(Command.Accept accept, Instant now, List<Event> out) {
        var visit = visits.find(accept.offer()).orElse(null);
        if (visit != null && !visit.inQueue() && visit.hasAgent(accept.agent().user())) {
            return; // a repeated accept: they have it already
        }
        if (!isOfferedTo(visit, accept.agent())) {
            refuseAnswer(visit, accept.agent(), out);
            return;
        }
        if (!visit.agent().equals(accept.agent())) {
            takeBack(visit, RevokeReason.NOT_YOURS, out); // it still shows on the agent's other connection
        }
        visit.seat(accept.agent(), now.plus(settings.openTimeout()));
        out.add(new Event.Seated(visit.id, visit.agent(), visit.customer));
    }

    private void reject(Command.Reject reject, Instant now, List<Event> out) {
        var visit = visits.find(reject.offer()).orElse(null);
        if (!isOfferedTo(visit, reject.agent())) {
            refuseAnswer(visit, reject.agent(), out);
            return;
        }
        visit.backToWaiting(now.plus(settings.declinePause()));
        out.add(new Event.Rejected(visit.id, reject.agent()));
    }

    private void confirmChannel(Command.ConfirmChannel confirm, Instant now, List<Event> out) {
        var visit = visits.find(confirm.visit()).orElse(null);
        if (visit == null || visit.state() != State.SEATED) {
            return;
        }
        visit.open(now.plus(settings.entryTimeout()));
        out.add(new Event.Opened(visit.id, visit.agent(), visit.customer));
    }

    private void failChannel(Command.FailChannel fail, Instant now, List<Event> out) {
        var visit = visits.find(fail.visit()).orElse(null);
        if (visit == null || visit.inQueue()) {
            return;
        }
        if (visit.state() == State.OPEN) {
            end(visit, EndReason.CHANNEL_LOST, now, out);
        } else {
            giveUpChannel(visit, now, out);
        }
    }

    private void giveUpChannel(Visit visit, Instant now, List<Event> out) {
        out.add(new Event.Revoked(visit.id, visit.agent(), visit.customer, RevokeReason.NO_CHANNEL));
        unseat(visit, now, out);
    }

    /** The customer keeps the place: visits are in order of arrival, and this one is still among them. */
    private void unseat(Visit visit, Instant now, List<Event> out) {
        visit.backToWaiting(now.plus(settings.declinePause()));
        visit.toldPosition = 0;
        out.add(new Event.Unseated(visit.id, visit.customer));
    }

    private void enter(Command.Enter enter, List<Event> out) {
        var visit = visits.find(enter.visit()).orElse(null);
        if (visit == null || visit.state() != State.OPEN) {
            return;
        }
        if (enter.who().connection().equals(visit.customer.connection())) {
            visit.customerEntered();
            out.add(new Event.CustomerEntered(visit.id, visit.customer));
        } else if (visit.hasAgent(enter.who().user())) {
            visit.agentEntered(enter.who());
            out.add(new Event.AgentEntered(visit.id, enter.who()));
        }
    }

    private void leave(Command.Leave leave, Instant now, List<Event> out) {
        var visit = visits.find(leave.visit()).orElse(null);
        if (visit == null || visit.state() != State.OPEN) {
            return;
        }
        if (leave.who().connection().equals(visit.customer.connection())) {
            end(visit, EndReason.CUSTOMER_LEFT, now, out);
        } else if (visit.isAgentIn()
                && leave.who().connection().equals(visit.agent().connection())) {
            end(visit, EndReason.AGENT_LEFT, now, out);
        }
    }

    private void vanish(Address who, Instant now, List<Event> out) {
        withdraw(who, now, out);
        var visit = visits.of(who).orElse(null);
        if (visit != null && visit.inQueue()) {
            leaveQueue(visit, DepartReason.VANISHED, RevokeReason.CUSTOMER_GONE, out);
        } else if (visit != null) {
            end(visit, EndReason.CUSTOMER_LEFT, now, out);
        }
        for (var served : visits.snapshot()) {
            if (served.inQueue() || !served.agent().connection().equals(who.connection())) {
                continue;
            }
            if (served.isAgentIn() || served.isCustomerIn()) {
                end(served, EndReason.AGENT_LEFT, now, out);
            } else {
                unseat(served, now, out); // accepted and gone before anybody met: the next agent shall have it
            }
        }
    }

    private void configure(Settings next, Instant now, List<Event> out) {
        settings = next;
        for (var stranger : roster.strangersTo(next.agents())) {
            withdraw(stranger, now, out);
        }
    }

    private void close(Instant now, List<Event> out) {
        closed = true;
        for (var visit : visits.snapshot()) {
            if (visit.inQueue()) {
                leaveQueue(visit, DepartReason.NO_AGENT, RevokeReason.CLOSING, out);
            } else {
                end(visit, EndReason.CLOSING, now, out);
            }
        }
    }

    private void endWhatIsOver(Instant now, List<Event> out) {
        for (var visit : visits.snapshot()) {
            if (visit.deadline() == null || now.isBefore(visit.deadline())) {
                continue;
            }
            if (visit.state() == State.OFFERED) {
                takeBack(visit, RevokeReason.TIMED_OUT, out);
                visit.backToWaiting(now.plus(settings.declinePause()));
            } else if (visit.state() == State.SEATED) {
                giveUpChannel(visit, now, out);
            } else {
                end(visit, EndReason.NOT_ENTERED, now, out);
            }
        }
    }

    private void offerToAgents(Instant now, List<Event> out) {
        var until = now.plus(settings.offerTimeout());
        Dispatch.pairs(visits, roster, settings.maxVisits(), now).forEach((visit, agent) -> {
            visit.offer(agent, until);
            out.add(new Event.Offered(visit.id, agent, visit.customer, visit.answers, settings.offerTimeout(), until));
        });
    }

    private void takeBackOffersTo(Address agent, Instant now, List<Event> out) {
        for (var visit : visits.all()) {
            if (visit.state() == State.OFFERED && visit.agent().equals(agent)) {
                takeBack(visit, RevokeReason.AGENT_GONE, out);
                visit.backToWaiting(now);
            }
        }
    }

    private void takeBack(Visit visit, RevokeReason why, List<Event> out) {
        if (visit.state() == State.OFFERED) {
            out.add(new Event.Revoked(visit.id, visit.agent(), visit.customer, why));
        }
    }

    /** @param offer why the offer is taken back, if there is one */
    private void leaveQueue(Visit visit, DepartReason why, RevokeReason offer, List<Event> out) {
        takeBack(visit, offer, out);
        visits.remove(visit);
        out.add(new Event.Departed(visit.id, visit.customer, why));
    }

    private void end(Visit visit, EndReason why, Instant now, List<Event> out) {
        visits.remove(visit);
        roster.becameIdle(visit.agent().user(), now);
        out.add(new Event.Ended(visit.id, visit.agent(), visit.customer, why));
        if (!visit.isCustomerIn() && why != EndReason.CUSTOMER_LEFT) {
            // Who never came in hears nothing from the channel, and would wait for ever.
            out.add(new Event.Departed(visit.id, visit.customer, DepartReason.NO_AGENT));
        }
    }

    /** A late or foreign answer. Smack and Spark do not show the error, so the offer is taken back as well. */
    private void refuseAnswer(Visit visit, Address agent, List<Event> out) {
        out.add(new Event.Refused(Refusal.OFFER_GONE));
        if (visit != null && isAgent(agent.user())) {
            out.add(new Event.Revoked(visit.id, agent, visit.customer, RevokeReason.NOT_YOURS));
        }
    }

    private boolean isOfferedTo(Visit visit, Address agent) {
        return visit != null && visit.state() == State.OFFERED && visit.hasAgent(agent.user());
    }

    private void tellPlaces(List<Event> out) {
        int position = 0;
        for (var visit : visits.queue()) {
            position++;
            if (visit.toldPosition != position) {
                visit.toldPosition = position;
                out.add(new Event.Moved(visit.id, visit.customer, position));
            }
        }
    }

    private void tellWatchers(List<Event> out) {
        var queue = visits.queue().stream().map(visit -> visit.id).toList();
        if (queue.equals(toldQueue)) {
            return;
        }
        toldQueue = queue;
        if (!roster.isEmpty()) {
            out.add(new Event.QueueChanged(roster.watchers(), visits.view()));
        }
    }

    private Stream<Instant> deadlinesOf(Visit visit) {
        if (visit.deadline() != null) {
            return Stream.of(visit.deadline());
        }
        if (visit.state() != State.WAITING) {
            return Stream.empty();
        }
        return roster.members().keySet().stream().map(visit::pauseEnd).filter(Objects::nonNull);
    }
}
