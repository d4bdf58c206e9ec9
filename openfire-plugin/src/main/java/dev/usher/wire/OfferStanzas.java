package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.RevokeReason;
import dev.usher.routing.VisitId;
import java.util.function.Function;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;

/** What an agent is offered, and when it is taken back. */
final class OfferStanzas {
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
        Metadata.add(offer, offered.customer(), offered.answers());
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
