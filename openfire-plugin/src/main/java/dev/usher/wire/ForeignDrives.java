package dev.usher.wire;

import java.util.Optional;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/**
 * Tells the drives that somebody else than the switch puts into a room (docs/protocol/drive.md). Thread-safe. Every
 * message of the server may be shown to it, so it looks at little.
 */
public final class ForeignDrives {
    private final String service;
    private final String conference;

    /**
     * @param service the domain of the switch
     * @param conference the domain of the rooms
     */
    public ForeignDrives(String service, String conference) {
        this.service = service;
        this.conference = conference;
    }

    public boolean isForeign(Packet packet) {
        return packet instanceof Message message
                && message.getTo() != null
                && message.getTo().getDomain().equals(conference)
                && Xml.child(message.getElement(), "drive", Namespaces.DRIVE) != null
                && (message.getFrom() == null || !message.getFrom().getDomain().equals(service));
    }

    /** What its sender is told; nothing when it is an error itself, since an answer to that could go on for ever. */
    public Optional<Packet> refusal(Packet foreign) {
        return "error".equals(foreign.getElement().attributeValue("type"))
                ? Optional.empty()
                : Optional.of(StanzaErrors.forbidden(
                        foreign, "Only the workgroup puts a drive into a channel. Send it to the workgroup."));
    }
}
