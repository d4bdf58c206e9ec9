package dev.usher.agent.stanza;

import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jxmpp.jid.Jid;

/** Takes an offer back (XEP-0142 §4.2.2, {@code offer-revoke.xml}). */
public final class OfferRevokeIq extends IQ {

    static final String ELEMENT = "offer-revoke";

    private final String visit;
    private final Jid customer;
    private final Optional<String> reason;
    private final VisitSession session;

    private OfferRevokeIq(IqData data, Xml xml) throws SmackParsingException {
        super(data, ELEMENT, Namespaces.WORKGROUP);
        visit = xml.required("id");
        customer = xml.requiredJid("jid");
        reason = xml.child("reason", Namespaces.WORKGROUP).map(Xml::text).filter(text -> !text.isBlank());
        session = VisitSession.read(xml.requiredChild(VisitSession.ELEMENT, Namespaces.JIVE));
    }

    static OfferRevokeIq read(Xml xml, IqData data) throws SmackParsingException {
        return new OfferRevokeIq(data, xml);
    }

    /** The session id of the visit. */
    public String visit() {
        return visit;
    }

    /** The connection that had called. */
    public Jid customer() {
        return customer;
    }

    /** A sentence of the switch. */
    public Optional<String> reason() {
        return reason;
    }

    /** The visit again, with the workgroup that had offered it. */
    public VisitSession session() {
        return session;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("id", visit).attribute("jid", customer).rightAngleBracket();
        reason.ifPresent(text -> xml.element("reason", text));
        xml.append(session.toXML(
                XmlEnvironment.builder().withNamespace(Namespaces.WORKGROUP).build()));
        return xml;
    }
}
