package dev.usher.agent.stanza;

import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.Jid;

/**
 * Asks the service in which workgroups an agent may serve, and is its own answer. Not in XEP-0142: Jive's, kept
 * because Spark and Smack ask this way ({@code workgroups-get.xml}, {@code workgroups-result.xml}).
 */
public final class WorkgroupsIq extends IQ {

    static final String ELEMENT = "workgroups";

    private final Jid agent;
    private final List<Jid> workgroups;

    /** The question: {@code agent} is the asking connection's full address. */
    public WorkgroupsIq(Jid agent, DomainBareJid service) {
        super(ELEMENT, Namespaces.WORKGROUP);
        this.agent = agent;
        this.workgroups = List.of();
        setType(Type.get);
        setTo(service);
    }

    private WorkgroupsIq(IqData data, Jid agent, List<Jid> workgroups) {
        super(data, ELEMENT, Namespaces.WORKGROUP);
        this.agent = agent;
        this.workgroups = List.copyOf(workgroups);
    }

    static WorkgroupsIq read(Xml xml, IqData data) throws SmackParsingException {
        var workgroups = new ArrayList<Jid>();
        for (var workgroup : xml.children("workgroup", Namespaces.WORKGROUP).toList()) {
            workgroups.add(workgroup.requiredJid("jid"));
        }
        return new WorkgroupsIq(data, xml.requiredJid("jid"), workgroups);
    }

    /** Who asked: bare in an answer. */
    public Jid agent() {
        return agent;
    }

    /** Where that agent may serve; empty in a question. */
    public List<Jid> workgroups() {
        return workgroups;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        xml.attribute("jid", agent);
        if (workgroups.isEmpty()) {
            xml.setEmptyElement();
            return xml;
        }
        xml.rightAngleBracket();
        workgroups.forEach(workgroup ->
                xml.halfOpenElement("workgroup").attribute("jid", workgroup).closeEmptyElement());
        return xml;
    }
}
