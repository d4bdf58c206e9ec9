package dev.usher.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections that want to hear of something until they are gone. Owned by the floor. */
final class Audience {
    /** Whoever comes when so many listen already is answered, and not told again. */
    static final int AT_MOST = 5_000;

    private final Map<String, Address> byConnection = new LinkedHashMap<>();

    void add(Address who) {
        if (byConnection.size() < AT_MOST) {
            byConnection.put(who.connection(), who);
        }
    }

    void remove(Address who) {
        byConnection.remove(who.connection());
    }

    List<Address> all() {
        return List.copyOf(byConnection.values());
    }
}
