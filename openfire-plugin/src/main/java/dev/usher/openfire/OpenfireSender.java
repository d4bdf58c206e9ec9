package dev.usher.openfire;

import dev.usher.wire.StanzaSender;
import org.jivesoftware.openfire.component.InternalComponentManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.Packet;

/** Sends through the server's router, as any internal component does. */
final class OpenfireSender implements StanzaSender {
    private static final Logger LOG = LoggerFactory.getLogger(OpenfireSender.class);

    @Override
    public void send(Packet packet) {
        try {
            InternalComponentManager.getInstance().sendPacket(null, packet);
        } catch (RuntimeException e) {
            // One recipient in trouble must not keep the others from being told.
            LOG.warn("send-failed to={}", packet.getTo(), e);
        }
    }
}
