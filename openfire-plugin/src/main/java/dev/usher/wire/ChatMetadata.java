package dev.usher.wire;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitArchive;
import dev.usher.routing.VisitId;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What agents ask of the customer of a visit: what the offer told of them. Thread-safe. */
final class ChatMetadata implements Inquiries.Topic {
    private static final String NAME = "chat-metadata";

    private final VisitArchive archive;

    ChatMetadata(VisitArchive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null || !HistoryQuestion.isGet(request) || !HistoryQuestion.is(payload, NAME)) {
            return Optional.empty();
        }
        var visit = HistoryQuestion.visit(payload);
        return Optional.of(() -> archive.find(workgroup, visit)
                .map(found -> answer(request, found, rating(visit)))
                .orElseGet(() -> StanzaErrors.unknownVisit(request)));
    }

    private Optional<Rating> rating(VisitId visit) {
        return Rating.last(archive.lines(visit, JournalPart.RATINGS, 1, HistoryLimits.CHARACTERS)
                .entries());
    }

    private static Packet answer(IQ request, VisitArchive.Archived visit, Optional<Rating> rating) {
        var reply = IQ.createResultIQ(request);
        var metadata = reply.setChildElement(NAME, Namespaces.JIVE);
        Xml.addText(metadata, "sessionID", visit.visit().value());
        Metadata.add(metadata, visit.customer(), visit.answers(), rating);
        return reply;
    }
}
