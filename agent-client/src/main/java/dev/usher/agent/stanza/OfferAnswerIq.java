package dev.usher.agent.stanza;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jxmpp.jid.Jid;

/** The agent's yes or no to an offer, by session id (XEP-0142 §4.2.1, {@code offer-accept.xml}). */
public final class OfferAnswerIq extends IQ {

    /** What an agent can say to an offer. */
    public enum Answer {
        ACCEPT("offer-accept"),
        REJECT("offer-reject");

        final String element;

        Answer(String element) {
            this.element = element;
        }
    }

    private final Answer answer;
    private final String visit;

    public OfferAnswerIq(Answer answer, String visit, Jid workgroup) {
        super(answer.element, Namespaces.WORKGROUP);
        this.answer = answer;
        this.visit = visit;
        setType(Type.set);
        setTo(workgroup);
    }

    private OfferAnswerIq(IqData data, Answer answer, String visit) {
        super(data, answer.element, Namespaces.WORKGROUP);
        this.answer = answer;
        this.visit = visit;
    }

    static OfferAnswerIq readAccept(Xml xml, IqData data) throws SmackParsingException {
        return new OfferAnswerIq(data, Answer.ACCEPT, xml.required("id"));
    }

    static OfferAnswerIq readReject(Xml xml, IqData data) throws SmackParsingException {
        return new OfferAnswerIq(data, Answer.REJECT, xml.required("id"));
    }

    /** Yes or no. */
    public Answer answer() {
        return answer;
    }

    /** The session id of the visit. */
    public String visit() {
        return visit;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("id", visit);
        xml.setEmptyElement();
        return xml;
    }
}
