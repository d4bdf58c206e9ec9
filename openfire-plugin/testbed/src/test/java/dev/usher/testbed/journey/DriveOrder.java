package dev.usher.testbed.journey;

import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;

/** The drive of docs/protocol/examples/drive.xml, written as any Smack program would write it. */
final class DriveOrder extends IQ {
    private final String session;
    private final String url;

    DriveOrder(Jid workgroup, String session, String url) {
        super("drive", "urn:usher:drive:1");
        this.session = session;
        this.url = url;
        setType(Type.set);
        setTo(workgroup);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("session", session);
        xml.attribute("url", url);
        xml.setEmptyElement();
        return xml;
    }
}
