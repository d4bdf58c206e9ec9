package dev.usher.agent.stanza;

import java.time.Instant;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jxmpp.jid.Jid;

/** Orders one drive ({@code drive.xml}). The switch answers with {@link DriveResultIq} or refuses. */
public final class DriveOrderIq extends IQ {

    static final String ELEMENT = "drive";

    private final String visit;
    private final String url;
    private final Optional<Instant> expires;

    /** {@code expires} is on the server's clock; without it the switch takes 60 s from now. */
    public DriveOrderIq(String visit, String url, Optional<Instant> expires, Jid workgroup) {
        super(ELEMENT, Namespaces.DRIVE);
        this.visit = visit;
        this.url = url;
        this.expires = expires;
        setType(Type.set);
        setTo(workgroup);
    }

    private DriveOrderIq(IqData data, Xml xml) throws SmackParsingException {
        super(data, ELEMENT, Namespaces.DRIVE);
        var instant = xml.attribute("expires");
        visit = xml.required("session");
        url = xml.required("url");
        expires = instant.isPresent() ? Optional.of(Instants.read(instant.get())) : Optional.empty();
    }

    static DriveOrderIq read(Xml xml, IqData data) throws SmackParsingException {
        return new DriveOrderIq(data, xml);
    }

    /** The session id of the visit. */
    public String visit() {
        return visit;
    }

    /** Where to, as the agent wrote it. */
    public String url() {
        return url;
    }

    /** After which instant, on the server's clock, no browser may start it. */
    public Optional<Instant> expires() {
        return expires;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("session", visit).attribute("url", url);
        expires.ifPresent(instant -> xml.attribute("expires", Instants.write(instant)));
        xml.setEmptyElement();
        return xml;
    }
}
