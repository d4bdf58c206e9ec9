package dev.usher.agent.stanza;

import java.time.Instant;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;

/**
 * A drive as everybody in the channel sees it ({@code drive-delivered.xml}). Worth something only from the switch.
 *
 * @param id the drive's id
 * @param seq 1, 2, 3… within the visit
 * @param url where to; http or https
 * @param by who ordered it, for humans
 * @param expires when no browser may start it any more, on the server's clock
 */
public record DriveElement(String id, int seq, String url, String by, Instant expires) implements ExtensionElement {

    static final String ELEMENT = DriveOrderIq.ELEMENT;

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.DRIVE, ELEMENT);

    static DriveElement read(Xml xml) throws SmackParsingException {
        return new DriveElement(
                xml.required("id"),
                xml.requiredNumber("seq"),
                xml.required("url"),
                xml.required("by"),
                Instants.read(xml.required("expires")));
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
        return new XmlStringBuilder(this, enclosing)
                .attribute("id", id)
                .attribute("seq", seq)
                .attribute("url", url)
                .attribute("by", by)
                .attribute("expires", Instants.write(expires))
                .closeEmptyElement();
    }
}
