package dev.usher.testbed.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every visit under way by its session: agent and customer learn of it on connections of their own. */
final class Meetings {
    private final Map<String, Meeting> bySession = new ConcurrentHashMap<>();

    Meeting of(String session) {
        return bySession.computeIfAbsent(session, key -> new Meeting());
    }
}
