package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.routing.Command;
import dev.usher.routing.OfferRef;
import dev.usher.routing.VisitId;
import java.util.Map;
import java.util.function.Predicate;
import org.xmpp.packet.JID;

/**
 * Finds the workgroup that an agent means. COMPAT: of several sessions of Smack's over one connection the one that was
 * made last hears the offers of all workgroups, and what its agent answers and asks goes to its own. Thread-safe.
 */
final class Misdirected {
    private final Map<String, ChatOffers> offers;
    private final Map<String, Channels> channels;

    /** @param offers by the names of the workgroups, as {@code channels} */
    Misdirected(Map<String, ChatOffers> offers, Map<String, Channels> channels) {
        this.offers = offers;
        this.channels = channels;
    }

    /** The name of the workgroup that asked the agent, or in whose channel the agent is; else the one that is addressed. */
    String meant(String addressed, Order order, JID from) {
        if (order instanceof Order.Route route && route.command() instanceof Command.Accept accept) {
            return whoAsked(addressed, accept.offer(), from);
        } else if (order instanceof Order.Route route && route.command() instanceof Command.Reject reject) {
            return whoAsked(addressed, reject.offer(), from);
        } else if (order instanceof Order.Route route && route.command() instanceof Command.Hand hand) {
            return whereTheyAre(addressed, hand.visit(), from);
        } else if (order instanceof Order.Lead lead && lead.command() instanceof DriveCommand.Drive drive) {
            return whereTheyAre(addressed, new VisitId(drive.visit()), from);
        }
        return addressed;
    }

    private String whoAsked(String addressed, OfferRef offer, JID from) {
        return offer instanceof OfferRef.BySession by
                ? first(addressed, name -> offers.get(name).isAsked(from, by.visit()))
                : addressed;
    }

    private String whereTheyAre(String addressed, VisitId visit, JID from) {
        return first(addressed, name -> channels.get(name).isStaffIn(visit, from));
    }

    private String first(String addressed, Predicate<String> fits) {
        if (fits.test(addressed)) {
            return addressed;
        }
        return channels.keySet().stream().filter(fits).findFirst().orElse(addressed);
    }
}
