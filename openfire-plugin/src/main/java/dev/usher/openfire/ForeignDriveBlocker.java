package dev.usher.openfire;

import dev.usher.wire.ForeignDrives;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.interceptor.PacketRejectedException;
import org.jivesoftware.openfire.session.Session;
import org.xmpp.packet.Packet;

/** Drops the drives that somebody else than the switch puts into a room, and tells their sender {@code forbidden}. */
final class ForeignDriveBlocker implements PacketInterceptor {
    private final ForeignDrives drives;

    ForeignDriveBlocker(ForeignDrives drives) {
        this.drives = drives;
    }

    @Override
    public void interceptPacket(Packet packet, Session session, boolean incoming, boolean processed)
            throws PacketRejectedException {
        if (!incoming || processed || !drives.isForeign(packet)) {
            return;
        }
        if (session != null) {
            drives.refusal(packet).ifPresent(session::process);
        }
        throw new PacketRejectedException("Only the switch drives.");
    }
}
