package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import java.util.List;
import java.util.function.Function;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/**
 * A workgroup as a contact in people's lists (RFC 6121 §3). Whoever adds it sees whether it is open; an agent who has it
 * is on duty wherever they are online, and again at each login, when the server asks for the presences of the contacts
 * (§4.3). Nothing is kept here: the list of contacts is the agent's, and says it all. Thread-safe.
 */
final class Contact {
    /** What comes of a presence that is about being a contact. */
    record Consequence(List<Presence> replies, List<Order> orders) {}

    private final Directory directory;
    private final Function<String, List<Presence>> presences;

    /** @param presences what a user (a bare JID) shows over each connection that is there */
    Contact(Directory directory, Function<String, List<Presence>> presences) {
        this.directory = directory;
        this.presences = presences;
    }

    /** @param presence to a workgroup that exists */
    Consequence of(Presence presence, String workgroup) {
        var user = presence.getFrom().toBareJID();
        boolean isAgent = directory.isAgent(workgroup, user);
        return switch (String.valueOf(presence.getElement().attributeValue("type"))) {
            case "subscribe" -> isAgent ? addedByAgent(presence, workgroup) : added(presence, workgroup);
            case "unsubscribe" -> new Consequence(List.of(reply(presence, Presence.Type.unsubscribed)), withdraw(user));
            case "probe" ->
                isAgent ? new Consequence(List.of(), attendAgain(presence.getFrom())) : look(presence, workgroup);
            default -> new Consequence(List.of(), List.of());
        };
    }

    private Consequence addedByAgent(Presence subscription, String workgroup) {
        var orders = presences.apply(subscription.getFrom().toBareJID()).stream()
                .map(Contact::attend)
                .toList();
        return new Consequence(
                List.of(reply(subscription, Presence.Type.subscribed), state(subscription, workgroup)), orders);
    }

    /** Where the user is there, every connection is told, and again when it changes. */
    private Consequence added(Presence subscription, String workgroup) {
        var subscribed = reply(subscription, Presence.Type.subscribed);
        var looks = presences.apply(subscription.getFrom().toBareJID()).stream()
                .map(Contact::look)
                .toList();
        return looks.isEmpty()
                ? new Consequence(List.of(subscribed, state(subscription, workgroup)), List.of())
                : new Consequence(List.of(subscribed), looks);
    }

    /** COMPAT Openfire: a probe comes from the connection that has just come online; by RFC 6121 it is the user's. */
    private List<Order> attendAgain(JID from) {
        return presences.apply(from.toBareJID()).stream()
                .filter(shown -> from.getResource() == null || shown.getFrom().equals(from))
                .map(Contact::attend)
                .toList();
    }

    private static Order attend(Presence shown) {
        return new Order.Route(new Command.Attend(RequestDecoder.addressOf(shown), RequestDecoder.isThere(shown), 0));
    }

    private List<Order> withdraw(String user) {
        return presences.apply(user).stream()
                .<Order>map(shown -> new Order.Route(new Command.Withdraw(RequestDecoder.addressOf(shown))))
                .toList();
    }

    /** Who is there is told again when it changes; whom we know by the bare JID alone is told now. */
    private Consequence look(Presence probe, String workgroup) {
        return probe.getFrom().getResource() == null
                ? new Consequence(List.of(state(probe, workgroup)), List.of())
                : new Consequence(List.of(), List.of(look(probe)));
    }

    private static Order look(Presence who) {
        return new Order.Route(new Command.Look(RequestDecoder.addressOf(who), true));
    }

    private Presence state(Presence presence, String workgroup) {
        var from = presence.getFrom().toBareJID();
        return new QueueStanzas(presence.getTo().toBareJID())
                .state(
                        new Address(from, from),
                        directory.find(workgroup).orElseThrow().state());
    }

    private static Presence reply(Presence presence, Presence.Type type) {
        var reply = new Presence(type);
        reply.setFrom(presence.getTo().toBareJID());
        reply.setTo(presence.getFrom().toBareJID());
        return reply;
    }
}
