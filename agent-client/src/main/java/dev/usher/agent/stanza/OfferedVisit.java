package dev.usher.agent.stanza;

import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;
import org.jxmpp.jid.Jid;

/** In the agent's invitation: the customer whose offer led here (XEP-0142 §4.2.3, {@code invitation-agent.xml}). */
public record OfferedVisit(Jid customer) implements ExtensionElement {

    static final String ELEMENT = OfferIq.ELEMENT;

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.WORKGROUP, ELEMENT);

    static OfferedVisit read(Xml xml) throws SmackParsingException {
        return new OfferedVisit(xml.requiredJid("jid"));
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
        return new XmlStringBuilder(this, enclosing).attribute("jid", customer).closeEmptyElement();
    }
}
