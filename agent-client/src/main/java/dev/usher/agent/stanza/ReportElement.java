package dev.usher.agent.stanza;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.util.XmlStringBuilder;

/**
 * Where the browsers of one drive are ({@code report.xml}). The latest report of a drive replaces the earlier ones.
 *
 * @param visit the session id of the visit
 * @param drive the drive's id
 * @param seq 1, 2, 3… within the visit
 * @param browsers how many are being led
 * @param counts how many are in which state; those that reported nothing yet are in none
 */
public record ReportElement(String visit, String drive, int seq, int browsers, List<Count> counts)
        implements ExtensionElement {

    static final String ELEMENT = "report";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.DRIVE, ELEMENT);

    /** So many browsers are in this state, for this reason. The words are those of {@code drive.md}. */
    public record Count(String state, Optional<String> reason, int browsers) {}

    public ReportElement {
        counts = List.copyOf(counts);
    }

    static ReportElement read(Xml xml) throws SmackParsingException {
        var counts = new ArrayList<Count>();
        for (var count : xml.children("count", Namespaces.DRIVE).toList()) {
            counts.add(new Count(count.required("state"), count.attribute("reason"), count.requiredNumber("browsers")));
        }
        return new ReportElement(
                xml.required("session"),
                xml.required("drive"),
                xml.requiredNumber("seq"),
                xml.requiredNumber("browsers"),
                counts);
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
        var xml = new XmlStringBuilder(this, enclosing)
                .attribute("session", visit)
                .attribute("drive", drive)
                .attribute("seq", seq)
                .attribute("browsers", browsers)
                .rightAngleBracket();
        for (var count : counts) {
            xml.halfOpenElement("count").attribute("state", count.state());
            count.reason().ifPresent(reason -> xml.attribute("reason", reason));
            xml.attribute("browsers", count.browsers()).closeEmptyElement();
        }
        return xml.closeElement(ELEMENT);
    }
}
