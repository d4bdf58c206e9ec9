package dev.usher.wire;

import dev.usher.desk.EntryFault;
import dev.usher.drive.DriveRefusal;
import dev.usher.drive.UrlRefusal;
import dev.usher.routing.Refusal;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** Every refusal as a stanza error (RFC 6120 §8.3): the one place where a reason gets its XML. */
final class StanzaErrors {
    private StanzaErrors() {}

    static Packet of(Packet request, Refusal why) {
        var reply = reply(request, why.type(), why.condition(), why.sentence());
        var detail = detail(why);
        if (detail != null) {
            Xml.add(reply.getElement().element("error"), detail, Namespaces.VISIT);
        }
        return reply;
    }

    /** What the condition alone does not tell the customer's client (RFC 6120 §8.3.4); null where it does. */
    private static String detail(Refusal why) {
        return switch (why) {
            case LEAVE_MESSAGE -> "leave-message";
            case FULL -> "full";
            case TOO_MANY_OF_CUSTOMER -> "too-many-of-customer";
            case TOO_MANY_OF_ORIGIN -> "too-many-of-origin";
            default -> null;
        };
    }

    static Packet of(Packet request, DriveRefusal why) {
        return reply(request, why.type(), why.condition(), why.sentence());
    }

    static Packet of(Packet request, UrlRefusal why) {
        var reply = reply(request, "modify", "not-acceptable", why.sentence());
        Xml.add(reply.getElement().element("error"), "refused", Namespaces.DRIVE)
                .addAttribute("reason", why.word());
        return reply;
    }

    static Packet of(Packet request, EntryFault fault) {
        var reply = reply(request, "modify", "not-acceptable", EntryFaultText.sentence(fault));
        Xml.add(reply.getElement().element("error"), "answer", Namespaces.VISIT)
                .addAttribute("var", fault.field().name());
        return reply;
    }

    static Packet badRequest(Packet request, String sentence) {
        return reply(request, "modify", "bad-request", sentence);
    }

    static Packet tooLong(Packet request, String sentence) {
        return reply(request, "modify", "not-acceptable", sentence);
    }

    static Packet forbidden(Packet request, String sentence) {
        return reply(request, "auth", "forbidden", sentence);
    }

    static Packet unknownWorkgroup(Packet request) {
        return notFound(request, "There is no such workgroup.");
    }

    static Packet notAllowed(Packet request, String sentence) {
        return reply(request, "cancel", "not-allowed", sentence);
    }

    static Packet notFound(Packet request, String sentence) {
        return reply(request, "cancel", "item-not-found", sentence);
    }

    /** Also for a visit of another workgroup: who asks learns nothing about it. */
    static Packet unknownVisit(Packet request) {
        return reply(request, "cancel", "item-not-found", "There is no such visit, or it has been forgotten.");
    }

    static Packet notUnderstood(Packet request) {
        return reply(request, "cancel", "service-unavailable", "This request is not understood here.");
    }

    static Packet busy(Packet request) {
        return reply(
                request, "wait", "resource-constraint", "Too many requests are waiting. Please try again in a moment.");
    }

    static Packet ourFault(Packet request) {
        return reply(
                request,
                "wait",
                "internal-server-error",
                "Something went wrong here, and the server's log says what. Please try again.");
    }

    private static Packet reply(Packet request, String type, String condition, String sentence) {
        var reply = emptyReply(request);
        reply.setTo(request.getFrom());
        reply.setFrom(request.getTo());
        reply.setID(request.getID());
        Element stanza = reply.getElement();
        stanza.addAttribute("type", "error");
        var error = stanza.addElement("error").addAttribute("type", type);
        Xml.add(error, condition, Namespaces.STANZA_ERROR);
        Xml.add(error, "text", Namespaces.STANZA_ERROR)
                .addAttribute("xml:lang", "en")
                .addText(sentence);
        return reply;
    }

    private static Packet emptyReply(Packet request) {
        if (request instanceof IQ) {
            return new IQ();
        }
        return request instanceof Presence ? new Presence() : new Message();
    }
}
