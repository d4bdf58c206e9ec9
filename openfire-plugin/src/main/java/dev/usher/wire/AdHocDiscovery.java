package dev.usher.wire;

import dev.usher.desk.Directory;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** Which ad-hoc commands there are (XEP-0050 §2.2): for the agents of a workgroup all, for anybody else none. */
final class AdHocDiscovery {
    private final Directory directory;

    AdHocDiscovery(Directory directory) {
        this.directory = directory;
    }

    /** @param question disco#info or disco#items, about a node */
    Packet answer(IQ request, Element question, String node) {
        boolean isAgent = request.getTo().getNode() != null
                && directory.isAgent(
                        request.getTo().getNode(), request.getFrom().toBareJID());
        var command = AdHocCommand.of(node).filter(known -> isAgent).orElse(null);
        boolean isList = node.equals(Namespaces.COMMANDS);
        if (!isList && command == null) {
            return StanzaErrors.notFound(request, "There is no such node.");
        }
        var reply = IQ.createResultIQ(request);
        var query = reply.setChildElement("query", question.getNamespaceURI()).addAttribute("node", node);
        if (question.getNamespaceURI().equals(Namespaces.DISCO_INFO)) {
            Xml.add(query, "identity")
                    .addAttribute("category", "automation")
                    .addAttribute("type", isList ? "command-list" : "command-node")
                    .addAttribute("name", isList ? "Commands" : command.title());
            Xml.add(query, "feature").addAttribute("var", Namespaces.COMMANDS);
            Xml.add(query, "feature").addAttribute("var", Namespaces.DATA_FORM);
        } else if (isList && isAgent) {
            for (var each : AdHocCommand.values()) {
                Xml.add(query, "item")
                        .addAttribute("jid", request.getTo().toBareJID())
                        .addAttribute("node", each.node())
                        .addAttribute("name", each.title());
            }
        }
        return reply;
    }
}
