package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.Handover;
import dev.usher.routing.HandoverFailure;
import dev.usher.routing.VisitId;
import java.util.Locale;
import org.dom4j.Element;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;

/** Transfers and invitations, as Smack and Spark write them. */
final class Handovers {
    private Handovers() {}

    /** What an offer says of the visit that is handed over. COMPAT: Spark enters the room by itself. */
    static void offer(Element offer, Handover handover, JID room) {
        var content = element(offer, handover);
        Xml.addText(content, "inviter", handover.by().connection());
        Xml.addText(content, "room", room.toString());
        Xml.addText(content, "reason", handover.reason());
    }

    /** Tells who wanted to hand a visit over that it stays. */
    static Message failed(Event.HandoverFailed failed, String workgroup, Address by) {
        var message = new Message();
        message.setFrom(workgroup);
        message.setTo(by.connection());
        message.getElement().addAttribute("type", "error");
        message.setBody(sentence(failed.why()));
        var content = element(message.getElement(), failed.handover());
        session(content, failed.visit(), workgroup);
        Xml.addText(content, "inviter", by.connection());
        Xml.addText(content, "invitee", invitee(failed.handover().target(), new JID(workgroup)));
        var error = message.getElement().addElement("error").addAttribute("type", "cancel");
        Xml.add(error, "recipient-unavailable", Namespaces.STANZA_ERROR);
        return message;
    }

    private static void session(Element parent, VisitId visit, String workgroup) {
        Sessions.add(parent, visit, workgroup);
    }

    private static Element element(Element parent, Handover handover) {
        var name = handover.kind().name().toLowerCase(Locale.ROOT);
        return Xml.add(parent, name, Namespaces.WORKGROUP).addAttribute("type", type(handover.target()));
    }

    private static String type(Handover.Target target) {
        if (target instanceof Handover.Target.Agent) {
            return "user";
        }
        return target instanceof Handover.Target.Queue ? "queue" : "workgroup";
    }

    private static String invitee(Handover.Target target, JID workgroup) {
        if (target instanceof Handover.Target.Agent agent) {
            return agent.user();
        }
        return target instanceof Handover.Target.Queue queue
                ? workgroup + "/" + queue.name()
                : new JID(((Handover.Target.Workgroup) target).name(), workgroup.getDomain(), null).toString();
    }

    static String sentence(HandoverFailure why) {
        return switch (why) {
            case DECLINED -> "Nobody has taken the visit: it stays with you.";
            case UNAVAILABLE -> "This agent is no longer available: the visit stays with you.";
            case TIMED_OUT -> "Nobody has taken the visit in time: it stays with you.";
            case WITHDRAWN -> "Nobody is looked for any more: the visit stays with you.";
        };
    }
}
