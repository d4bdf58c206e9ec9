package dev.usher.openfire;

import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.interceptor.PacketRejectedException;
import org.jivesoftware.openfire.session.Session;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;

/**
 * Nobody but the switch puts a drive into a room: a message that tries is dropped, and its sender gets
 * {@code forbidden}. Every message of the server passes here, so it looks at little.
 */
final class ForeignDriveBlocker implements PacketInterceptor {
    private static final QName DRIVE = QName.get("drive", Namespace.get("urn:usher:drive:1"));

    private final String service;
    private final String conference;

    /**
     * @param service the domain of the switch
     * @param conference the domain of the rooms
     */
    ForeignDriveBlocker(String service, String conference) {
        this.service = service;
        this.conference = conference;
    }

    @Override
    public void interceptPacket(Packet packet, Session session, boolean incoming, boolean processed)
            throws PacketRejectedException {
        if (!incoming || processed || !(packet instanceof Message message) || !isForeignDrive(message)) {
            return;
        }
        if (session != null && !"error".equals(message.getElement().attributeValue("type"))) {
            session.process(refusal(message));
        }
        throw new PacketRejectedException("Only the switch drives.");
    }

    private boolean isForeignDrive(Message message) {
        return message.getTo() != null
                && message.getTo().getDomain().equals(conference)
                && message.getElement().element(DRIVE) != null
                && (message.getFrom() == null || !message.getFrom().getDomain().equals(service));
    }

    private static Message refusal(Message message) {
        var refusal = new Message();
        refusal.setID(message.getID());
        refusal.setTo(message.getFrom());
        refusal.setFrom(message.getTo());
        refusal.setError(new PacketError(
                PacketError.Condition.forbidden,
                PacketError.Type.auth,
                "Only the workgroup puts a drive into a channel. Send it to the workgroup."));
        return refusal;
    }
}
