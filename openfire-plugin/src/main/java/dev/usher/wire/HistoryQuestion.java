package dev.usher.wire;

import dev.usher.routing.VisitId;
import org.dom4j.Element;
import org.xmpp.packet.IQ;

/** How agents' clients ask about visits. COMPAT: Smack asks for transcripts in another namespace than it reads them in. */
final class HistoryQuestion {
    private HistoryQuestion() {}

    static boolean is(Element payload, String name) {
        return Xml.is(payload, name, Namespaces.JIVE) || Xml.is(payload, name, Namespaces.WORKGROUP);
    }

    static boolean isGet(IQ request) {
        return request.getType() == IQ.Type.get;
    }

    /** The visit named by a child {@code <sessionID/>}. */
    static VisitId visit(Element payload) throws BadRequest {
        return visit(text(payload, "sessionID"), payload);
    }

    /** @param id as it was found; may be null */
    static VisitId visit(String id, Element payload) throws BadRequest {
        if (id == null || id.isBlank()) {
            throw new BadRequest("The sessionID is missing from <" + payload.getName() + "/>.");
        }
        return new VisitId(id.strip());
    }

    /** What a child says; null if there is none. */
    static String text(Element payload, String child) {
        return payload.elementText(Xml.name(child, payload.getNamespaceURI()));
    }
}
