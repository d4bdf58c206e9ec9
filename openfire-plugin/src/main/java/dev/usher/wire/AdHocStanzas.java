package dev.usher.wire;

import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.AgentView;
import dev.usher.routing.Event;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What an agent gets back for an ad-hoc command (XEP-0050): a form to fill in, or what came of it. */
final class AdHocStanzas {
    private static final int LONGEST_LABEL = 80;

    private final Function<VisitId, List<String>> whoIsIn;

    /** @param whoIsIn the nicknames of those who are in a visit's channel */
    AdHocStanzas(Function<VisitId, List<String>> whoIsIn) {
        this.whoIsIn = whoIsIn;
    }

    static boolean isCommand(IQ request) {
        return Xml.child(request.getElement(), "command", Namespaces.COMMANDS) != null;
    }

    static IQ cancelled(IQ request) {
        var reply = IQ.createResultIQ(request);
        head(reply, request, "canceled");
        return reply;
    }

    /** @param what a condition of XEP-0050 §4.5 */
    static Packet wrong(IQ request, String what, String sentence) {
        var reply = StanzaErrors.badRequest(request, sentence);
        Xml.add(reply.getElement().element("error"), what, Namespaces.COMMANDS);
        return reply;
    }

    /** @param outcome not a refusal */
    Packet reply(IQ request, Outcome<?> outcome) {
        var command = AdHocCommand.of(payload(request).attributeValue("node")).orElseThrow();
        for (var event : outcome.routed()) {
            if (event instanceof Event.StockTaken stock) {
                return command == AdHocCommand.WHO
                        ? visits(request, stock.agent())
                        : form(request, command, stock.agent());
            }
        }
        var reply = IQ.createResultIQ(request);
        var completed = head(reply, request, "completed");
        told(request, outcome)
                .ifPresent(text ->
                        Xml.add(completed, "note").addAttribute("type", "info").addText(text));
        return reply;
    }

    private static Optional<String> told(IQ request, Outcome<?> outcome) {
        int driven = (int) outcome.led().stream()
                .filter(DriveEvent.Driven.class::isInstance)
                .count();
        if (driven > 0) {
            return Optional.of(driven == 1 ? "Opened." : "Opened in " + driven + " visits.");
        }
        return Prompt.told(outcome, new VisitId(""))
                .or(() -> ChatOffers.told(outcome, Phrasebook.ofStanza(request).orElse(Phrasebook.usual())))
                .or(() -> outcome.routed().stream().anyMatch(Event.Ended.class::isInstance)
                        ? Optional.of("The visit is over.")
                        : Optional.empty());
    }

    private Packet form(IQ request, AdHocCommand command, AgentView agent) {
        if (agent.visits().isEmpty()) {
            return StanzaErrors.notFound(request, "You serve nobody here right now.");
        }
        var reply = IQ.createResultIQ(request);
        var executing = head(reply, request, "executing");
        Xml.add(Xml.add(executing, "actions").addAttribute("execute", "complete"), "complete");
        var form = Xml.add(executing, "x", Namespaces.DATA_FORM).addAttribute("type", "form");
        Xml.addText(form, "title", command.title());
        choice(form, command, agent.visits());
        for (var field : command.fields()) {
            var element = Xml.add(form, "field")
                    .addAttribute("var", field.name())
                    .addAttribute("type", field.type())
                    .addAttribute("label", field.label());
            if (field.required()) {
                Xml.add(element, "required");
            }
        }
        return reply;
    }

    private static void choice(Element form, AdHocCommand command, List<AgentView.Served> visits) {
        var choice = Xml.add(form, "field")
                .addAttribute("var", AdHocCommand.VISIT)
                .addAttribute("type", "list-single")
                .addAttribute("label", "Visit");
        Xml.add(choice, "required");
        Xml.addText(choice, "value", visits.get(0).visit().value());
        visits.forEach(visit -> option(choice, visit.visit().value(), label(visit)));
        if (command.isForAll() && visits.size() > 1) {
            option(choice, AdHocCommand.ALL, "All my visits");
        }
    }

    private static void option(Element choice, String value, String label) {
        Xml.addText(Xml.add(choice, "option").addAttribute("label", label), "value", value);
    }

    private static String label(AgentView.Served visit) {
        var question = Metadata.filledIn(visit.answers(), "question");
        var label = Metadata.filledIn(visit.answers(), "username").orElse("A customer")
                + question.map(text -> ": " + text).orElse("");
        var line = label.replace('\n', ' ');
        return line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL - 1) + "…" : line;
    }

    private IQ visits(IQ request, AgentView agent) {
        var reply = IQ.createResultIQ(request);
        var completed = head(reply, request, "completed");
        if (agent.visits().isEmpty()) {
            Xml.add(completed, "note").addAttribute("type", "info").addText("You serve nobody here right now.");
            return reply;
        }
        var table = Xml.add(completed, "x", Namespaces.DATA_FORM).addAttribute("type", "result");
        Xml.addText(table, "title", AdHocCommand.WHO.title());
        var reported = Xml.add(table, "reported");
        for (var column : List.of("customer", "since", "here")) {
            Xml.add(reported, "field").addAttribute("var", column).addAttribute("label", heading(column));
        }
        for (var visit : agent.visits()) {
            var row = Xml.add(table, "item");
            cell(row, "customer", label(visit));
            cell(row, "since", visit.since().toString());
            cell(row, "here", String.join(", ", whoIsIn.apply(visit.visit())));
        }
        return reply;
    }

    private static String heading(String column) {
        return switch (column) {
            case "customer" -> "Customer";
            case "since" -> "Came at";
            default -> "In the channel";
        };
    }

    private static void cell(Element row, String column, String text) {
        Xml.addText(Xml.add(row, "field").addAttribute("var", column), "value", text);
    }

    private static Element head(IQ reply, IQ request, String status) {
        var head = reply.setChildElement("command", Namespaces.COMMANDS);
        head.addAttribute("node", payload(request).attributeValue("node"));
        return head.addAttribute("sessionid", sessionOf(request)).addAttribute("status", status);
    }

    /** Nothing is kept of a session, so the name that the first request has of its own will do. */
    private static String sessionOf(IQ request) {
        return payload(request).attributeValue("sessionid", request.getID());
    }

    private static Element payload(IQ request) {
        return Xml.child(request.getElement(), "command", Namespaces.COMMANDS);
    }
}
