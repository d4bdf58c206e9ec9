package dev.usher.agent.stanza;

import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;
import org.jxmpp.jid.Jid;

/** Says which visit a stanza is about, and whose workgroup's. Jive's extension of XEP-0142. */
public record VisitSession(String id, Jid workgroup) implements ExtensionElement {

    static final String ELEMENT = "session";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.JIVE, ELEMENT);

    static VisitSession read(Xml xml) throws SmackParsingException {
        return new VisitSession(xml.required("id"), xml.requiredJid("workgroup"));
    }

    @Override
    public String getElementName() {
        return ELEMENT;
    }

    @Override
    public String getNamespace() {
        return Namespaces.JIVE;
    }

    @Override
    public XmlStringBuilder toXML(XmlEnvironment enclosing) {
        return new XmlStringBuilder(this, enclosing)
                .attribute("id", id)
                .attribute("workgroup", workgroup)
                .closeEmptyElement();
    }
}
