package dev.usher.wire;

import dev.usher.routing.Address;
import dev.usher.routing.AgentView;
import dev.usher.routing.Event;
import java.util.List;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/** What agents see of each other, as Smack's {@code AgentRoster} reads it. */
final class StaffStanzas {
    private static final String REQUEST = "agent-status-request";

    private final String workgroup;

    /** @param workgroup its bare JID */
    StaffStanzas(String workgroup) {
        this.workgroup = workgroup;
    }

    IQ list(IQ request, Event.StaffListed listed) {
        var reply = IQ.createResultIQ(request);
        var list = reply.setChildElement(REQUEST, Namespaces.WORKGROUP);
        listed.agents().forEach(user -> agent(list, user));
        return reply;
    }

    /** COMPAT: Smack since 4.1 answers it with an error, and knows of the change only when it asks again. */
    IQ change(Address watcher, Event.StaffChanged changed) {
        var push = new IQ(IQ.Type.set);
        push.setFrom(workgroup);
        push.setTo(watcher.connection());
        var list = push.setChildElement(REQUEST, Namespaces.WORKGROUP);
        changed.added().forEach(user -> agent(list, user));
        changed.removed().forEach(user -> agent(list, user).addAttribute("type", "remove"));
        return push;
    }

    private static Element agent(Element list, String user) {
        var agent = Xml.add(list, "agent").addAttribute("jid", user);
        Xml.add(agent, "name", Namespaces.JIVE).setText(new JID(user).getNode());
        return agent;
    }

    /** In the name of the agent who is shown: the watchers know the others by their addresses. */
    Presence show(Address watcher, AgentView view) {
        var presence = new Presence();
        presence.setFrom(view.agent().connection());
        presence.setTo(watcher.connection());
        if (view.presence() == AgentView.Presence.OFF_DUTY) {
            presence.setType(Presence.Type.unavailable);
        } else if (view.presence() == AgentView.Presence.AWAY) {
            presence.setShow(Presence.Show.away);
        }
        var status = presence.addChildElement("agent-status", Namespaces.WORKGROUP);
        status.addAttribute("jid", workgroup);
        Xml.addText(status, "max-chats", Integer.toString(view.capacity()));
        var chats = Xml.add(status, "current-chats", Namespaces.JIVE);
        view.visits().forEach(served -> chat(chats, served));
        return presence;
    }

    private static void chat(Element chats, AgentView.Served served) {
        var chat = Xml.add(chats, "chat")
                .addAttribute("sessionID", served.visit().value())
                .addAttribute("userID", served.customer().user())
                .addAttribute("startTime", Dates.of(served.since()));
        for (var field : List.of("question", "username", "email")) {
            served.answers().getOrDefault(field, List.of()).stream()
                    .findFirst()
                    .ifPresent(answer -> chat.addAttribute(field, answer));
        }
    }
}
