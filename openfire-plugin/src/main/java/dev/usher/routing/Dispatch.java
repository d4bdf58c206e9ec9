package dev.usher.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings visits and agents together: looks only at the visits and the agents for whom something has changed, since
 * before that nobody waited whom a free agent might have taken. Decides on a floor that is not its own.
 */
final class Dispatch {
    private final Floor floor;

    Dispatch(Floor floor) {
        this.floor = floor;
    }

    /** Higher priority of the queue first, then of the visit, then first come, first served. */
    private final Comparator<Visit> order = Comparator.comparingInt(this::priorityOfQueue)
            .reversed()
            .thenComparing(Comparator.comparingInt(Visit::priority).reversed())
            .thenComparingLong(Visit::number);

    private int priorityOfQueue(Visit visit) {
        return floor.queue(visit.soughtIn()).priority();
    }

    void run() {
        var changed = floor.takeChangedVisits();
        var agents = floor.takeChangedAgents();
        if (changed.isEmpty() && agents.isEmpty()) {
            return;
        }
        var visits = new TreeSet<>(order);
        changed.stream().filter(Visit::isSeeking).forEach(visits::add);
        var wanted = new HashMap<String, Visit>();
        for (var user : agents) {
            firstFor(user).ifPresent(visit -> wanted.put(user, visit));
        }
        while (true) {
            var next = first(visits, wanted.values());
            if (next.isEmpty()) {
                break;
            }
            visits.remove(next.get());
            match(next.get());
            refresh(wanted);
        }
        // What was offered here has changed nobody's chances for the better.
        floor.takeChangedVisits();
        floor.takeChangedAgents();
    }

    private Optional<Visit> first(TreeSet<Visit> visits, Collection<Visit> wanted) {
        return Stream.concat(visits.stream().limit(1), wanted.stream()).min(order);
    }

    /** Agents whose visit has gone to somebody else look again; those who were asked themselves are done. */
    private void refresh(Map<String, Visit> wanted) {
        for (var user : List.copyOf(wanted.keySet())) {
            if (wanted.get(user).isSeeking()
                    && floor.roster.find(user).filter(this::isFree).isPresent()) {
                continue;
            }
            wanted.remove(user);
            firstFor(user).ifPresent(visit -> wanted.put(user, visit));
        }
    }

    /** The visit that an agent would be asked for now. */
    private Optional<Visit> firstFor(String user) {
        var agent = floor.roster.find(user).orElse(null);
        if (agent == null || !isFree(agent)) {
            return Optional.empty();
        }
        var firsts = new ArrayList<Visit>();
        for (var line : floor.seekers.linesFor(user)) {
            if (!mayServe(user, line.getKey())) {
                continue;
            }
            for (var visit : line.getValue()) {
                if (!visit.isOf(user) && hasNotDeclined(visit, user)) {
                    firsts.add(visit);
                    break;
                }
            }
        }
        return firsts.stream().min(order);
    }

    private boolean mayServe(String user, Seekers.Demand demand) {
        boolean isOfQueue =
                demand.queue().isEmpty() || floor.queue(demand.queue()).agents().contains(user);
        return isOfQueue && floor.settings().profile(user).meets(demand.skills());
    }

    private boolean isFree(Agent agent) {
        return agent.isAvailable() && !agent.isAsked() && agent.hasCapacity(floor.settings());
    }

    private void match(Visit visit) {
        var agents = eligible(visit);
        if (agents.isEmpty()) {
            return;
        }
        visit.mark.toldShortfall = null;
        var policy = floor.queue(visit.soughtIn()).policy();
        if (policy == Policy.ALL && visit.soughtUser().isEmpty()) {
            offer(visit, agents);
        } else {
            offer(visit, List.of(agents.stream().min(comparator(policy)).orElseThrow()));
        }
    }

    /** Whoever may take the visit now; says why it is nobody. */
    private List<Agent> eligible(Visit visit) {
        List<Agent> agents = List.copyOf(floor.roster.online());
        for (var filter : Eligibility.values()) {
            int before = agents.size();
            agents = filtered(agents, filter, visit);
            if (agents.isEmpty()) {
                unmatched(visit, new Shortfall(filter, before));
                break;
            }
        }
        return agents;
    }

    /** What lets everybody pass is not asked about everybody: there may be a thousand of them. */
    private List<Agent> filtered(List<Agent> agents, Eligibility filter, Visit visit) {
        return switch (filter) {
            case SERVES_THE_QUEUE ->
                visit.soughtIn().isEmpty() ? agents : floor.roster.of(floor.queue(visit.soughtIn()));
            case IS_NOT_THE_CUSTOMER ->
                floor.isAgent(visit.customer().user()) ? those(agents, agent -> !visit.isOf(agent.user())) : agents;
            case IS_MEANT ->
                visit.soughtUser().isEmpty()
                        ? agents
                        : those(agents, agent -> agent.user().equals(visit.soughtUser()));
            case HAS_THE_SKILLS ->
                visit.soughtSkills().isEmpty()
                        ? agents
                        : those(
                                agents,
                                agent -> floor.settings().profile(agent.user()).meets(visit.soughtSkills()));
            case IS_AVAILABLE -> those(agents, Agent::isAvailable);
            case HAS_NOT_DECLINED ->
                visit.pausedUntil().isEmpty() && visit.seats().isEmpty()
                        ? agents
                        : those(agents, agent -> hasNotDeclined(visit, agent.user()));
            case HAS_CAPACITY -> those(agents, agent -> agent.hasCapacity(floor.settings()));
            case IS_NOT_ASKED -> those(agents, agent -> !agent.isAsked()); // Spark shows one offer at a time
        };
    }

    private static List<Agent> those(List<Agent> agents, Predicate<Agent> pass) {
        return agents.stream().filter(pass).toList();
    }

    private boolean hasNotDeclined(Visit visit, String user) {
        return !visit.isPausedFor(user, floor.now()) && visit.seat(user).isEmpty();
    }

    private void unmatched(Visit visit, Shortfall why) {
        if (visit.mark.toldShortfall != why.filter()) {
            visit.mark.toldShortfall = why.filter();
            floor.say(new Event.Unmatched(visit.id(), why));
        }
    }

    private Comparator<Agent> comparator(Policy policy) {
        var idle = Comparator.comparing(Agent::idleSince);
        return switch (policy) {
            case LONGEST_IDLE, ALL ->
                Comparator.comparing((Agent agent) -> agent.load() > 0)
                        .thenComparingLong(agent -> agent.load() > 0 ? agent.lastTaken() : 0)
                        .thenComparing(idle);
            case LEAST_LOADED -> Comparator.comparingDouble(this::share).thenComparing(idle);
            case ROUND_ROBIN -> Comparator.comparingLong(Agent::lastAsked).thenComparing(idle);
        };
    }

    private double share(Agent agent) {
        return (double) agent.load() / floor.settings().capacity(agent.user(), agent.wish());
    }

    private void offer(Visit visit, List<Agent> agents) {
        var timeout = floor.timing().offer();
        var until = floor.in(timeout);
        for (var agent : agents) {
            floor.roster.noteOffer(agent);
            floor.happens(
                    visit,
                    new Event.Offered(
                            visit.id(),
                            agent.contact(),
                            visit.customer(),
                            visit.placed().answers(),
                            visit.placed().since(),
                            timeout,
                            until,
                            visit.mark.errand == null ? visit.handover() : visit.mark.errand.handover(),
                            visit.placed().home()));
        }
    }
}
