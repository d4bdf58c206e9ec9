package dev.usher.testbed.journey;

import java.util.function.Consumer;
import org.dom4j.Element;
import org.dom4j.QName;
import org.jivesoftware.openfire.interceptor.InterceptorManager;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.xmpp.packet.Message;

/**
 * A server that has been taken over: what goes into a room is changed after the plugin has had its say. The browser is
 * then alone with what comes.
 */
final class Tampering implements AutoCloseable {
    private final PacketInterceptor interceptor;

    private Tampering(Consumer<Message> change) {
        this.interceptor = (packet, session, incoming, processed) -> {
            if (incoming
                    && !processed
                    && packet instanceof Message message
                    && message.getTo() != null
                    && message.getTo().getDomain().startsWith("conference.")) {
                change.accept(message);
            }
        };
        InterceptorManager.getInstance().addInterceptor(interceptor);
    }

    /** Every drive of the switch goes to this URL instead. */
    static Tampering driveTo(String url) {
        return new Tampering(message -> {
            var drive = drive(message);
            if (drive != null) {
                drive.addAttribute("url", url);
            }
        });
    }

    /** Whoever says this in a room seems to have said it with a drive. */
    static Tampering driveBesides(String body, String url) {
        return new Tampering(message -> {
            if (body.equals(message.getBody())) {
                message.addChildElement("drive", "urn:usher:drive:1")
                        .addAttribute("id", "forged")
                        .addAttribute("seq", "7")
                        .addAttribute("url", url)
                        .addAttribute("by", "Alice")
                        .addAttribute("expires", "2099-01-01T00:00:00Z");
            }
        });
    }

    @Override
    public void close() {
        InterceptorManager.getInstance().removeInterceptor(interceptor);
    }

    private static Element drive(Message message) {
        return message.getElement().element(QName.get("drive", "urn:usher:drive:1"));
    }
}
