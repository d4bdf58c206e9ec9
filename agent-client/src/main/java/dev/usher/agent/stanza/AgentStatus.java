package dev.usher.agent.stanza;

import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.XmlStringBuilder;

/** Marks a presence as an agent's, for or against work (XEP-0142 §4.1, {@code agent-online.xml}). */
public record AgentStatus() implements ExtensionElement {

    static final String ELEMENT = "agent-status";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.WORKGROUP, ELEMENT);

    /** What other servers put inside (capacity, current chats) says nothing in this contract. */
    static AgentStatus read(Xml xml) {
        return new AgentStatus();
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
        return new XmlStringBuilder(this, enclosing).closeEmptyElement();
    }
}
