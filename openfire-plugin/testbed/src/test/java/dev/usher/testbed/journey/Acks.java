package dev.usher.testbed.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dom4j.QName;
import org.jivesoftware.openfire.interceptor.InterceptorManager;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.xmpp.packet.Message;

/**
 * Everything that browsers report of drives, as it reaches the server: what the agent is told is the latest of several
 * reports.
 */
final class Acks implements AutoCloseable {
    private static final QName ACK = QName.get("ack", "urn:usher:drive:1");

    private final Map<String, List<String>> states = new ConcurrentHashMap<>();
    private final PacketInterceptor interceptor = (packet, session, incoming, processed) -> {
        if (incoming && !processed && packet instanceof Message message) {
            var ack = message.getElement().element(ACK);
            if (ack != null) {
                states.computeIfAbsent(ack.attributeValue("drive"), drive -> new CopyOnWriteArrayList<>())
                        .add(ack.attributeValue("state"));
            }
        }
    };

    Acks() {
        InterceptorManager.getInstance().addInterceptor(interceptor);
    }

    /** What was reported of the drive so far, in its order. */
    List<String> of(String drive) {
        return List.copyOf(states.getOrDefault(drive, List.of()));
    }

    @Override
    public void close() {
        InterceptorManager.getInstance().removeInterceptor(interceptor);
    }
}
