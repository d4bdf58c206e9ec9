package dev.usher.wire;

import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What an agent is called, for the agent who asks. Thread-safe. */
final class AgentInfo implements Inquiries.Topic {
    private static final String NAME = "agent-info";

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) {
        if (workgroup == null || !Xml.is(payload, NAME, Namespaces.JIVE)) {
            return Optional.empty();
        }
        return Optional.of(() -> request.getType() == IQ.Type.set
                ? StanzaErrors.notAllowed(
                        request, "Agents are called by their accounts. Ask an administrator for another name.")
                : answer(request));
    }

    private static Packet answer(IQ request) {
        var reply = IQ.createResultIQ(request);
        var info = reply.setChildElement(NAME, Namespaces.JIVE);
        Xml.addText(info, "jid", request.getFrom().toBareJID());
        Xml.addText(info, "name", request.getFrom().getNode());
        return reply;
    }
}
