package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.RevokeReason;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;

/** What an agent is offered, and when it is taken back. */
final class OfferStanzas {
    /** What the switch says of a customer, and the customer never does. */
    private static final Set<String> NOT_FOR_CUSTOMERS = Set.of("userID", "agent", "ignore", "password");

    private final String workgroup;
    private final Function<VisitId, JID> room;

    /**
     * @param workgroup its bare JID
     * @param room the address of a visit's channel
     */
    OfferStanzas(String workgroup, Function<VisitId, JID> room) {
        this.workgroup = workgroup;
        this.room = room;
    }

    IQ offer(Event.Offered offered) {
        var iq = requestTo(offered.agent(), offered.visit().value());
        var offer = iq.setChildElement("offer", Namespaces.WORKGROUP);
        offer.addAttribute("id", offered.visit().value());
        offer.addAttribute("jid", offered.customer().connection());
        metadata(Xml.add(offer, "metadata", Namespaces.JIVE), offered.customer(), offered.answers());
        Xml.addText(
                offer, "timeout", Long.toString(Math.max(1, offered.timeout().toSeconds())));
        Sessions.add(offer, offered.visit(), workgroup);
        offered.handover()
                .ifPresentOrElse(
                        handover -> Handovers.offer(offer, handover, room.apply(offered.visit())),
                        () -> Xml.add(offer, "user-request"));
        return iq;
    }

    IQ revoke(Event.Revoked revoked) {
        var iq = requestTo(revoked.agent(), "revoke-" + revoked.visit().value());
        var revoke = iq.setChildElement("offer-revoke", Namespaces.WORKGROUP);
        revoke.addAttribute("id", revoked.visit().value());
        revoke.addAttribute("jid", revoked.customer().connection());
        Xml.addText(revoke, "reason", sentence(revoked.why()));
        Sessions.add(revoke, revoked.visit(), workgroup);
        return iq;
    }

    /** COMPAT: Spark throws where username or userID is missing, and reads the first attribute of what it finds. */
    private static void metadata(Element metadata, Address customer, Map<String, List<String>> answers) {
        if (!answers.containsKey("username")) {
            value(metadata, "username", "Customer");
        }
        answers.forEach((name, values) -> {
            if (!NOT_FOR_CUSTOMERS.contains(name)) {
                values.forEach(value -> value(metadata, name, value));
            }
        });
        value(metadata, "userID", customer.user());
    }

    private static void value(Element metadata, String name, String text) {
        Xml.add(metadata, "value").addAttribute("name", name).addText(text);
    }

    static String sentence(RevokeReason why) {
        return switch (why) {
            case TIMED_OUT -> "The offer has timed out.";
            case CUSTOMER_GONE -> "The customer no longer waits.";
            case AGENT_GONE -> "You are no longer available.";
            case NOT_YOURS -> "The offer is no longer yours.";
            case WITHDRAWN -> "Nobody is looked for any more.";
            case NO_CHANNEL -> "The channel could not be opened; the customer waits again.";
        };
    }

    private IQ requestTo(Address agent, String id) {
        var iq = new IQ(IQ.Type.set, id);
        iq.setFrom(workgroup);
        iq.setTo(agent.connection());
        return iq;
    }
}
