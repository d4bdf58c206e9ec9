package dev.usher.wire;

import dev.usher.routing.Address;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** Stanzas that a room sends to the switch, as values. */
final class ChannelDecoder {
    private static final String CREATED = "201";
    private static final String NICKNAME_CHANGED = "303";
    private static final String SHUT_DOWN = "332";
    /** Of the name of a message. */
    private static final int LONGEST_NAME = 100;

    private ChannelDecoder() {}

    static ChannelNews decode(Packet packet) {
        if (packet instanceof IQ iq) {
            return ChannelStanzas.isAboutConfiguring(iq)
                    ? new ChannelNews.Configured("result".equals(iq.getElement().attributeValue("type")))
                    : new ChannelNews.Other();
        } else if (packet instanceof Presence presence) {
            return of(presence);
        }
        return packet instanceof Message message ? of(message) : new ChannelNews.Other();
    }

    private static ChannelNews of(Presence presence) {
        var type = presence.getElement().attributeValue("type");
        var user = Xml.child(presence.getElement(), "x", Namespaces.MUC_USER);
        var nickname = presence.getFrom().getResource();
        if (presence.getTo().getNode().equals(nickname)) {
            return ofTheSwitch(type, user);
        }
        var who = user == null || nickname == null ? null : occupant(user);
        if (who == null || (type != null && !type.equals("unavailable"))) {
            return new ChannelNews.Other();
        }
        if (type == null) {
            return new ChannelNews.Entered(nickname, who);
        }
        return hasStatus(user, NICKNAME_CHANGED)
                ? new ChannelNews.Renamed(nickname, item(user).attributeValue("nick"))
                : new ChannelNews.Left(nickname, who);
    }

    private static ChannelNews ofTheSwitch(String type, Element user) {
        if (type != null) {
            return user != null && hasStatus(user, SHUT_DOWN)
                    ? new ChannelNews.ShutDown()
                    : new ChannelNews.ThrownOut();
        }
        boolean isOwner =
                user != null && item(user) != null && "owner".equals(item(user).attributeValue("affiliation"));
        return new ChannelNews.CameIn(user != null && hasStatus(user, CREATED), isOwner);
    }

    /** What was said before (XEP-0203) is known already. */
    private static ChannelNews of(Message message) {
        var nickname = message.getFrom().getResource();
        var body = message.getBody();
        boolean isOld = Xml.child(message.getElement(), "delay", Namespaces.DELAY) != null;
        if (nickname == null || body == null || body.isEmpty() || isOld) {
            return new ChannelNews.Other();
        }
        return new ChannelNews.Said(nickname, body, nameOf(message));
    }

    /** A name that is longer than any client's is as good as none. */
    private static String nameOf(Message message) {
        var name = message.getID();
        return name == null || name.length() > LONGEST_NAME ? "" : name;
    }

    /** The real address behind a nickname; the switch, as owner, is shown it. */
    private static Address occupant(Element user) {
        var item = item(user);
        var jid = item == null ? null : item.attributeValue("jid");
        if (jid == null) {
            return null;
        }
        var address = new JID(jid);
        return new Address(address.toBareJID(), address.toString());
    }

    private static Element item(Element user) {
        return Xml.child(user, "item", Namespaces.MUC_USER);
    }

    private static boolean hasStatus(Element user, String code) {
        return user.elements(Xml.name("status", Namespaces.MUC_USER)).stream()
                .anyMatch(status -> code.equals(status.attributeValue("code")));
    }
}
