package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Event;
import dev.usher.routing.Handover;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
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
            /go all ADDRESS - and in the browsers of all your visits
            /who - who is here
            /invite NAME - ask another agent in
            /transfer NAME - hand the visit over to another agent
            (NAME is an agent, or: queue NAME, or: workgroup NAME; what follows on the next line is told to them)
            /note TEXT - write something down about this visit
            /tag WORD - a word to find this visit by
            /end - end the visit
            The customer sees none of this.""";

    /** {@code /go all https://example.org/} */
    private static final Pattern EVERYWHERE = Pattern.compile("all\\s+(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Channels channels;
    private final AgentOrders orders;
    private final BiPredicate<Order, Packet> desk;

    /** @param desk takes an order with the message that it came by; false when it has too many waiting */
    Prompt(Channels channels, AgentOrders orders, BiPredicate<Order, Packet> desk) {
        this.channels = channels;
        this.orders = orders;
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
        if (channels.isMonitor(visit, by)) {
            answer(typist, Refusal.NOT_IN_VISIT.sentence());
            return;
        }
        switch (typed.word()) {
            case "help" -> answer(typist, HELP);
            case "who" -> answer(typist, "Here: " + String.join(", ", channels.whoIsIn(visit)));
            case "end" -> order(typist, AgentOrders.end(visit, by));
            case "go" -> read(typist, typed, "an address, as in /go https://example.org/", url -> drive(typist, url));
            case "note" ->
                read(
                        typist,
                        typed,
                        "what to write down",
                        text -> AgentOrders.annotate(visit, by, Annotation.NOTE, text));
            case "tag" -> read(typist, typed, "a word", text -> AgentOrders.annotate(visit, by, Annotation.TAG, text));
            case "invite" ->
                read(typist, typed, "a name", text -> AgentOrders.hand(visit, by, Handover.Kind.INVITE, text));
            case "transfer" ->
                read(typist, typed, "a name", text -> AgentOrders.hand(visit, by, Handover.Kind.TRANSFER, text));
            default -> answer(typist, "There is no /" + typed.word() + ". /help lists the commands.");
        }
    }

    private void answer(Typist typist, String text) {
        channels.whisper(typist.visit(), typist.address(), text);
    }

    private void read(Typist typist, TypedCommand typed, String missing, Reading reading) {
        if (typed.rest().isEmpty()) {
            answer(typist, "/" + typed.word() + " needs " + missing + ".");
        } else if (typed.rest().length() > AgentOrders.MAX_TEXT) {
            answer(typist, "This is longer than " + AgentOrders.MAX_TEXT + " characters.");
        } else {
            order(typist, reading.of(typed.rest()));
        }
    }

    private void order(Typist typist, Order order) {
        if (!desk.test(order, typist.message())) {
            answer(typist, "Too many requests are waiting. Please try again in a moment.");
        }
    }

    private Order drive(Typist typist, String text) {
        var everywhere = EVERYWHERE.matcher(text);
        return everywhere.matches()
                ? orders.goEverywhere(typist.address(), everywhere.group(1))
                : orders.go(typist.visit(), typist.address(), text);
    }

    /** What the agent is told of what the desk has decided; empty where everybody in the channel sees it. */
    static Optional<String> told(Outcome<?> outcome, VisitId visit) {
        var elsewhere = outcome.led().stream()
                .filter(event -> event instanceof DriveEvent.Driven driven
                        && !driven.visit().equals(visit.value()))
                .count();
        if (elsewhere > 0) {
            return Optional.of(
                    "Opened in " + outcome.led().size() + (outcome.led().size() == 1 ? " visit." : " visits."));
        }
        for (var event : outcome.routed()) {
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
