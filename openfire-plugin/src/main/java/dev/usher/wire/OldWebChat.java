package dev.usher.wire;

import java.util.Set;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * What only the web chat of Fastpath asked for: settings that do not exist here. What it and others had done besides
 * (mails, tracking, private data of anybody) is not understood, as anything else that is not.
 */
final class OldWebChat {
    private static final Set<String> SETTINGS = Set.of(
            "chat-settings",
            "offline-settings",
            "sound-settings",
            "workgroup-properties",
            "search-settings",
            "generic-metadata");

    private OldWebChat() {}

    /** The answer to an IQ get of a workgroup; null if it is no such question. */
    static Packet answer(IQ request, Element question) {
        return question.getNamespaceURI().equals(Namespaces.JIVE) && SETTINGS.contains(question.getName())
                ? StanzaErrors.notFound(request, "There are no such settings here.")
                : null;
    }
}
