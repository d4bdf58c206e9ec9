package dev.usher.routing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Shows agents to each other: who is there, and whom they serve. However many they are and whatever happens, a few of
 * them at a time are shown, and again only a little later. Decides on a floor that is not its own.
 */
final class Colleagues {
    /** So many agents are shown at a time ... */
    static final int AT_A_TIME = 20;
    /** ... and fewer where many watch, so that they are not more presences than these. */
    static final int PRESENCES_AT_A_TIME = 2_000;

    private final Floor floor;
    private final Set<String> stale = new LinkedHashSet<>();
    private Instant next = Instant.EPOCH;

    Colleagues(Floor floor) {
        this.floor = floor;
    }

    void watch(Command.Watch watch) {
        var agent = watch.agent();
        if (!floor.isAgent(agent.user())) {
            floor.say(new Event.Refused(Refusal.NOT_AN_AGENT));
            return;
        }
        floor.watchers.add(agent);
        floor.say(new Event.StaffListed(agent, List.copyOf(new TreeSet<>(floor.agents()))));
        for (var member : floor.roster.online()) {
            floor.say(new Event.AgentShown(List.of(agent), view(member.user())));
        }
    }

    void takeStock(Command.TakeStock takeStock) {
        var agent = takeStock.agent();
        if (!floor.isAgent(agent.user())) {
            floor.say(new Event.Refused(Refusal.NOT_AN_AGENT));
            return;
        }
        // Those of other workgroups are in hand as well, and it is there that something can be done about them.
        floor.say(new Event.StockTaken(view(agent.user(), visit -> !visit.isErrand())));
    }

    /** The settings name other agents than before. */
    void staffChanged(Set<String> before) {
        var added = new TreeSet<>(floor.agents());
        added.removeAll(before);
        var removed = new TreeSet<>(before);
        removed.removeAll(floor.agents());
        var watchers = watchers();
        if (!watchers.isEmpty() && !(added.isEmpty() && removed.isEmpty())) {
            floor.say(new Event.StaffChanged(watchers, List.copyOf(added), List.copyOf(removed)));
        }
    }

    void make() {
        stale.addAll(floor.takeOtherwiseSeen());
        if (stale.isEmpty() || floor.now().isBefore(next)) {
            return;
        }
        var watchers = watchers();
        if (watchers.isEmpty()) {
            stale.clear();
            return;
        }
        int atATime = Math.max(1, Math.min(AT_A_TIME, PRESENCES_AT_A_TIME / watchers.size()));
        var shown = stale.stream().limit(atATime).toList();
        shown.forEach(stale::remove);
        shown.forEach(user -> floor.say(new Event.AgentShown(watchers, view(user))));
        next = floor.in(floor.timing().watch());
    }

    Optional<Instant> nextDeadline() {
        return stale.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    private List<Address> watchers() {
        return floor.watchers.all().stream()
                .filter(watcher -> floor.isAgent(watcher.user()))
                .toList();
    }

    private AgentView view(String user) {
        return view(user, visit -> true);
    }

    private AgentView view(String user, Predicate<Visit> shown) {
        var member = floor.roster.find(user);
        var visits = floor.roster.servedBy(user).stream()
                .filter(shown)
                .map(visit -> new AgentView.Served(
                        visit.id(),
                        visit.customer(),
                        visit.placed().since(),
                        visit.placed().answers()))
                .toList();
        int capacity = floor.settings().capacity(user, member.map(Agent::wish).orElse(0));
        return member.map(agent -> new AgentView(
                        agent.anyContact(),
                        agent.isAvailable() ? AgentView.Presence.AVAILABLE : AgentView.Presence.AWAY,
                        capacity,
                        visits))
                .orElseGet(() -> new AgentView(new Address(user, user), AgentView.Presence.OFF_DUTY, capacity, visits));
    }
}
