package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.routing.ServiceState;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** What only looks: service discovery (XEP-0030), the form, the workgroups of an agent. Thread-safe. */
final class ServiceQueries {
    private final Directory directory;
    private final EntryForms forms;
    private final AdHocDiscovery commands;

    ServiceQueries(Directory directory, EntryForms forms) {
        this.directory = directory;
        this.forms = forms;
        this.commands = new AdHocDiscovery(directory);
    }

    /** The answer to an IQ get; null if it is no such question. The workgroup asked, if any, exists. */
    Packet answer(IQ request, Element question) {
        var workgroup = request.getTo().getNode();
        var node = question.attributeValue("node");
        boolean isOfNode = node != null
                && (Xml.is(question, "query", Namespaces.DISCO_INFO)
                        || Xml.is(question, "query", Namespaces.DISCO_ITEMS));
        if (isOfNode) {
            return commands.answer(request, question, node);
        }
        if (Xml.is(question, "query", Namespaces.DISCO_INFO)) {
            return discoInfo(request, workgroup);
        }
        if (Xml.is(question, "query", Namespaces.DISCO_ITEMS)) {
            return discoItems(request, workgroup);
        }
        if (workgroup == null && Xml.is(question, "workgroups", Namespaces.WORKGROUP)) {
            return workgroups(request);
        }
        if (workgroup != null && Xml.is(question, "workgroup-form", Namespaces.JIVE)) {
            return form(request, workgroup, "workgroup-form", Namespaces.JIVE);
        }
        if (workgroup != null && Xml.is(question, "join-queue", Namespaces.WORKGROUP)) {
            return form(request, workgroup, "join-queue", Namespaces.WORKGROUP);
        }
        return workgroup == null ? null : OldWebChat.answer(request, question);
    }

    private Packet discoInfo(IQ request, String workgroup) {
        var reply = IQ.createResultIQ(request);
        var query = reply.setChildElement("query", Namespaces.DISCO_INFO);
        var listing = workgroup == null ? null : directory.find(workgroup).orElseThrow();
        Xml.add(query, "identity")
                .addAttribute("category", "collaboration")
                .addAttribute("type", "workgroup")
                .addAttribute("name", listing == null ? "Usher" : listing.title());
        for (var feature : new String[] {
            Namespaces.DISCO_INFO, Namespaces.DISCO_ITEMS, Namespaces.WORKGROUP, Namespaces.DRIVE, Namespaces.COMMANDS
        }) {
            Xml.add(query, "feature").addAttribute("var", feature);
        }
        if (listing != null) {
            var form = Xml.add(query, "x", Namespaces.DATA_FORM).addAttribute("type", "result");
            field(form, "FORM_TYPE", Namespaces.WORKGROUP + "#workgroupinfo").addAttribute("type", "hidden");
            field(form, "workgroup#description", listing.title());
            field(form, "workgroup#online", listing.state() == ServiceState.OPEN ? "OPEN" : "CLOSED");
        }
        return reply;
    }

    private Packet discoItems(IQ request, String workgroup) {
        var reply = IQ.createResultIQ(request);
        var query = reply.setChildElement("query", Namespaces.DISCO_ITEMS);
        if (workgroup == null) {
            for (var listing : directory.all()) {
                Xml.add(query, "item")
                        .addAttribute("jid", jid(listing.name(), request))
                        .addAttribute("name", listing.title());
            }
        }
        return reply;
    }

    private Packet workgroups(IQ request) {
        var served = directory.servedBy(request.getFrom().toBareJID());
        if (served.isEmpty()) {
            return StanzaErrors.forbidden(request, "You are not an agent here. Ask an administrator to add you.");
        }
        var reply = IQ.createResultIQ(request);
        var list = reply.setChildElement("workgroups", Namespaces.WORKGROUP);
        list.addAttribute("jid", request.getFrom().toBareJID());
        served.forEach(name -> Xml.add(list, "workgroup").addAttribute("jid", jid(name, request)));
        return reply;
    }

    private Packet form(IQ request, String workgroup, String element, String namespace) {
        var reply = IQ.createResultIQ(request);
        var title = directory.find(workgroup).orElseThrow().title();
        forms.write(reply.setChildElement(element, namespace), request, title);
        return reply;
    }

    private static Element field(Element form, String name, String value) {
        var field = Xml.add(form, "field").addAttribute("var", name);
        Xml.addText(field, "value", value);
        return field;
    }

    private static String jid(String workgroup, IQ request) {
        return new JID(workgroup, request.getTo().getDomain(), null).toString();
    }
}
