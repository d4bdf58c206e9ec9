package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitArchive.Search;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * Where agents search for visits: asked of the service, in all workgroups that the agent serves, asked of a workgroup,
 * in that one. Thread-safe.
 */
final class TranscriptSearch implements Inquiries.Topic {
    private static final String NAME = "transcript-search";

    private final VisitArchive archive;
    private final Directory directory;
    private final String service;

    /** @param service its domain */
    TranscriptSearch(VisitArchive archive, Directory directory, String service) {
        this.archive = archive;
        this.directory = directory;
        this.service = service;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (!HistoryQuestion.is(payload, NAME)) {
            return Optional.empty();
        }
        var form = Xml.child(payload, "x", Namespaces.DATA_FORM);
        if (form == null) {
            return Optional.of(() -> form(request));
        }
        var query = SearchQuery.of(form);
        return Optional.of(() -> search(request, workgroup, query));
    }

    private static Packet form(IQ request) {
        var reply = IQ.createResultIQ(request);
        SearchForm.add(reply.setChildElement(NAME, Namespaces.JIVE));
        return reply;
    }

    private Packet search(IQ request, String workgroup, SearchQuery query) {
        var served = directory.servedBy(request.getFrom().toBareJID()).stream()
                .filter(name -> workgroup == null || name.equals(workgroup))
                .filter(name -> query.isAbout(new JID(name, service, null)))
                .toList();
        var search = new Search(served, query.text(), query.from(), query.until(), query.agent());
        var found = archive.search(search, HistoryLimits.HITS, HistoryLimits.LOOKED_AT);
        var reply = IQ.createResultIQ(request);
        SearchForm.add(reply.setChildElement(NAME, Namespaces.JIVE), found, service);
        return reply;
    }
}
