package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.OfferRef;
import dev.usher.routing.VisitId;
import org.dom4j.Element;

/** Joining, leaving, accepting, rejecting (XEP-0142 §5, with Smack's session ids). Thread-safe. */
final class QueueDecoder {
    private final VisitIds ids;

    QueueDecoder(VisitIds ids) {
        this.ids = ids;
    }

    /** The order that an IQ set carries; null if it is none of these. */
    Order order(Element payload, Address from) throws BadRequest {
        if (!payload.getNamespaceURI().equals(Namespaces.WORKGROUP)) {
            return null;
        }
        return switch (payload.getName()) {
            case "join-queue" -> route(join(payload, from));
            case "depart-queue" -> route(new Command.Depart(from));
            case "offer-accept" -> route(new Command.Accept(from, offer(payload)));
            case "offer-reject" -> route(new Command.Reject(from, offer(payload)));
            default -> null;
        };
    }

    private Command join(Element payload, Address customer) throws BadRequest {
        // COMPAT: Smack 4.5 sends the form twice; the first counts.
        var form = Xml.child(payload, "x", Namespaces.DATA_FORM);
        return new Command.Join(ids.next(), customer, FormDecoder.answers(form));
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
