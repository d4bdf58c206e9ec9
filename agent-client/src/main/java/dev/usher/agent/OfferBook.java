package dev.usher.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.EntityBareJid;

/** The offers that this agent has neither answered nor lost, oldest first. Not thread-safe: the desk's loop owns it. */
final class OfferBook {

    /** The switch's clock decides; ours only clears out what a lost revoke left behind. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Map<String, Offer> offers = new LinkedHashMap<>();

    void write(Offer offer, Instant now) {
        offers.values().removeIf(old -> old.until().plus(GRACE).isBefore(now));
        offers.put(offer.visit(), offer);
    }

    /** The offer, which is from now on no longer open; empty if it was not. */
    Optional<Offer> take(String visit) {
        return Optional.ofNullable(offers.remove(visit));
    }

    /** Takes only what that workgroup itself has offered. */
    Optional<Offer> take(String visit, EntityBareJid workgroup) {
        var offer = offers.get(visit);
        return offer == null || !offer.workgroup().equals(workgroup) ? Optional.empty() : take(visit);
    }

    List<Offer> open(Instant now) {
        return offers.values().stream()
                .filter(offer -> now.isBefore(offer.until()))
                .toList();
    }

    void forget(EntityBareJid workgroup) {
        offers.values().removeIf(offer -> offer.workgroup().equals(workgroup));
    }
}
