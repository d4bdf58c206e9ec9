package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.Handover;
import dev.usher.routing.OfferRef;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.xmpp.packet.IQ;

/**
 * Ad-hoc commands (XEP-0050) from agents. Nothing is kept between the two steps of a command: the first asks what the
 * agent has in hand, for the form, and the second brings all there is to say. Thread-safe.
 */
final class AdHocDecoder {
    private final Directory directory;
    private final AgentOrders orders;

    AdHocDecoder(Directory directory, AgentOrders orders) {
        this.directory = directory;
        this.orders = orders;
    }

    /** @param workgroup one that exists */
    Decoded decode(IQ request, Element payload, String workgroup) throws BadRequest {
        if (!directory.isAgent(workgroup, request.getFrom().toBareJID())) {
            return new Decoded.Answered(StanzaErrors.of(request, Refusal.NOT_AN_AGENT));
        }
        var command = AdHocCommand.of(payload.attributeValue("node", "")).orElse(null);
        if (command == null) {
            return new Decoded.Answered(StanzaErrors.notFound(request, "There is no such command."));
        }
        var action = payload.attributeValue("action", "execute");
        return switch (action) {
            case "cancel" -> new Decoded.Answered(AdHocStanzas.cancelled(request));
            case "execute", "complete", "next" ->
                new Decoded.ForDesk(workgroup, order(command, payload, RequestDecoder.addressOf(request)));
            case "prev" -> new Decoded.Answered(AdHocStanzas.wrong(request, "bad-action", "There is no step before."));
            default ->
                new Decoded.Answered(AdHocStanzas.wrong(request, "malformed-action", "There is no such action."));
        };
    }

    private Order order(AdHocCommand command, Element payload, Address by) throws BadRequest {
        var form = Xml.child(payload, "x", Namespaces.DATA_FORM);
        boolean isFilledIn = form != null && "submit".equals(form.attributeValue("type"));
        return switch (command) {
            case JOIN -> new Order.Route(new Command.Attend(by, true, 0));
            case LEAVE -> new Order.Route(new Command.Withdraw(by));
            case ACCEPT -> new Order.Route(new Command.Accept(by, new OfferRef.Pending()));
            case DECLINE -> new Order.Route(new Command.Reject(by, new OfferRef.Pending()));
            case WHO -> new Order.Route(new Command.TakeStock(by));
            default ->
                isFilledIn ? order(command, FormDecoder.answers(form), by) : new Order.Route(new Command.TakeStock(by));
        };
    }

    private Order order(AdHocCommand command, Map<String, List<String>> answers, Address by) throws BadRequest {
        for (var field : command.fields()) {
            if (field.required() && text(answers, field.name()).isEmpty()) {
                throw new BadRequest("Please fill in: " + field.label() + ".");
            }
        }
        var chosen = text(answers, AdHocCommand.VISIT);
        var visit = new VisitId(chosen);
        return switch (command) {
            case GO ->
                chosen.equals(AdHocCommand.ALL)
                        ? orders.goEverywhere(by, text(answers, "url"))
                        : orders.go(visit, by, text(answers, "url"));
            case INVITE -> AgentOrders.hand(visit, by, Handover.Kind.INVITE, wish(answers));
            case TRANSFER -> AgentOrders.hand(visit, by, Handover.Kind.TRANSFER, wish(answers));
            case NOTE -> AgentOrders.annotate(visit, by, Annotation.NOTE, text(answers, "text"));
            case TAG -> AgentOrders.annotate(visit, by, Annotation.TAG, text(answers, "text"));
            case END -> AgentOrders.end(visit, by);
            default -> throw new IllegalArgumentException("not done to a visit: " + command);
        };
    }

    private static String wish(Map<String, List<String>> answers) {
        return text(answers, "to").replace('\n', ' ') + "\n" + text(answers, "reason");
    }

    private static String text(Map<String, List<String>> answers, String field) {
        return String.join("\n", answers.getOrDefault(field, List.of())).strip();
    }
}
