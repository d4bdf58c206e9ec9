package dev.usher.wire;

import dev.usher.desk.Outbox;
import dev.usher.desk.Outcome;
import dev.usher.routing.Event;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.Packet;

/**
 * Hands every message that was left to those who send it by e-mail as well. The agents are told of it all the same, so
 * that a mail that fails, or is lost by a crash, costs nobody the message. Called by the desk's loop.
 */
final class Mailing implements Outbox<Packet> {
    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

    private final String workgroup;
    private final BiConsumer<String, Event.MessageLeft> mail;
    private final Outbox<Packet> next;

    /** @param workgroup its name */
    Mailing(String workgroup, BiConsumer<String, Event.MessageLeft> mail, Outbox<Packet> next) {
        this.workgroup = workgroup;
        this.mail = mail;
        this.next = next;
    }

    @Override
    public void tell(List<Outcome<Packet>> batch) {
        next.tell(batch);
        for (var outcome : batch) {
            for (var event : outcome.routed()) {
                if (event instanceof Event.MessageLeft left) {
                    send(left);
                }
            }
        }
    }

    private void send(Event.MessageLeft left) {
        try {
            mail.accept(workgroup, left);
        } catch (RuntimeException e) {
            LOG.warn(
                    "mail-failed message={} Agents are told of it in any case.",
                    left.visit().value(),
                    e);
        }
    }
}
