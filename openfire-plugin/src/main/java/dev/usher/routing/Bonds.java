package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who served whom last; the oldest are forgotten when there are too many. Owned by the floor. */
final class Bonds {
    private static final int REMEMBERED = 20_000;

    private final Map<String, Bond> byCustomer = new LinkedHashMap<>();

    void add(Bond bond) {
        byCustomer.remove(bond.customer());
        byCustomer.put(bond.customer(), bond);
        if (byCustomer.size() > REMEMBERED) {
            byCustomer.remove(byCustomer.keySet().iterator().next());
        }
    }

    /** The agent who served this customer within that time. */
    Optional<String> agentOf(String customer, Instant now, Duration within) {
        return Optional.ofNullable(byCustomer.get(customer))
                .filter(bond -> bond.at().plus(within).isAfter(now))
                .map(Bond::agent);
    }
}
