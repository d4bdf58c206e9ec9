package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
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

    private static final Pattern TARGET = Pattern.compile(
            "(?:(queue|workgroup)\\s+)?([^\\n]+?)\\s*(?:\\n\\s*(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
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

    /** Whoever typed, and where. */
    private record Typist(VisitId visit, Address address, Message message) {}

    private interface Reading {
        Order of(String text);
    }

    void take(VisitId visit, TypedCommand typed, Message message) {
        var by = RequestDecoder.addressOf(message);
        var typist = new Typist(visit, by, message);
        switch (typed.word()) {
            case "help" -> answer(typist, HELP);
            case "who" -> answer(typist, "Here: " + String.join(", ", channels.whoIsIn(visit)));
            case "end" -> order(typist, new Order.Route(new Command.End(visit, by)));
            case "go" -> read(typist, typed, "an address, as in /go https://example.org/", url -> drive(typist, url));
            case "note" -> read(typist, typed, "what to write down", text -> note(typist, Annotation.NOTE, text));
            case "tag" -> read(typist, typed, "a word", text -> note(typist, Annotation.TAG, text));
            case "invite" -> read(typist, typed, "a name", text -> hand(typist, Handover.Kind.INVITE, text));
            case "transfer" -> read(typist, typed, "a name", text -> hand(typist, Handover.Kind.TRANSFER, text));
            default -> answer(typist, "There is no /" + typed.word() + ". /help lists the commands.");
        }
    }

    private void answer(Typist typist, String text) {
        channels.whisper(typist.visit(), typist.address(), text);
    }

    private void read(Typist typist, TypedCommand typed, String missing, Reading reading) {
        if (typed.rest().isEmpty()) {
            answer(typist, "/" + typed.word() + " needs " + missing + ".");
        } else if (typed.rest().length() > MAX_TEXT) {
            answer(typist, "This is longer than " + MAX_TEXT + " characters.");
        } else {
            order(typist, reading.of(typed.rest()));
        }
    }

    private void order(Typist typist, Order order) {
        if (!desk.test(order, typist.message())) {
            answer(typist, "Too many requests are waiting. Please try again in a moment.");
        }
    }

    private Order drive(Typist typist, String url) {
        return new Order.Lead(new DriveCommand.Drive(
                typist.visit().value(),
                typist.address().user(),
                typist.address().connection(),
                ids.token(),
                url,
                Optional.empty()));
    }

    private static Order note(Typist typist, Annotation kind, String text) {
        return new Order.Route(new Command.Annotate(typist.visit(), typist.address(), kind, text));
    }

    /** An agent is named as in the address, of the same server as who asks. */
    private static Order hand(Typist typist, Handover.Kind kind, String text) {
        var by = typist.address();
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
        return new Order.Route(new Command.Hand(by, typist.visit(), kind, target, reason));
    }

    /** What the agent is told of what the desk has decided; empty where everybody sees it. */
    static Optional<String> told(List<Event> events) {
        for (var event : events) {
            if (event instanceof Event.HandoverBegun begun) {
                return Optional.of("Looking for " + name(begun.handover().target()) + ".");
            } else if (event instanceof Event.Annotated) {
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
