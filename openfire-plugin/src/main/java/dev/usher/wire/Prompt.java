package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.Handover;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/**
 * What becomes of what an agent types into a channel for the switch. What only asks is answered here; whether the agent
 * may do the rest is the desk's to say. Thread-safe.
 */
final class Prompt {
    static final String HELP = """
            /go ADDRESS - open a page in the customer's browser
            /who - who is here
            /invite NAME - ask another agent in
            /transfer NAME - hand the visit over to another agent
            (NAME is an agent, or: queue NAME, or: workgroup NAME; what follows on the next line is told to them)
            /note TEXT - write something down about this visit
            /tag WORD - a word to find this visit by
            /end - end the visit
            The customer sees none of this.""";

    private static final Pattern TARGET =
            Pattern.compile("(?:(queue|workgroup)\\s+)?([^\\n]+?)\\s*(?:\\n\\s*(.*))?", Pattern.DOTALL);
    private static final int MAX_TEXT = 4_000;

    private final Channels channels;
    private final VisitIds ids;
    private final BiPredicate<Order, Packet> desk;

    /** @param desk takes an order with the message that it came by; false when it has too many waiting */
    Prompt(Channels channels, VisitIds ids, BiPredicate<Order, Packet> desk) {
        this.channels = channels;
        this.ids = ids;
        this.desk = desk;
    }

    void take(VisitId visit, TypedCommand typed, Message message) {
        var by = RequestDecoder.addressOf(message);
        switch (typed.word()) {
            case "help" -> channels.whisper(visit, by, HELP);
            case "who" -> channels.whisper(visit, by, "Here: " + String.join(", ", channels.whoIsIn(visit)));
            case "end" -> order(new Order.Route(new Command.End(visit, by)), visit, by, message);
            case "go" ->
                withText(
                        typed,
                        visit,
                        by,
                        "an address, as in /go https://example.org/",
                        url -> new Order.Lead(new DriveCommand.Drive(
                                visit.value(), by.user(), by.connection(), ids.token(), url, Optional.empty())),
                        message);
            case "note" ->
                withText(
                        typed,
                        visit,
                        by,
                        "what to write down",
                        text -> new Order.Route(new Command.Annotate(visit, by, Annotation.NOTE, text)),
                        message);
            case "tag" ->
                withText(
                        typed,
                        visit,
                        by,
                        "a word",
                        text -> new Order.Route(new Command.Annotate(visit, by, Annotation.TAG, text)),
                        message);
            case "invite" ->
                withText(typed, visit, by, "a name", text -> hand(Handover.Kind.INVITE, visit, by, text), message);
            case "transfer" ->
                withText(typed, visit, by, "a name", text -> hand(Handover.Kind.TRANSFER, visit, by, text), message);
            default -> channels.whisper(visit, by, "There is no /" + typed.word() + ". /help lists the commands.");
        }
    }

    private interface Reading {
        Order of(String text);
    }

    private void withText(
            TypedCommand typed, VisitId visit, Address by, String missing, Reading reading, Message message) {
        if (typed.rest().isEmpty()) {
            channels.whisper(visit, by, "/" + typed.word() + " needs " + missing + ".");
        } else if (typed.rest().length() > MAX_TEXT) {
            channels.whisper(visit, by, "This is longer than " + MAX_TEXT + " characters.");
        } else {
            order(reading.of(typed.rest()), visit, by, message);
        }
    }

    private void order(Order order, VisitId visit, Address by, Message message) {
        if (!desk.test(order, message)) {
            channels.whisper(visit, by, "Too many requests are waiting. Please try again in a moment.");
        }
    }

    /** An agent is named as in the address, of the same server as who asks. */
    private static Order hand(Handover.Kind kind, VisitId visit, Address by, String text) {
        var words = TARGET.matcher(text);
        words.matches(); // any text that is not empty does
        var name = words.group(2);
        var where = words.group(1) == null ? "agent" : words.group(1).toLowerCase(Locale.ROOT);
        var target = switch (where) {
            case "queue" -> new Handover.Target.Queue(name);
            case "workgroup" -> new Handover.Target.Workgroup(name.toLowerCase(Locale.ROOT));
            default ->
                new Handover.Target.Agent(
                        name.contains("@")
                                ? name
                                : name.toLowerCase(Locale.ROOT) + "@" + new JID(by.user()).getDomain());
        };
        var reason = words.group(3) == null ? "" : words.group(3).strip();
        return new Order.Route(new Command.Hand(by, visit, kind, target, reason));
    }

    /** What the agent is told of what the desk has decided; empty where everybody sees it. */
    static Optional<String> told(List<?> events) {
        for (var event : events) {
            if (event instanceof dev.usher.routing.Event.HandoverBegun begun) {
                return Optional.of("Looking for " + name(begun.handover().target()) + ".");
            } else if (event instanceof dev.usher.routing.Event.Annotated) {
                return Optional.of("Written down.");
            }
        }
        return Optional.empty();
    }

    private static String name(Handover.Target target) {
        if (target instanceof Handover.Target.Agent agent) {
            return new JID(agent.user()).getNode();
        } else if (target instanceof Handover.Target.Queue queue) {
            return "somebody of the queue " + queue.name();
        }
        return "somebody of the workgroup " + ((Handover.Target.Workgroup) target).name();
    }
}
