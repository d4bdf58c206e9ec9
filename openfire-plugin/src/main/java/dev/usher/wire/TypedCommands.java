package dev.usher.wire;

import dev.usher.routing.VisitId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/** What agents type into channels for the switch, found among all that is sent over the server. Thread-safe. */
final class TypedCommands {
    /** Where the commands of one workgroup's channels go. */
    private record Desk(Channels channels, Prompt prompt) {}

    private final String conference;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    /** @param conference the domain of the rooms */
    TypedCommands(String conference) {
        this.conference = conference;
    }

    void add(String workgroup, Channels channels, Prompt prompt) {
        desks.put(workgroup, new Desk(channels, prompt));
    }

    /** Cheap for every message that is none. Returns whether nothing of it is left for the channel. */
    boolean takes(Packet packet) {
        if (!(packet instanceof Message message)
                || message.getType() != Message.Type.groupchat
                || message.getFrom() == null
                || message.getTo() == null
                || !message.getTo().getDomain().equals(conference)) {
            return false;
        }
        var typed = TypedCommand.of(message);
        if (typed.isEmpty()) {
            return false;
        }
        var visit = new VisitId(String.valueOf(message.getTo().getNode()));
        for (var desk : desks.values()) {
            if (desk.channels().isStaffIn(visit, message.getFrom())) {
                desk.prompt().take(visit, typed.get(), message.createCopy());
                return typed.get().isTakenOutOf(message);
            }
        }
        return false;
    }
}
