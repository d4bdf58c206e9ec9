package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The agents who are online, and what every agent has in hand. Owned by the floor. */
final class Roster {
    private final Map<String, Agent> online = new LinkedHashMap<>();
    private final Map<String, Hand> hands = new HashMap<>();
    private final TreeMap<Instant, Set<String>> wrapUpEnds = new TreeMap<>();
    /** The agents of each queue who are online; emptied whenever somebody comes or goes. */
    private final Map<String, List<Agent>> byQueue = new HashMap<>();

    private long offers;
    private long taken;

    Agent attend(Address agent, boolean isAvailable, int wish, Instant now) {
        var member = online.get(agent.user());
        if (member == null) {
            member = new Agent(agent.user(), hand(agent.user()), now);
            online.put(agent.user(), member);
            byQueue.clear();
        }
        member.attend(agent, isAvailable, wish);
        return member;
    }

    /** Forgets a connection. Returns whether it was known. */
    boolean withdraw(Address agent) {
        var member = online.get(agent.user());
        if (member == null) {
            return false;
        }
        boolean known = member.withdraw(agent);
        if (member.isGone()) {
            online.remove(agent.user());
            byQueue.clear();
        }
        return known;
    }

    /** Who serves which queue is otherwise now. */
    void regroup() {
        byQueue.clear();
    }

    boolean isEmpty() {
        return online.isEmpty();
    }

    Collection<Agent> online() {
        return online.values();
    }

    /** The agents of a queue who are online, away ones too. */
    List<Agent> of(ServiceQueue queue) {
        return byQueue.computeIfAbsent(
                queue.name(),
                name -> online.values().stream()
                        .filter(agent -> queue.agents().contains(agent.user()))
                        .toList());
    }

    Optional<Agent> find(String user) {
        return Optional.ofNullable(online.get(user));
    }

    /** Whether an agent is there to be asked: online, not away everywhere, and answering. */
    boolean isAvailable(String user) {
        return find(user).filter(Agent::isAvailable).isPresent();
    }

    private Hand hand(String user) {
        return hands.computeIfAbsent(user, name -> new Hand());
    }

    /** Takes a visit into account as its offers and seats are now. */
    void add(Visit visit) {
        visit.seats().forEach(seat -> hand(seat.agent().user()).serve(visit));
        visit.offers().keySet().forEach(user -> hand(user).ask(visit));
    }

    void remove(Visit visit) {
        visit.seats().forEach(seat -> hand(seat.agent().user()).drop(visit));
        visit.offers().keySet().forEach(user -> hand(user).askNoMore(visit));
    }

    List<Visit> servedBy(String user) {
        return hands.containsKey(user) ? hands.get(user).serving() : List.of();
    }

    List<Visit> offeredTo(String user) {
        return hands.containsKey(user) ? hands.get(user).asked() : List.of();
    }

    void noteOffer(Agent agent) {
        offers++;
        agent.asked(offers);
    }

    void noteTaken(Agent agent) {
        taken++;
        agent.took(taken);
    }

    /** A visit of theirs is over: it takes them up until then, and their idle time begins. */
    void wrapUp(String user, Instant now, Instant until) {
        find(user).ifPresent(agent -> agent.becameIdle(now));
        if (until.isAfter(now)) {
            hand(user).wrapUp(until);
            wrapUpEnds.computeIfAbsent(until, at -> new LinkedHashSet<>()).add(user);
        }
    }

    /** The agents for whom a wrap-up time is over by now. */
    Collection<String> wrappedUp(Instant now) {
        var done = new ArrayList<String>();
        while (!wrapUpEnds.isEmpty() && !wrapUpEnds.firstKey().isAfter(now)) {
            done.addAll(wrapUpEnds.pollFirstEntry().getValue());
        }
        for (var user : done) {
            hand(user).forgetWrapUps(now);
        }
        return done;
    }

    Optional<Instant> nextWrapUp() {
        return wrapUpEnds.isEmpty() ? Optional.empty() : Optional.of(wrapUpEnds.firstKey());
    }

    /** The connections of agents who are not among these users. */
    List<Address> strangersTo(Set<String> users) {
        return online.values().stream()
                .filter(agent -> !users.contains(agent.user()))
                .flatMap(agent -> agent.connections().stream())
                .toList();
    }
}
