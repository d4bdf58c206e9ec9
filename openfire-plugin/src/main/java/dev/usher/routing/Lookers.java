package dev.usher.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who looks whether the workgroup is open, without being in it, and what each has seen last. Owned by the floor. */
final class Lookers {
    /** Anybody may look: whoever comes when so many do already is answered, and not told again. */
    static final int AT_MOST = 5_000;

    private final Map<Address, ServiceState> seen = new LinkedHashMap<>();

    void add(Address who, ServiceState state) {
        if (seen.size() < AT_MOST) {
            seen.put(who, state);
        }
    }

    void remove(Address who) {
        seen.remove(who);
    }

    /** Those who have seen something else last; from now on they have seen this. */
    List<Address> show(ServiceState state) {
        var behind = seen.entrySet().stream()
                .filter(looker -> looker.getValue() != state)
                .map(Map.Entry::getKey)
                .toList();
        behind.forEach(who -> seen.put(who, state));
        return behind;
    }
}
