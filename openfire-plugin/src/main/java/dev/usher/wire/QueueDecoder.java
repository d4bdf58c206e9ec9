package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Handover;
import dev.usher.routing.OfferRef;
import dev.usher.routing.VisitId;
import java.util.Locale;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.JID;

/** Joining, leaving, accepting, rejecting (XEP-0142 §5, with Smack's session ids), handing over. Thread-safe. */
final class QueueDecoder {
    private final VisitIds ids;
    private final VisitTokens tokens;
    private final Function<String, String> origins;
    private final Identities identities;

    /** @param origins the network address of a connection (a full JID); empty if unknown */
    QueueDecoder(VisitIds ids, VisitTokens tokens, Function<String, String> origins, Identities identities) {
        this.ids = ids;
        this.tokens = tokens;
        this.origins = origins;
        this.identities = identities;
    }

    /** The order that an IQ set to a workgroup carries; null if it is none of these. */
    Order order(Element payload, Address from, String workgroup) throws BadRequest {
        if (!payload.getNamespaceURI().equals(Namespaces.WORKGROUP)) {
            return null;
        }
        return switch (payload.getName()) {
            case "join-queue" -> route(join(payload, from, workgroup));
            case "depart-queue" -> route(new Command.Depart(from));
            case "offer-accept" -> route(new Command.Accept(from, offer(payload)));
            case "offer-reject" -> route(new Command.Reject(from, offer(payload)));
            case "invite" -> route(hand(payload, from, Handover.Kind.INVITE));
            case "transfer" -> route(hand(payload, from, Handover.Kind.TRANSFER));
            default -> null;
        };
    }

    private Command join(Element payload, Address customer, String workgroup) throws BadRequest {
        var visit = Xml.child(payload, "visit", Namespaces.VISIT);
        var token = visit == null ? null : visit.attributeValue("token");
        if (token != null) {
            // A token that is not ours is answered like one of a visit that is over.
            return new Command.Rejoin(tokens.read(token).orElse(new VisitId("")), customer);
        }
        // COMPAT: Smack 4.5 sends the form twice; the first counts.
        var form = Xml.child(payload, "x", Namespaces.DATA_FORM);
        var identity = visit == null ? null : visit.elementText(Xml.name("identity", Namespaces.VISIT));
        var answers = identities.add(FormDecoder.answers(form), workgroup, identity);
        return new Command.Join(ids.next(), customer, answers, origins.apply(customer.connection()));
    }

    private static Command hand(Element payload, Address by, Handover.Kind kind) throws BadRequest {
        var session = Xml.child(payload, "session", Namespaces.JIVE);
        var id = session == null ? null : session.attributeValue("id");
        if (id == null) {
            throw new BadRequest("The session is missing from <" + payload.getName() + "/>.");
        }
        var reason = text(payload, "reason");
        if (reason.length() > AgentOrders.MAX_TEXT) {
            throw BadRequest.tooLong("The reason is longer than " + AgentOrders.MAX_TEXT + " characters.");
        }
        return new Command.Hand(by, new VisitId(id), kind, target(payload), reason);
    }

    private static Handover.Target target(Element payload) throws BadRequest {
        var invitee = address(text(payload, "invitee"));
        var type = payload.attributeValue("type", "user").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "user" -> new Handover.Target.Agent(invitee.toBareJID());
            case "workgroup" -> new Handover.Target.Workgroup(invitee.getNode());
            case "queue" -> {
                if (invitee.getResource() == null) {
                    throw new BadRequest("The invitee is no queue: it has no resource.");
                }
                yield new Handover.Target.Queue(invitee.getResource());
            }
            default -> throw new BadRequest("The type is neither user, nor queue, nor workgroup.");
        };
    }

    private static JID address(String text) throws BadRequest {
        try {
            var jid = new JID(text);
            if (jid.getNode() != null) {
                return jid;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with what is missing
        }
        throw new BadRequest("The invitee is not an address of a user, a queue or a workgroup.");
    }

    private static String text(Element payload, String child) {
        var element = payload.element(Xml.name(child, payload.getNamespaceURI()));
        return element == null ? "" : element.getText().strip();
    }

    private static OfferRef offer(Element payload) throws BadRequest {
        var id = payload.attributeValue("id");
        if (id != null) {
            return new OfferRef.BySession(new VisitId(id));
        }
        var customer = payload.attributeValue("jid");
        if (customer == null) {
            throw new BadRequest("The attribute id is missing from <" + payload.getName() + "/>.");
        }
        return new OfferRef.ByCustomer(customer);
    }

    private static Order route(Command command) {
        return new Order.Route(command);
    }
}
