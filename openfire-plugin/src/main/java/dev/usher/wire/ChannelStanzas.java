package dev.usher.wire;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Presence;

/** What the switch says to a channel's room (XEP-0045), as its first occupant and only owner. */
final class ChannelStanzas {
    static final String RESOURCE = "switch";
    private static final String CONFIGURE = "configure";

    /** Hidden, for members only, gone when it is empty; nobody sees a customer's address but the moderators. */
    private static final List<Map.Entry<String, String>> ROOM = List.of(
            Map.entry("muc#roomconfig_persistentroom", "0"),
            Map.entry("muc#roomconfig_publicroom", "0"),
            Map.entry("muc#roomconfig_membersonly", "1"),
            Map.entry("muc#roomconfig_moderatedroom", "0"),
            Map.entry("muc#roomconfig_allowinvites", "0"),
            Map.entry("muc#roomconfig_changesubject", "0"),
            Map.entry("muc#roomconfig_whois", "moderators"),
            Map.entry("muc#roomconfig_maxusers", "0"));

    private final JID workgroup;
    private final String title;
    private final String conference;

    /**
     * @param workgroup its bare JID
     * @param conference the domain of the rooms
     */
    ChannelStanzas(JID workgroup, String title, String conference) {
        this.workgroup = workgroup;
        this.title = title;
        this.conference = conference;
    }

    /** The domain of the rooms. */
    String conference() {
        return conference;
    }

    JID room(VisitId visit) {
        return new JID(visit.value(), conference, null);
    }

    Presence create(VisitId visit) {
        var presence = new Presence();
        presence.setFrom(self());
        presence.setTo(new JID(visit.value(), conference, workgroup.getNode()));
        var join = presence.addChildElement("x", Namespaces.MUC);
        Xml.add(join, "history").addAttribute("maxstanzas", "0");
        return presence;
    }

    IQ configure(VisitId visit) {
        var iq = requestTo(visit, CONFIGURE);
        var form = Xml.add(iq.setChildElement("query", Namespaces.MUC_OWNER), "x", Namespaces.DATA_FORM)
                .addAttribute("type", "submit");
        field(form, "FORM_TYPE", Namespaces.MUC + "#roomconfig");
        field(form, "muc#roomconfig_roomname", title);
        ROOM.forEach(entry -> field(form, entry.getKey(), entry.getValue()));
        return iq;
    }

    /** COMPAT: Spark finds the offer by the reason, which must be the session id. */
    Message inviteAgent(VisitId visit, Address agent, Address customer) {
        var message = messageTo(visit);
        message.addChildElement("offer", Namespaces.WORKGROUP).addAttribute("jid", customer.connection());
        Sessions.add(message.getElement(), visit, workgroup.toBareJID());
        invite(message, agent.connection(), visit.value());
        return message;
    }

    /** Makes a member who may enter, and is no agent of the visit. */
    Message inviteMonitor(VisitId visit, Address monitor) {
        var message = messageTo(visit);
        Sessions.add(message.getElement(), visit, workgroup.toBareJID());
        invite(message, monitor.connection(), visit.value());
        return message;
    }

    /** Who is no member any more cannot enter, and who is in is taken out (XEP-0045 §9.4). */
    IQ dismiss(VisitId visit, Address monitor) {
        var iq = requestTo(visit, "dismiss");
        Xml.add(iq.setChildElement("query", Namespaces.MUC_ADMIN), "item")
                .addAttribute("jid", monitor.user())
                .addAttribute("affiliation", "none");
        return iq;
    }

    Message inviteCustomer(VisitId visit, Address customer) {
        var message = messageTo(visit);
        message.addChildElement("workgroup", Namespaces.WORKGROUP).addAttribute("jid", workgroup.toBareJID());
        Sessions.add(message.getElement(), visit, workgroup.toBareJID());
        invite(message, customer.connection(), "Please join me for a chat.");
        return message;
    }

    /** Asks an occupant out (XEP-0045 §8.2). */
    IQ putOut(VisitId visit, String nickname, String reason) {
        var iq = requestTo(visit, "relieve");
        var item = Xml.add(iq.setChildElement("query", Namespaces.MUC_ADMIN), "item")
                .addAttribute("nick", nickname)
                .addAttribute("role", "none");
        Xml.addText(item, "reason", reason);
        return iq;
    }

    /** The switch leaves, and the room stays for those who are in it. */
    Presence leave(VisitId visit) {
        var presence = new Presence(Presence.Type.unavailable);
        presence.setFrom(self());
        presence.setTo(new JID(visit.value(), conference, workgroup.getNode()));
        return presence;
    }

    Message drive(DriveEvent.Driven driven) {
        var message = messageTo(new VisitId(driven.visit()));
        message.setType(Message.Type.groupchat);
        message.setID(driven.id());
        message.setBody(opens(displayName(driven.by()), driven.url()));
        message.addChildElement("drive", Namespaces.DRIVE)
                .addAttribute("id", driven.id())
                .addAttribute("seq", Integer.toString(driven.seq()))
                .addAttribute("url", driven.url())
                .addAttribute("by", displayName(driven.by()))
                .addAttribute(
                        "expires",
                        driven.expires().truncatedTo(ChronoUnit.MILLIS).toString());
        Xml.addText(message.addChildElement("x", Namespaces.OOB), "url", driven.url());
        return message;
    }

    /** As {@link #drive}, to one occupant alone. */
    Message repeat(DriveEvent.Driven driven, String nickname) {
        var message = drive(driven);
        message.setTo(new JID(driven.visit(), conference, nickname));
        message.setType(Message.Type.chat);
        message.addChildElement("x", Namespaces.MUC_USER);
        return message;
    }

    Message whisper(VisitId visit, String nickname, String text) {
        var message = messageTo(visit);
        message.setTo(new JID(visit.value(), conference, nickname));
        message.setType(Message.Type.chat);
        message.setBody(text);
        message.addChildElement("x", Namespaces.MUC_USER);
        return message;
    }

    /** Whether an answer is one to {@link #configure}. */
    static boolean isAboutConfiguring(IQ answer) {
        return answer.getID() != null && answer.getID().startsWith(CONFIGURE + "-");
    }

    IQ destroy(VisitId visit) {
        var iq = requestTo(visit, "destroy");
        var destroy = Xml.add(iq.setChildElement("query", Namespaces.MUC_OWNER), "destroy");
        Xml.addText(destroy, "reason", "The visit has ended.");
        return iq;
    }

    /** What everybody reads of a drive. */
    static String opens(String agent, String url) {
        return agent + " opens " + url;
    }

    /** An agent as customers see one: by the name in the address, never by the address. */
    private static String displayName(String user) {
        return capital(new JID(user).getNode());
    }

    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static void invite(Message message, String invitee, String reason) {
        var invite = Xml.add(message.addChildElement("x", Namespaces.MUC_USER), "invite")
                .addAttribute("to", invitee);
        Xml.addText(invite, "reason", reason);
    }

    private static void field(Element form, String name, String value) {
        Xml.addText(Xml.add(form, "field").addAttribute("var", name), "value", value);
    }

    private Message messageTo(VisitId visit) {
        var message = new Message();
        message.setFrom(self());
        message.setTo(room(visit));
        return message;
    }

    private IQ requestTo(VisitId visit, String what) {
        var iq = new IQ(IQ.Type.set, what + "-" + visit.value());
        iq.setFrom(self());
        iq.setTo(room(visit));
        return iq;
    }

    private JID self() {
        return new JID(workgroup.getNode(), workgroup.getDomain(), RESOURCE);
    }
}
