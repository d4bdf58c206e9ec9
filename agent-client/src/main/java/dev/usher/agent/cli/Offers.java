package dev.usher.agent.cli;

import dev.usher.agent.Offer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The open offers of one shift, numbered in the order in which they came. Not thread-safe. */
final class Offers {

    private final TreeMap<Integer, Offer> offers = new TreeMap<>();
    private int last;

    int write(Offer offer) {
        offers.put(++last, offer);
        return last;
    }

    /** The offer of that number, or the oldest; from now on it is no longer open. */
    Optional<Map.Entry<Integer, Offer>> take(OptionalInt number) {
        var chosen = number.isPresent() ? number.getAsInt() : offers.isEmpty() ? 0 : offers.firstKey();
        return Optional.ofNullable(offers.remove(chosen)).map(offer -> Map.entry(chosen, offer));
    }

    /** Takes the offer of a visit and says its number; empty if it was answered already. */
    OptionalInt take(String visit) {
        var number = offers.entrySet().stream()
                .filter(entry -> entry.getValue().visit().equals(visit))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
        number.ifPresent(offers::remove);
        return number;
    }
}
