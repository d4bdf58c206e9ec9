package dev.usher.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dom4j.Element;
import org.xmpp.packet.Packet;

/**
 * The rooms of the plays, as far as Openfire's matter here: created by who comes first, for members only, and an
 * invitation makes a member. Of presence it tells the owner alone. Answers come while the question is being sent.
 */
final class Rooms {
    private static final String MUC_USER = "<x xmlns='http://jabber.org/protocol/muc#user'>";

    private static final class Room {
        final Map<String, String> occupants = new LinkedHashMap<>();
        final Set<String> members = new HashSet<>();
        String owner;

        String nickOf(String connection) {
            return occupants.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(connection))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Consumer<String> post;
    /** What the switch has sent to the rooms, in order. */
    final List<String> heard = new ArrayList<>();

    private boolean refusing;

    /** @param post takes what the rooms send, as XML */
    Rooms(Consumer<String> post) {
        this.post = post;
    }

    void refuseCreation() {
        refusing = true;
    }

    /** The server is gone, and temporary rooms with it. */
    void vanish() {
        rooms.clear();
    }

    /** A connection is gone: who had it leaves every room. */
    void lose(String connection) {
        Map.copyOf(rooms).forEach((address, room) -> {
            if (room.nickOf(connection) != null) {
                leave(room, address, room.nickOf(connection), "none", "");
            }
        });
    }

    boolean areEmpty() {
        return rooms.isEmpty();
    }

    void receive(Packet packet) {
        var from = packet.getFrom().toString();
        var address = packet.getTo().toBareJID();
        var stanza = packet.getElement();
        if (from.startsWith(Examples.WORKGROUP)) {
            heard.add(packet.toXML());
        }
        var room = rooms.get(address);
        switch (stanza.getName()) {
            case "presence" -> presence(room, address, packet.getTo().getResource(), from, stanza);
            case "iq" -> iq(room, address, from, stanza);
            default -> {
                if (packet.getTo().getResource() == null) {
                    message(room, address, from, stanza);
                } else {
                    whisper(room, address, packet.getTo().getResource(), from, stanza);
                }
            }
        }
    }

    /** To one occupant alone. */
    private void whisper(Room room, String address, String nick, String from, Element stanza) {
        var copy = stanza.createCopy();
        copy.addAttribute("from", address + "/" + room.nickOf(from)).addAttribute("to", room.occupants.get(nick));
        post.accept(copy.asXML());
    }

    private void presence(Room room, String address, String nick, String from, Element stanza) {
        if ("unavailable".equals(stanza.attributeValue("type"))) {
            leave(room, address, room.nickOf(from), "none", "");
        } else if (room == null && refusing) {
            error("presence", address + "/" + nick, from, null, "cancel", "not-allowed");
        } else if (room == null) {
            create(address, nick, from);
        } else if (from.equals(room.owner)) {
            enterAgain(room, address, nick);
        } else if (room.nickOf(from) != null) {
            rename(room, address, nick, from);
        } else if (!room.members.contains(bare(from))) {
            error("presence", address + "/" + nick, from, null, "auth", "registration-required");
        } else {
            room.occupants.put(nick, from);
            tellOwner(room, address, nick, "", item("member", "participant", from), "");
        }
    }

    private void create(String address, String nick, String from) {
        var room = new Room();
        room.owner = from;
        room.occupants.put(nick, from);
        rooms.put(address, room);
        tellOwner(
                room, address, nick, "", item("owner", "moderator", from), "<status code='110'/><status code='201'/>");
    }

    /** The switch is shown who is there, and then itself: the room was there before. */
    private void enterAgain(Room room, String address, String nick) {
        room.occupants.forEach((other, connection) ->
                tellOwner(room, address, other, "", item("member", "participant", connection), ""));
        room.occupants.put(nick, room.owner);
        tellOwner(room, address, nick, "", item("owner", "moderator", room.owner), "<status code='110'/>");
    }

    private void rename(Room room, String address, String nick, String from) {
        var old = room.nickOf(from);
        room.occupants.remove(old);
        room.occupants.put(nick, from);
        var item = item("member", "participant", from);
        tellOwner(
                room,
                address,
                old,
                "unavailable",
                item.replace("/>", " nick='" + nick + "'/>"),
                "<status code='303'/>");
        tellOwner(room, address, nick, "", item, "");
    }

    private void leave(Room room, String address, String nick, String role, String more) {
        var from = room.occupants.remove(nick);
        tellOwner(room, address, nick, "unavailable", item("member", role, from), more);
    }

    private void iq(Room room, String address, String from, Element stanza) {
        var id = stanza.attributeValue("id");
        var admin = stanza.element(Xml.name("query", Namespaces.MUC_ADMIN));
        if (room != null && admin != null && from.equals(room.owner)) {
            var item = admin.element("item");
            if ("none".equals(item.attributeValue("affiliation"))) {
                dismiss(room, address, item.attributeValue("jid"));
            } else {
                leave(room, address, item.attributeValue("nick"), "none", "<status code='307'/>");
            }
            post.accept("<iq type='result' id='" + id + "' from='" + address + "' to='" + from + "'/>");
            return;
        }
        var query = stanza.element(Xml.name("query", Namespaces.MUC_OWNER));
        if (room == null || query == null || !from.equals(room.owner)) {
            error("iq", address, from, id, "cancel", room == null ? "item-not-found" : "forbidden");
            return;
        }
        var destroy = query.element(Xml.name("destroy", Namespaces.MUC_OWNER));
        if (destroy != null) {
            rooms.remove(address);
            room.occupants.forEach((nick, connection) -> post.accept("<presence type='unavailable' from='" + address
                    + "/"
                    + nick + "' to='" + connection + "'>" + MUC_USER + "<item affiliation='none' role='none'/>"
                    + "<destroy><reason>" + destroy.elementText("reason") + "</reason></destroy></x></presence>"));
        }
        post.accept("<iq type='result' id='" + id + "' from='" + address + "' to='" + from + "'/>");
    }

    private void dismiss(Room room, String address, String user) {
        room.members.remove(user);
        Map.copyOf(room.occupants).forEach((nick, connection) -> {
            if (bare(connection).equals(user)) {
                leave(room, address, nick, "none", "<status code='321'/>");
            }
        });
    }

    private void message(Room room, String address, String from, Element stanza) {
        var x = stanza.element(Xml.name("x", Namespaces.MUC_USER));
        if (x != null) {
            invite(room, address, stanza, x.element("invite"));
            return;
        }
        room.occupants.forEach((nick, connection) -> {
            var copy = stanza.createCopy();
            copy.addAttribute("from", address + "/" + room.nickOf(from)).addAttribute("to", connection);
            post.accept(copy.asXML());
        });
    }

    private void invite(Room room, String address, Element stanza, Element invite) {
        var to = invite.attributeValue("to");
        room.members.add(bare(to));
        var copy = stanza.createCopy();
        copy.addAttribute("from", address).addAttribute("to", to);
        copy.remove(copy.element(Xml.name("x", Namespaces.MUC_USER)));
        var mediated = Xml.add(Xml.add(copy, "x", Namespaces.MUC_USER), "invite")
                .addAttribute("from", bare(stanza.attributeValue("from")));
        Xml.addText(mediated, "reason", invite.elementText("reason"));
        Xml.add(copy, "x", "jabber:x:conference").addAttribute("jid", address);
        post.accept(copy.asXML());
    }

    private void tellOwner(Room room, String address, String nick, String type, String item, String more) {
        post.accept("<presence" + (type.isEmpty() ? "" : " type='" + type + "'") + " from='" + address + "/" + nick
                + "' to='" + room.owner + "'>" + MUC_USER + item + more + "</x></presence>");
    }

    private void error(String kind, String from, String to, String id, String type, String condition) {
        post.accept(
                "<" + kind + " type='error'" + (id == null ? "" : " id='" + id + "'") + " from='" + from + "' to='" + to
                        + "'><error type='" + type + "'><" + condition
                        + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></" + kind + ">");
    }

    private static String item(String affiliation, String role, String jid) {
        return "<item affiliation='" + affiliation + "' role='" + role + "' jid='" + jid + "'/>";
    }

    private static String bare(String jid) {
        return jid.replaceFirst("/.*", "");
    }
}
