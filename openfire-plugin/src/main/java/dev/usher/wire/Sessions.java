package dev.usher.wire;

import dev.usher.routing.VisitId;
import org.dom4j.Element;

/** The element by which Smack and Spark recognise a visit. */
final class Sessions {
    private Sessions() {}

    static void add(Element parent, VisitId visit, String workgroup) {
        Xml.add(parent, "session", Namespaces.JIVE)
                .addAttribute("id", visit.value())
                .addAttribute("workgroup", workgroup);
    }
}
