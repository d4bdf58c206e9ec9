package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * What customers and agents send to the service, as orders for a desk. What only looks and decides nothing is answered
 * here. Thread-safe.
 */
final class RequestDecoder {
    private static final Set<String> AWAY = Set.of("away", "xa", "dnd");
    private static final Pattern WISH = Pattern.compile("[0-9]{1,4}");

    private final Directory directory;
    private final ServiceQueries queries;
    private final QueueDecoder queue;
    private final DriveDecoder drives;
    private final AdHocDecoder adHoc;
    private final Inquiries inquiries;
    private final Monitoring monitoring;
    private final EntryForms forms;

    RequestDecoder(Directory directory, VisitIds ids, QueueDecoder queue, EntryForms forms, Inquiries inquiries) {
        this.forms = forms;
        this.inquiries = inquiries;
        this.monitoring = new Monitoring(directory);
        this.directory = directory;
        this.queries = new ServiceQueries(directory, forms);
        this.queue = queue;
        this.drives = new DriveDecoder(ids);
        this.adHoc = new AdHocDecoder(directory, new AgentOrders(ids));
    }

    Decoded decode(Packet packet) {
        try {
            if (packet instanceof IQ iq) {
                return request(iq);
            }
            return packet instanceof Presence presence ? presence(presence) : message((Message) packet);
        } catch (BadRequest e) {
            return new Decoded.Answered(e.refusal()
                    .map(why -> StanzaErrors.of(packet, why))
                    .orElseGet(() -> e.isTooLong()
                            ? StanzaErrors.tooLong(packet, e.getMessage())
                            : StanzaErrors.badRequest(packet, e.getMessage())));
        }
    }

    private Decoded request(IQ iq) throws BadRequest {
        var type = iq.getElement().attributeValue("type");
        if ("error".equals(type) && iq.getTo().getNode() != null && iq.getID() != null) {
            // Some clients know no offers, whose ids are those of the visits; Smack answers other things with errors.
            return new Decoded.OfferNotUnderstood(iq.getTo().getNode(), iq.getID());
        }
        if ("result".equals(type) && iq.getTo().getNode() != null) {
            var info = Xml.child(iq.getElement(), "query", Namespaces.DISCO_INFO);
            if (info != null) {
                return new Decoded.Capable(iq.getTo().getNode(), features(info));
            }
        }
        if ("result".equals(type) || "error".equals(type)) {
            return new Decoded.Nothing(); // clients confirm offers
        }
        if (!"get".equals(type) && !"set".equals(type)) {
            throw new BadRequest("An IQ is of type get or set.");
        }
        var payload = Xml.firstChild(iq.getElement());
        if (payload == null) {
            throw new BadRequest("The IQ is empty.");
        }
        var workgroup = iq.getTo().getNode();
        boolean isGet = "get".equals(type);
        boolean isKnown = workgroup == null || directory.find(workgroup).isPresent();
        var answered = isGet && isKnown ? queries.answer(iq, payload) : null;
        if (answered != null) {
            return new Decoded.Answered(answered);
        }
        var monitored = isGet ? monitoring.answer(iq, payload) : null;
        if (monitored != null) {
            return new Decoded.Answered(monitored);
        }
        var inquiry = inquiries.read(iq, payload);
        if (inquiry.isPresent()) {
            return new Decoded.Inquired(iq, inquiry.get());
        }
        if (workgroup == null) {
            return new Decoded.Answered(StanzaErrors.notUnderstood(iq));
        }
        if (!isGet && Xml.is(payload, "command", Namespaces.COMMANDS)) {
            return adHoc.decode(iq, payload, workgroup);
        }
        var order = isGet ? asked(payload, addressOf(iq)) : told(payload, addressOf(iq), workgroup);
        if (isKnown) {
            var refusal = order == null ? Optional.of(StanzaErrors.notUnderstood(iq)) : forms.refusal(iq, order);
            return refusal.isPresent() ? new Decoded.Answered(refusal.get()) : new Decoded.ForDesk(workgroup, order);
        }
        return new Decoded.Answered(order == null ? StanzaErrors.unknownWorkgroup(iq) : Strangers.refusal(iq, order));
    }

    private static Order asked(Element payload, Address from) {
        if (Xml.is(payload, "agent-status-request", Namespaces.WORKGROUP)) {
            return new Order.Route(new Command.Watch(from));
        } else if (Xml.is(payload, "queue-status", Namespaces.WORKGROUP)) {
            return new Order.Route(new Command.Locate(from));
        }
        return null;
    }

    private Order told(Element payload, Address from, String workgroup) throws BadRequest {
        var order = queue.order(payload, from, workgroup);
        if (order == null) {
            order = drives.order(payload, from);
        }
        if (order == null) {
            order = ChatNotes.order(payload, from);
        }
        return order == null ? Monitoring.order(payload, from) : order;
    }

    private static Set<String> features(Element info) {
        return info.elements(Xml.name("feature", Namespaces.DISCO_INFO)).stream()
                .map(feature -> feature.attributeValue("var", ""))
                .collect(Collectors.toSet());
    }

    private Decoded presence(Presence presence) {
        var type = presence.getElement().attributeValue("type");
        var workgroup = presence.getTo().getNode();
        if (workgroup == null || "error".equals(type)) {
            return new Decoded.Nothing();
        }
        var listing = directory.find(workgroup);
        boolean isOfAgent = Xml.child(presence.getElement(), "agent-status", Namespaces.WORKGROUP) != null;
        if (listing.isEmpty()) {
            return "unavailable".equals(type)
                    ? new Decoded.Nothing()
                    : new Decoded.Answered(
                            isOfAgent
                                    ? StanzaErrors.of(presence, Refusal.NOT_AN_AGENT)
                                    : StanzaErrors.unknownWorkgroup(presence));
        }
        if ("unavailable".equals(type)) {
            return route(workgroup, new Command.Withdraw(addressOf(presence)));
        }
        if (type != null) {
            return new Decoded.OfContact(workgroup, presence);
        }
        if (!isOfAgent) {
            return route(workgroup, new Command.Look(addressOf(presence), isThere(presence)));
        }
        return route(workgroup, new Command.Attend(addressOf(presence), isThere(presence), wish(presence)));
    }

    /** Neither away nor disturbed. @param presence of no type */
    static boolean isThere(Presence presence) {
        var show = presence.getElement().elementText("show");
        return show == null || !AWAY.contains(show.trim());
    }

    /** How many visits at a time the agent wishes. COMPAT: Smack writes an underscore where XEP-0142 has a hyphen. */
    private static int wish(Presence presence) {
        var status = Xml.child(presence.getElement(), "agent-status", Namespaces.WORKGROUP);
        if (status == null) {
            return 0;
        }
        for (var name : List.of("max-chats", "max_chats")) {
            var text = status.elementText(Xml.name(name, Namespaces.WORKGROUP));
            if (text != null && WISH.matcher(text.strip()).matches()) {
                return Integer.parseInt(text.strip());
            }
        }
        return 0;
    }

    private Decoded message(Message message) throws BadRequest {
        if ("error".equals(message.getElement().attributeValue("type"))) {
            return new Decoded.Nothing();
        }
        var workgroup = message.getTo().getNode();
        if (workgroup == null || directory.find(workgroup).isEmpty()) {
            return new Decoded.Answered(StanzaErrors.unknownWorkgroup(message));
        }
        var order = drives.acknowledgement(message.getElement(), addressOf(message));
        if (order != null) {
            return new Decoded.ForDesk(workgroup, order);
        }
        if (message.getBody() == null) {
            return new Decoded.Nothing(); // typing notifications and the like
        }
        if (!directory.isAgent(workgroup, message.getFrom().toBareJID())) {
            return new Decoded.Answered(StanzaErrors.notUnderstood(message));
        }
        return new Decoded.Written(workgroup, message);
    }

    private static Decoded route(String workgroup, Command command) {
        return new Decoded.ForDesk(workgroup, new Order.Route(command));
    }

    static Address addressOf(Packet packet) {
        JID from = packet.getFrom();
        return new Address(from.toBareJID(), from.toString());
    }
}
