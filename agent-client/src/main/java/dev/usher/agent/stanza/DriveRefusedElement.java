package dev.usher.agent.stanza;

import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;

/** Inside a {@code not-acceptable} error: why the policy will not drive a URL ({@code drive-refused.xml}). */
public record DriveRefusedElement(String reason) implements ExtensionElement {

    static final String ELEMENT = "refused";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.DRIVE, ELEMENT);

    static DriveRefusedElement read(Xml xml) throws SmackParsingException {
        return new DriveRefusedElement(xml.required("reason"));
    }

    @Override
    public String getElementName() {
        return ELEMENT;
    }

    @Override
    public String getNamespace() {
        return Namespaces.DRIVE;
    }

    @Override
    public XmlStringBuilder toXML(XmlEnvironment enclosing) {
        return new XmlStringBuilder(this, enclosing).attribute("reason", reason).closeEmptyElement();
    }
}
