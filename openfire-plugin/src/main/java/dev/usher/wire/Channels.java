package dev.usher.wire;

import dev.usher.desk.Alarm;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * The channels of one workgroup: opens each by stanza (create, configure), and hears who enters and leaves. What
 * comes of it goes to the workgroup as commands, which also watches the time. Thread-safe.
 */
final class Channels {
    private static final String CREATED = "201";
    private static final String NICKNAME_CHANGED = "303";

    private final ChannelStanzas stanzas;
    private final StanzaSender sender;
    private final Consumer<Command> workgroup;
    private final Farewells farewells;
    private final Set<VisitId> opening = ConcurrentHashMap.newKeySet();

    Channels(ChannelStanzas stanzas, StanzaSender sender, Consumer<Command> workgroup, Alarm alarm, Clock clock) {
        this.stanzas = stanzas;
        this.sender = sender;
        this.workgroup = workgroup;
        this.farewells = new Farewells(visit -> sender.send(stanzas.destroy(visit)), alarm, clock);
    }

    void open(VisitId visit) {
        opening.add(visit);
        sender.send(stanzas.create(visit));
    }

    void invite(Event.Opened opened) {
        sender.send(stanzas.inviteAgent(opened));
        sender.send(stanzas.inviteCustomer(opened));
    }

    /** Destroys a room at once. */
    void destroy(VisitId visit) {
        opening.remove(visit);
        sender.send(stanzas.destroy(visit));
    }

    /** Destroys a room that somebody is just leaving, when they have been told that they left. */
    void destroyAfterFarewell(VisitId visit) {
        farewells.add(visit);
    }

    /** Destroys at once whatever still waits to be destroyed. */
    void close() {
        farewells.close();
    }

    /** Takes in what a room says to the switch. */
    void hear(Packet packet) {
        var visit = new VisitId(String.valueOf(packet.getFrom().getNode()));
        if (packet instanceof IQ iq) {
            answered(visit, iq);
        } else if (packet instanceof Presence presence) {
            seen(visit, presence);
        }
        // Messages are the talk of the channel, which the switch only hears.
    }

    private void answered(VisitId visit, IQ iq) {
        if (!opening.contains(visit)) {
            return; // the answer to a destroy, or too late
        }
        if (!"result".equals(iq.getElement().attributeValue("type"))) {
            fail(visit);
            return;
        }
        opening.remove(visit);
        workgroup.accept(new Command.ConfirmChannel(visit));
    }

    private void seen(VisitId visit, Presence presence) {
        var type = presence.getElement().attributeValue("type");
        var user = Xml.child(presence.getElement(), "x", Namespaces.MUC_USER);
        boolean isSwitch = presence.getTo().getNode().equals(presence.getFrom().getResource());
        if (isSwitch) {
            seenMyself(visit, type, user);
            return;
        }
        var who = user == null ? null : occupant(user);
        if (who == null || hasStatus(user, NICKNAME_CHANGED)) {
            return;
        }
        if (type == null) {
            workgroup.accept(new Command.Enter(visit, who));
        } else if (type.equals("unavailable")) {
            workgroup.accept(new Command.Leave(visit, who));
        }
    }

    private void seenMyself(VisitId visit, String type, Element user) {
        if (type != null) {
            fail(visit); // refused, or thrown out of our own room
        } else if (opening.contains(visit)) {
            if (user != null && hasStatus(user, CREATED)) {
                sender.send(stanzas.configure(visit));
            } else {
                fail(visit); // the room was there before: somebody else owns it
            }
        }
    }

    private void fail(VisitId visit) {
        opening.remove(visit);
        workgroup.accept(new Command.FailChannel(visit));
    }

    /** The real address behind a nickname; the switch, as owner, is shown it. */
    private static Address occupant(Element user) {
        var item = Xml.child(user, "item", Namespaces.MUC_USER);
        var jid = item == null ? null : item.attributeValue("jid");
        if (jid == null) {
            return null;
        }
        var address = new JID(jid);
        return new Address(address.toBareJID(), address.toString());
    }

    private static boolean hasStatus(Element user, String code) {
        return user.elements(Xml.name("status", Namespaces.MUC_USER)).stream()
                .anyMatch(status -> code.equals(status.attributeValue("code")));
    }
}
