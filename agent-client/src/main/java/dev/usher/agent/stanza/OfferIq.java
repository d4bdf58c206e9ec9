package dev.usher.agent.stanza;

import java.time.Duration;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jxmpp.jid.Jid;

/** One visit, shown to one agent for a while (XEP-0142 §4.2, {@code offer.xml}). */
public final class OfferIq extends IQ {

    static final String ELEMENT = "offer";

    private final String visit;
    private final Jid customer;
    private final Metadata metadata;
    private final Duration timeout;
    private final VisitSession session;
    private final Optional<Jid> user;

    private OfferIq(IqData data, Xml xml) throws SmackParsingException {
        super(data, ELEMENT, Namespaces.WORKGROUP);
        var timeoutElement = xml.requiredChild("timeout", Namespaces.WORKGROUP);
        var userElement = xml.child("user", Namespaces.JIVE);
        visit = xml.required("id");
        customer = xml.requiredJid("jid");
        metadata =
                xml.child(Metadata.ELEMENT, Namespaces.JIVE).map(Metadata::read).orElse(Metadata.NONE);
        timeout = Duration.ofSeconds(timeoutElement.number(timeoutElement.text()));
        session = VisitSession.read(xml.requiredChild(VisitSession.ELEMENT, Namespaces.JIVE));
        user = userElement.isPresent() ? Optional.of(userElement.get().requiredJid("id")) : Optional.empty();
    }

    static OfferIq read(Xml xml, IqData data) throws SmackParsingException {
        return new OfferIq(data, xml);
    }

    /** The session id of the visit. */
    public String visit() {
        return visit;
    }

    /** The connection that called. */
    public Jid customer() {
        return customer;
    }

    /** What the customer's form said. */
    public Metadata metadata() {
        return metadata;
    }

    /** How long the offer stands from the moment it was sent; whole seconds. */
    public Duration timeout() {
        return timeout;
    }

    /** The visit again, with the workgroup that offers it. */
    public VisitSession session() {
        return session;
    }

    /** Who an anonymous customer says to be. */
    public Optional<Jid> user() {
        return user;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        var here = XmlEnvironment.builder().withNamespace(Namespaces.WORKGROUP).build();
        xml.attribute("id", visit).attribute("jid", customer).rightAngleBracket();
        xml.append(metadata.toXML(here));
        xml.element("timeout", Long.toString(timeout.toSeconds()));
        xml.append(session.toXML(here));
        xml.emptyElement("user-request");
        user.ifPresent(id -> xml.halfOpenElement("user")
                .xmlnsAttribute(Namespaces.JIVE)
                .attribute("id", id)
                .closeEmptyElement());
        return xml;
    }
}
