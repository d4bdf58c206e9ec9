package dev.usher.testbed.journey;

import java.time.Instant;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;

/** The drive of docs/protocol/examples/drive.xml, written as any Smack program would write it. */
final class DriveOrder extends IQ {
    private final String session;
    private final String url;
    private final Instant expires;

    /** @param expires null for the usual time */
    DriveOrder(Jid workgroup, String session, String url, Instant expires) {
        super("drive", "urn:usher:drive:1");
        this.session = session;
        this.url = url;
        this.expires = expires;
        setType(Type.set);
        setTo(workgroup);
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("session", session);
        xml.attribute("url", url);
        xml.optAttribute("expires", expires == null ? null : expires.toString());
        xml.setEmptyElement();
        return xml;
    }
}
