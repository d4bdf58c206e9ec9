package dev.usher.agent.stanza;

import java.io.IOException;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.provider.ExtensionElementProvider;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * Teaches Smack every element of this package: once for the whole JVM, as Smack keeps providers in one static table.
 * COMPAT: Smack 4.5.0-rc1 gives {@code parse} another parameter; the two adapters below are all that has to follow.
 */
public final class Providers {

    private interface ReadsIq {
        IQ read(Xml xml, IqData data) throws SmackParsingException;
    }

    private interface ReadsExtension {
        ExtensionElement read(Xml xml) throws SmackParsingException;
    }

    /** Idempotent. Replaces the providers of smack-legacy, whose {@code AgentSession} cannot be used beside ours. */
    public static void register() {
        iq(WorkgroupsIq.ELEMENT, Namespaces.WORKGROUP, WorkgroupsIq::read);
        iq(OfferIq.ELEMENT, Namespaces.WORKGROUP, OfferIq::read);
        iq(OfferRevokeIq.ELEMENT, Namespaces.WORKGROUP, OfferRevokeIq::read);
        iq(OfferAnswerIq.Answer.ACCEPT.element, Namespaces.WORKGROUP, OfferAnswerIq::readAccept);
        iq(OfferAnswerIq.Answer.REJECT.element, Namespaces.WORKGROUP, OfferAnswerIq::readReject);
        iq(DriveOrderIq.ELEMENT, Namespaces.DRIVE, Providers::readDrive);

        extension(OfferedVisit.ELEMENT, Namespaces.WORKGROUP, OfferedVisit::read);
        extension(AgentStatus.ELEMENT, Namespaces.WORKGROUP, AgentStatus::read);
        extension(QueueOverview.ELEMENT, Namespaces.WORKGROUP, QueueOverview::read);
        extension(QueueDetails.ELEMENT, Namespaces.WORKGROUP, QueueDetails::read);
        extension(VisitSession.ELEMENT, Namespaces.JIVE, VisitSession::read);
        extension(Metadata.ELEMENT, Namespaces.JIVE, Metadata::read);
        extension(DriveElement.ELEMENT, Namespaces.DRIVE, DriveElement::read);
        extension(DriveRefusedElement.ELEMENT, Namespaces.DRIVE, DriveRefusedElement::read);
        extension(ReportElement.ELEMENT, Namespaces.DRIVE, ReportElement::read);
    }

    /** The order and its result share a name; only the kind of IQ tells them apart. */
    private static IQ readDrive(Xml xml, IqData data) throws SmackParsingException {
        return data.getType() == IQ.Type.result ? DriveResultIq.read(xml, data) : DriveOrderIq.read(xml, data);
    }

    private static void iq(String element, String namespace, ReadsIq reader) {
        ProviderManager.addIQProvider(element, namespace, new IqProvider<IQ>() {
            @Override
            public IQ parse(XmlPullParser parser, int depth, IqData data, XmlEnvironment environment)
                    throws XmlPullParserException, IOException, SmackParsingException {
                return reader.read(Xml.read(parser), data);
            }
        });
    }

    private static void extension(String element, String namespace, ReadsExtension reader) {
        ProviderManager.addExtensionProvider(element, namespace, new ExtensionElementProvider<ExtensionElement>() {
            @Override
            public ExtensionElement parse(XmlPullParser parser, int depth, XmlEnvironment environment)
                    throws XmlPullParserException, IOException, SmackParsingException {
                return reader.read(Xml.read(parser));
            }
        });
    }

    private Providers() {}
}
