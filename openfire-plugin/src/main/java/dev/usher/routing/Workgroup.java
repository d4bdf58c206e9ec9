package dev.usher.routing;

import dev.usher.routing.Visit.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One workgroup: who waits, who may serve, what is on offer. Time is an argument, outcomes are values; it does nothing
 * else. Not thread-safe: its loop owns it.
 */
public final class Workgroup {
    /** Every visit that is not over, oldest first: the queue is those of them that are {@linkplain Visit#inQueue}. */
    private final Map<VisitId, Visit> visits = new LinkedHashMap<>();

    private final Map<String, VisitId> visitOfConnection = new LinkedHashMap<>();
    private final Roster roster = new Roster();
    private Settings settings;
    private List<VisitId> toldQueue = List.of();

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
        return visits.values().stream()
                .flatMap(this::deadlinesOf)
                .filter(deadline -> deadline.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Whether a customer who joins now is taken in. */
    public boolean isOpen() {
        return !roster.isEmpty();
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
        var known = visitOfConnection.get(join.customer().connection());
        if (known != null) {
            var visit = visits.get(known);
            visit.toldPosition = 0;
            out.add(new Event.Queued(visit.id, visit.customer));
            return;
        }
        if (!isOpen()) {
            out.add(new Event.Refused(Refusal.CLOSED));
            return;
        }
        var visit = new Visit(join.proposed(), join.customer(), join.answers(), now);
        visits.put(visit.id, visit);
        visitOfConnection.put(visit.customer.connection(), visit.id);
        out.add(new Event.Queued(visit.id, visit.customer));
    }

    private void depart(Command.Depart depart, List<Event> out) {
        var visit = visitOf(depart.customer());
        if (visit == null || !visit.inQueue()) {
            out.add(new Event.Refused(Refusal.NOT_WAITING));
            return;
        }
        leaveQueue(visit, DepartReason.REQUESTED, out);
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
        out.add(new Event.Attended(attend.agent(), attend.available(), view()));
    }

    private void withdraw(Address agent, Instant now, List<Event> out) {
        if (roster.withdraw(agent)) {
            takeBackOffersTo(agent, now, out);
            out.add(new Event.Withdrew(agent));
        }
    }

    private void accept(Command.Accept accept, Instant now, List<Event> out) {
        var visit = find(accept.offer());
        if (visit != null && !visit.inQueue() && visit.hasAgent(accept.agent().user())) {
            return; // a repeated accept: they have it already
        }
        if (!isOfferedTo(visit, accept.agent())) {
            refuseAnswer(visit, accept.agent(), out);
            return;
        }
        visit.seat(accept.agent(), now.plus(settings.openTimeout()));
        out.add(new Event.Seated(visit.id, visit.agent(), visit.customer));
    }

    private void reject(Command.Reject reject, Instant now, List<Event> out) {
        var visit = find(reject.offer());
        if (!isOfferedTo(visit, reject.agent())) {
            refuseAnswer(visit, reject.agent(), out);
            return;
        }
        visit.backToWaiting(now.plus(settings.declinePause()));
        out.add(new Event.Rejected(visit.id, reject.agent()));
    }

    private void confirmChannel(Command.ConfirmChannel confirm, Instant now, List<Event> out) {
        var visit = visits.get(confirm.visit());
        if (visit == null || visit.state() != State.SEATED) {
            return;
        }
        visit.open(now.plus(settings.entryTimeout()));
        out.add(new Event.Opened(visit.id, visit.agent(), visit.customer));
    }

    private void failChannel(Command.FailChannel fail, Instant now, List<Event> out) {
        var visit = visits.get(fail.visit());
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
        var visit = visits.get(enter.visit());
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
        var visit = visits.get(leave.visit());
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
        var visit = visitOf(who);
        if (visit != null && visit.inQueue()) {
            leaveQueue(visit, DepartReason.VANISHED, out);
        } else if (visit != null) {
            end(visit, EndReason.CUSTOMER_LEFT, now, out);
        }
        for (var served : List.copyOf(visits.values())) {
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
        for (var visit : List.copyOf(visits.values())) {
            if (visit.inQueue()) {
                takeBack(visit, RevokeReason.CLOSING, out);
                leaveQueue(visit, DepartReason.NO_AGENT, out);
            } else {
                end(visit, EndReason.CLOSING, now, out);
            }
        }
    }

    private void endWhatIsOver(Instant now, List<Event> out) {
        for (var visit : List.copyOf(visits.values())) {
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

    /** First come, first served; among the agents who may, the one who has been idle the longest. */
    private void offerToAgents(Instant now, List<Event> out) {
        var free = freeAgents();
        for (var visit : visits.values()) {
            if (free.isEmpty()) {
                return;
            }
            if (visit.state() != State.WAITING) {
                continue;
            }
            var chosen = free.stream()
                    .filter(agent -> visit.mayBeOfferedTo(agent.user(), now))
                    .findFirst();
            if (chosen.isPresent()) {
                free.remove(chosen.get());
                offer(visit, chosen.get(), now, out);
            }
        }
    }

    private void offer(Visit visit, Address agent, Instant now, List<Event> out) {
        var until = now.plus(settings.offerTimeout());
        visit.offer(agent, until);
        out.add(new Event.Offered(visit.id, agent, visit.customer, visit.answers, settings.offerTimeout(), until));
    }

    /** Agents who are available, below their capacity and not being asked already, longest idle first. */
    private List<Address> freeAgents() {
        var asked = new HashSet<String>(); // one offer at a time: Spark shows only one
        var load = new HashMap<String, Integer>();
        for (var visit : visits.values()) {
            if (visit.state() == State.OFFERED) {
                asked.add(visit.agent().user());
            } else if (visit.agent() != null) {
                load.merge(visit.agent().user(), 1, Integer::sum);
            }
        }
        var free = new ArrayList<Address>();
        roster.members().entrySet().stream()
                .filter(entry -> entry.getValue().contact() != null)
                .filter(entry -> !asked.contains(entry.getKey()))
                .filter(entry -> load.getOrDefault(entry.getKey(), 0) < settings.maxVisits())
                .sorted(Comparator.comparing((Map.Entry<String, Roster.Member> entry) ->
                        entry.getValue().idleSince()))
                .forEach(entry -> free.add(entry.getValue().contact()));
        return free;
    }

    private void takeBackOffersTo(Address agent, Instant now, List<Event> out) {
        for (var visit : visits.values()) {
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

    private void leaveQueue(Visit visit, DepartReason why, List<Event> out) {
        takeBack(visit, RevokeReason.CUSTOMER_GONE, out);
        forget(visit);
        out.add(new Event.Departed(visit.id, visit.customer, why));
    }

    private void end(Visit visit, EndReason why, Instant now, List<Event> out) {
        forget(visit);
        roster.becameIdle(visit.agent().user(), now);
        out.add(new Event.Ended(visit.id, visit.agent(), visit.customer, why));
    }

    private void forget(Visit visit) {
        visits.remove(visit.id);
        visitOfConnection.remove(visit.customer.connection());
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

    private Visit find(OfferRef offer) {
        if (offer instanceof OfferRef.BySession bySession) {
            return visits.get(bySession.visit());
        }
        var byCustomer = (OfferRef.ByCustomer) offer;
        var id = visitOfConnection.get(byCustomer.connection());
        return id == null ? null : visits.get(id);
    }

    private Visit visitOf(Address customer) {
        var id = visitOfConnection.get(customer.connection());
        return id == null ? null : visits.get(id);
    }

    private void tellPlaces(List<Event> out) {
        int position = 0;
        for (var visit : visits.values()) {
            if (!visit.inQueue()) {
                continue;
            }
            position++;
            if (visit.toldPosition != position) {
                visit.toldPosition = position;
                out.add(new Event.Moved(visit.id, visit.customer, position));
            }
        }
    }

    private void tellWatchers(List<Event> out) {
        var queue = visits.values().stream()
                .filter(Visit::inQueue)
                .map(visit -> visit.id)
                .toList();
        if (queue.equals(toldQueue)) {
            return;
        }
        toldQueue = queue;
        if (!roster.isEmpty()) {
            out.add(new Event.QueueChanged(roster.watchers(), view()));
        }
    }

    private QueueView view() {
        var waiting = visits.values().stream()
                .filter(Visit::inQueue)
                .map(visit -> new QueueView.Waiting(visit.customer, visit.since))
                .toList();
        return new QueueView(waiting.size(), waiting.subList(0, Math.min(waiting.size(), QueueView.HEAD_LIMIT)));
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
