package dev.usher.agent.stanza;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.parsing.SmackParsingException;

/** The switch took a drive ({@code drive-result.xml}). */
public final class DriveResultIq extends IQ {

    private final String visit;
    private final String drive;
    private final int seq;
    private final String url;
    private final int browsers;

    private DriveResultIq(IqData data, Xml xml) throws SmackParsingException {
        super(data, DriveOrderIq.ELEMENT, Namespaces.DRIVE);
        visit = xml.required("session");
        drive = xml.required("id");
        seq = xml.requiredNumber("seq");
        url = xml.required("url");
        browsers = xml.requiredNumber("browsers");
    }

    static DriveResultIq read(Xml xml, IqData data) throws SmackParsingException {
        return new DriveResultIq(data, xml);
    }

    /** The session id of the visit. */
    public String visit() {
        return visit;
    }

    /** The id under which reports name this drive. */
    public String drive() {
        return drive;
    }

    /** 1, 2, 3… within the visit. */
    public int seq() {
        return seq;
    }

    /** Where to, as it will be driven: normalised, ASCII. */
    public String url() {
        return url;
    }

    /** How many browsers are being led. */
    public int browsers() {
        return browsers;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("session", visit)
                .attribute("id", drive)
                .attribute("seq", seq)
                .attribute("url", url)
                .attribute("browsers", browsers);
        xml.setEmptyElement();
        return xml;
    }
}
