package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agents on duty, as far as one hears of them. */
final class Staff {
    private record Post(Address agent, boolean available) {}

    private final Map<String, Map<String, Post>> posts = new LinkedHashMap<>();
    private final Map<String, Integer> wishes = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, List<Instant>> wrapUps = new HashMap<>();

    void wish(String user, int wish) {
        wishes.put(user, wish);
    }

    void note(Event event) {
        if (event instanceof Event.Attended attended) {
            var agent = attended.agent();
            var here = posts.computeIfAbsent(agent.user(), user -> new LinkedHashMap<>());
            here.remove(agent.connection());
            here.put(agent.connection(), new Post(agent, attended.available()));
            if (attended.available()) {
                silent.remove(agent.user());
            }
        } else if (event instanceof Event.Withdrew withdrew) {
            var here = posts.get(withdrew.agent().user());
            here.remove(withdrew.agent().connection());
            if (here.isEmpty()) {
                posts.remove(withdrew.agent().user());
                silent.remove(withdrew.agent().user());
            }
        } else if (event instanceof Event.NotAnswering not) {
            silent.add(not.agent().user());
        } else if (event instanceof Event.Rejected rejected) {
            silent.remove(rejected.agent().user());
        }
    }

    void wrapUp(String user, Instant until) {
        wrapUps.computeIfAbsent(user, name -> new ArrayList<>()).add(until);
    }

    int wrappingUp(String user, Instant now) {
        return (int) wrapUps.getOrDefault(user, List.of()).stream()
                .filter(now::isBefore)
                .count();
    }

    int wishOf(String user) {
        return wishes.getOrDefault(user, 0);
    }

    boolean isAvailable(String user) {
        return !silent.contains(user)
                && posts.getOrDefault(user, Map.of()).values().stream().anyMatch(Post::available);
    }

    /** With whose commands everybody comes on duty again. */
    List<Command.Attend> duties() {
        return posts.values().stream()
                .flatMap(here -> here.values().stream())
                .map(post -> new Command.Attend(
                        post.agent(), post.available(), wishOf(post.agent().user())))
                .toList();
    }

    void restarted() {
        posts.clear();
        silent.clear();
        wrapUps.clear();
    }
}
