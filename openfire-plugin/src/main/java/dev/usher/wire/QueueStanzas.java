package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.DepartReason;
import dev.usher.routing.Event;
import dev.usher.routing.QueueView;
import dev.usher.routing.ServiceState;
import dev.usher.routing.VisitId;
import java.time.Duration;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Presence;

/** What waiting customers and watching agents are told about the queue. */
final class QueueStanzas {
    private final String workgroup;

    /** @param workgroup its bare JID */
    QueueStanzas(String workgroup) {
        this.workgroup = workgroup;
    }

    Message position(Event.Moved moved) {
        var message = messageTo(moved.customer());
        var status = message.addChildElement("queue-status", Namespaces.WORKGROUP);
        place(status, moved.visit(), moved.position(), moved.expectedWait());
        return message;
    }

    /** For who asks (XEP-0142 §5.2). COMPAT: Fastpath answers by a question of its own, which nobody can match. */
    IQ position(IQ request, Event.Located located) {
        var reply = IQ.createResultIQ(request);
        var status = reply.setChildElement("queue-status", Namespaces.WORKGROUP);
        place(status, located.visit(), located.position(), located.expectedWait());
        return reply;
    }

    private void place(Element status, VisitId visit, int position, Optional<Duration> expectedWait) {
        expectedWait.ifPresent(wait -> Xml.addText(status, "time", Long.toString(Math.max(1, wait.toSeconds()))));
        Xml.addText(status, "position", Integer.toString(position));
        Sessions.add(status, visit, workgroup);
    }

    Message departed(Event.Departed departed) {
        var message = messageTo(departed.customer());
        var gone = message.addChildElement("depart-queue", Namespaces.WORKGROUP);
        boolean isAsked = departed.why() == DepartReason.REQUESTED || departed.why() == DepartReason.VANISHED;
        Xml.add(gone, isAsked ? "departure-requested" : "agent-not-found");
        if (departed.why() == DepartReason.LEAVE_MESSAGE) {
            Xml.add(gone, "leave-message", Namespaces.VISIT);
        }
        return message;
    }

    Presence overview(Address agent, QueueView queue) {
        var presence = presenceTo(agent, queue);
        var overview = presence.addChildElement("notify-queue", Namespaces.WORKGROUP);
        Xml.addText(overview, "count", Integer.toString(queue.length()));
        queue.oldest().ifPresent(since -> Xml.addText(overview, "oldest", Dates.of(since)));
        Xml.addText(overview, "status", queue.open() ? "open" : "closed");
        return presence;
    }

    Presence details(Address agent, QueueView queue) {
        var presence = presenceTo(agent, queue);
        var details = presence.addChildElement("notify-queue-details", Namespaces.WORKGROUP);
        for (int i = 0; i < queue.head().size(); i++) {
            var waiting = queue.head().get(i);
            var user = Xml.add(details, "user")
                    .addAttribute("jid", waiting.customer().connection());
            Xml.addText(user, "position", Integer.toString(i)); // here the protocol counts from 0
            Xml.addText(user, "join-time", Dates.of(waiting.since()));
        }
        return presence;
    }

    /** Whether who joins now is taken in, as Smack's {@code Workgroup.isAvailable()} reads it. */
    Presence state(Address looker, ServiceState state) {
        var presence = new Presence();
        presence.setFrom(workgroup);
        presence.setTo(looker.connection());
        if (state != ServiceState.OPEN) {
            presence.setType(Presence.Type.unavailable);
        }
        presence.addChildElement("workgroup", Namespaces.JIVE);
        return presence;
    }

    /** Told by a plain message, which every client shows. */
    Message notAnswering(Event.NotAnswering silent) {
        var message = messageTo(silent.agent());
        message.setType(Message.Type.chat);
        message.setBody("You have let " + silent.lapses() + " offers in a row go by, so you are asked no more."
                + " Set yourself to available when you are back.");
        return message;
    }

    private Message messageTo(Address customer) {
        var message = new Message();
        message.setFrom(workgroup);
        message.setTo(customer.connection());
        return message;
    }

    private Presence presenceTo(Address agent, QueueView queue) {
        var presence = new Presence();
        presence.setFrom(workgroup + "/" + queue.name());
        presence.setTo(agent.connection());
        return presence;
    }
}
