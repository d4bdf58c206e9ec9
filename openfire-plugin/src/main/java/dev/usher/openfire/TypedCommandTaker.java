package dev.usher.openfire;

import dev.usher.wire.Reception;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.interceptor.PacketRejectedException;
import org.jivesoftware.openfire.session.Session;
import org.xmpp.packet.Packet;

/** Takes what agents type for the switch out of the channels, before anybody sees it. */
final class TypedCommandTaker implements PacketInterceptor {
    private final Reception reception;

    TypedCommandTaker(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void interceptPacket(Packet packet, Session session, boolean incoming, boolean processed)
            throws PacketRejectedException {
        if (incoming && !processed && reception.takes(packet)) {
            throw new PacketRejectedException("This was for the switch.");
        }
    }
}
