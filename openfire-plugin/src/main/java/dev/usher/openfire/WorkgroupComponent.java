package dev.usher.openfire;

import dev.usher.wire.Reception;
import org.xmpp.component.Component;
import org.xmpp.component.ComponentManager;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * The service as the server sees it. It takes stanzas on the server's own threads and only hands them over, so that the
 * stanzas of one sender keep their order.
 */
final class WorkgroupComponent implements Component {
    private final Reception reception;

    WorkgroupComponent(Reception reception) {
        this.reception = reception;
    }

    @Override
    public String getName() {
        return "Usher";
    }

    @Override
    public String getDescription() {
        return "Workgroups: a queue, a switch, and agents who lead";
    }

    @Override
    public void processPacket(Packet packet) {
        reception.receive(packet);
    }

    @Override
    public void initialize(JID jid, ComponentManager manager) {}

    @Override
    public void start() {}

    @Override
    public void shutdown() {}
}
