package dev.usher.wire;

import dev.usher.desk.Stay;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.desk.VisitArchive.Found;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.xmpp.packet.JID;

/** The form of a search and the table of what it finds (XEP-0004), with the names that Smack and Spark know. */
final class SearchForm {
    static final String START = "date/start";
    static final String END = "date/end";
    static final String WORKGROUPS = "workgroups";
    static final String AGENT = "agent";
    static final String QUERY = "queryString";

    private static final String TEXT = "text-single";

    private static final List<Map.Entry<String, String>> COLUMNS = List.of(
            Map.entry("workgroup", "jid-single"),
            Map.entry("sessionID", TEXT),
            Map.entry("startDate", TEXT),
            Map.entry("agentJIDs", "jid-multi"),
            Map.entry("relevance", TEXT),
            Map.entry("question", TEXT),
            Map.entry("username", TEXT),
            Map.entry("email", TEXT));

    private SearchForm() {}

    static void add(Element parent) {
        var form = form(parent, "form", "Search for visits");
        Xml.addText(
                form,
                "instructions",
                "Finds visits by what was said, noted or answered in the form. Dates are those of the beginning, in UTC,"
                        + " like 2026-01-31. Without a workgroup, all that you serve are searched.");
        field(form, START, TEXT).addAttribute("label", "From");
        field(form, END, TEXT).addAttribute("label", "Until");
        field(form, WORKGROUPS, "jid-multi").addAttribute("label", "Workgroups");
        field(form, AGENT, "jid-single").addAttribute("label", "Agent");
        Xml.add(field(form, QUERY, TEXT).addAttribute("label", "Text"), "required");
    }

    /** COMPAT: Spark needs every field of every visit, and a number as relevance. @param service its domain */
    static void add(Element parent, Found found, String service) {
        var table = form(parent, "result", "Visits");
        if (found.isCut()) {
            Xml.addText(
                    table,
                    "instructions",
                    "There may be more among the older visits. Search for more of the text, or between two dates.");
        }
        var columns = Xml.add(table, "reported");
        COLUMNS.forEach(column -> field(columns, column.getKey(), column.getValue()));
        found.visits().forEach(visit -> row(Xml.add(table, "item"), visit, service));
    }

    private static void row(Element row, Archived visit, String service) {
        value(row, "workgroup", new JID(visit.workgroup(), service, null).toString());
        value(row, "sessionID", visit.visit().value());
        value(row, "startDate", Dates.of(visit.arrivedAt()));
        var agents = Xml.add(row, "field").addAttribute("var", "agentJIDs");
        visit.stays().stream()
                .map(Stay::agent)
                .distinct()
                .filter(agent -> Jids.of(agent).isPresent())
                .forEach(agent -> Xml.addText(agents, "value", agent));
        value(row, "relevance", "1.0");
        value(row, "question", Metadata.answer(visit.answers(), "question"));
        value(row, "username", Metadata.username(visit.answers()));
        value(row, "email", Metadata.answer(visit.answers(), "email"));
    }

    private static Element form(Element parent, String type, String title) {
        var form = Xml.add(parent, "x", Namespaces.DATA_FORM).addAttribute("type", type);
        Xml.addText(form, "title", title);
        return form;
    }

    private static Element field(Element parent, String name, String type) {
        return Xml.add(parent, "field").addAttribute("var", name).addAttribute("type", type);
    }

    private static void value(Element row, String name, String value) {
        Xml.addText(Xml.add(row, "field").addAttribute("var", name), "value", value);
    }
}
