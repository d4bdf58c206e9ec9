package dev.usher.wire;

import dev.usher.desk.Conversation;
import dev.usher.desk.Conversation.Line;
import java.time.Instant;
import org.dom4j.Element;
import org.xmpp.packet.JID;

/**
 * A conversation as Smack's TranscriptProvider reads it: messages and presence as they were in the room, each with its
 * time (XEP-0091). COMPAT: Smack finds a body only in the namespace of a client's stanzas.
 */
final class TranscriptStanzas {
    private final Element transcript;
    private final Nicknames nicknames;

    TranscriptStanzas(Element transcript, Nicknames nicknames) {
        this.transcript = transcript;
        this.nicknames = nicknames;
    }

    /** The beginning is left out. */
    void cut(Instant at) {
        message(at, nicknames.ofSwitch(), "The beginning is left out: only the newest messages are here.");
    }

    void add(Line line) {
        if (line instanceof Conversation.Came came) {
            stamp(stanza("presence", nicknames.of(came.who())), came.at());
        } else if (line instanceof Conversation.Went went) {
            stamp(stanza("presence", nicknames.of(went.who())).addAttribute("type", "unavailable"), went.at());
        } else if (line instanceof Conversation.Said said) {
            message(said.at(), nicknames.of(said.who()), said.text());
        } else if (line instanceof Conversation.Led led) {
            var by = Nicknames.ofAgent(led.by().user());
            var message = message(led.at(), nicknames.ofSwitch(), ChannelStanzas.opens(by, led.url()));
            Xml.addText(Xml.add(message, "x", Namespaces.OOB), "url", led.url());
        }
    }

    private Element message(Instant at, JID from, String body) {
        var message = stanza("message", from).addAttribute("type", "groupchat");
        Xml.addText(message, "body", body);
        return stamp(message, at);
    }

    private Element stanza(String name, JID from) {
        return Xml.add(transcript, name, Namespaces.CLIENT).addAttribute("from", from.toString());
    }

    private static Element stamp(Element stanza, Instant at) {
        Xml.add(stanza, "x", Namespaces.OLD_DELAY).addAttribute("stamp", Dates.of(at));
        return stanza;
    }
}
