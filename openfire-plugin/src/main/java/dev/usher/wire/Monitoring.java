package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** Who may look into channels, and wants to. Thread-safe. */
final class Monitoring {
    private static final String NAME = "monitor";

    private final Directory directory;

    Monitoring(Directory directory) {
        this.directory = directory;
    }

    /** The answer to an IQ get of a workgroup, which need not exist; null if it is no such question. */
    Packet answer(IQ request, Element question) {
        var workgroup = request.getTo().getNode();
        if (workgroup == null || !Xml.is(question, NAME, Namespaces.JIVE)) {
            return null;
        }
        var user = request.getFrom().toBareJID();
        boolean isMonitor = directory.isMonitor(workgroup, user);
        if (!isMonitor && !directory.isAgent(workgroup, user)) {
            return StanzaErrors.of(request, Refusal.NOT_AN_AGENT);
        }
        var reply = IQ.createResultIQ(request);
        Xml.addText(reply.setChildElement(NAME, Namespaces.JIVE), "isMonitor", Boolean.toString(isMonitor));
        return reply;
    }

    /** What an IQ set asks for; null if it is something else. */
    static Order order(Element payload, Address from) throws BadRequest {
        if (!Xml.is(payload, NAME, Namespaces.JIVE)) {
            return null;
        }
        var wish = Xml.child(payload, "makeOwner", Namespaces.JIVE);
        var visit = wish == null ? null : wish.attributeValue("sessionID");
        if (visit == null || visit.isBlank()) {
            throw new BadRequest("The visit is missing: makeOwner has no sessionID.");
        }
        return new Order.Route(new Command.Monitor(new VisitId(visit), from));
    }
}
