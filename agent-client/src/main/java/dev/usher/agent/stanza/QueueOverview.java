package dev.usher.agent.stanza;

import java.time.Instant;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;

/**
 * How one queue stands (XEP-0142 §4.1.3, {@code queue-overview.xml}).
 *
 * @param count how many wait
 * @param oldest since when the first of them waits
 * @param status {@code open}, {@code active}, {@code ready} or {@code closed}; empty if the switch did not say
 */
public record QueueOverview(int count, Optional<Instant> oldest, String status) implements ExtensionElement {

    static final String ELEMENT = "notify-queue";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.WORKGROUP, ELEMENT);

    static QueueOverview read(Xml xml) throws SmackParsingException {
        var count = xml.requiredChild("count", Namespaces.WORKGROUP);
        var oldest = xml.child("oldest", Namespaces.WORKGROUP);
        return new QueueOverview(
                count.number(count.text()),
                oldest.isPresent() ? Optional.of(Instants.readJive(oldest.get().text())) : Optional.empty(),
                xml.child("status", Namespaces.WORKGROUP).map(Xml::text).orElse(""));
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
        xml.element("count", Integer.toString(count));
        oldest.ifPresent(instant -> xml.element("oldest", Instants.writeJive(instant)));
        if (!status.isEmpty()) {
            xml.element("status", status);
        }
        return xml.closeElement(ELEMENT);
    }
}
