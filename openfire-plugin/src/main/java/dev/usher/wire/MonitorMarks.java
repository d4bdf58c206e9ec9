package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.util.Map;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/**
 * Finds what the client of somebody who only looks into a channel tells of having shown (XEP-0333). The customer would
 * take it for the agent's: it is kept from the channel. Thread-safe, and cheap for every other message.
 */
final class MonitorMarks {
    private final String conference;
    private final Map<String, Channels> channels;

    /** @param conference the domain of the rooms @param channels by workgroup */
    MonitorMarks(String conference, Map<String, Channels> channels) {
        this.conference = conference;
        this.channels = channels;
    }

    boolean takes(Packet packet) {
        if (!(packet instanceof Message message)
                || message.getFrom() == null
                || message.getTo() == null
                || !message.getTo().getDomain().equals(conference)
                || Xml.child(message.getElement(), "displayed", Namespaces.MARKERS) == null
                || message.getBody() != null) {
            return false;
        }
        var visit = new VisitId(String.valueOf(message.getTo().getNode()));
        var who = new Address(message.getFrom().toBareJID(), message.getFrom().toString());
        return channels.values().stream().anyMatch(of -> of.isMonitor(visit, who));
    }
}
