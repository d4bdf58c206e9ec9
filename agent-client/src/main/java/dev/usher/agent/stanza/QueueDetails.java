package dev.usher.agent.stanza;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;
import org.jxmpp.jid.Jid;

/** Who waits in one queue (XEP-0142 §4.1.3, {@code queue-details.xml}); the switch may cap a long list. */
public record QueueDetails(List<Waiting> waiting) implements ExtensionElement {

    static final String ELEMENT = "notify-queue-details";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.WORKGROUP, ELEMENT);

    /**
     * One customer in the line.
     *
     * @param customer the connection that called
     * @param position from 0, the next to be served
     * @param joined when the customer joined
     */
    public record Waiting(Jid customer, int position, Optional<Instant> joined) {}

    public QueueDetails {
        waiting = List.copyOf(waiting);
    }

    static QueueDetails read(Xml xml) throws SmackParsingException {
        var waiting = new ArrayList<Waiting>();
        for (var user : xml.children("user", Namespaces.WORKGROUP).toList()) {
            var position = user.requiredChild("position", Namespaces.WORKGROUP);
            var joined = user.child("join-time", Namespaces.WORKGROUP);
            waiting.add(new Waiting(
                    user.requiredJid("jid"),
                    position.number(position.text()),
                    joined.isPresent()
                            ? Optional.of(Instants.readJive(joined.get().text()))
                            : Optional.empty()));
        }
        return new QueueDetails(waiting);
    }

    @Override
    public String getElementName() {
        return ELEMENT;
    }

    @Override
    public String getNamespace() {
        return Namespaces.WORKGROUP;
    }

    @Override
    public XmlStringBuilder toXML(XmlEnvironment enclosing) {
        var xml = new XmlStringBuilder(this, enclosing).rightAngleBracket();
        for (var user : waiting) {
            xml.halfOpenElement("user").attribute("jid", user.customer()).rightAngleBracket();
            xml.element("position", Integer.toString(user.position()));
            user.joined().ifPresent(instant -> xml.element("join-time", Instants.writeJive(instant)));
            xml.closeElement("user");
        }
        return xml.closeElement(ELEMENT);
    }
}
