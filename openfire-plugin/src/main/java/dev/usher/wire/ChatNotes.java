package dev.usher.wire;

import dev.usher.desk.JournalPart;
import dev.usher.desk.Order;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.VisitId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What agents write down about a visit, and read again: as Spark does when a chat is closed. Thread-safe. */
final class ChatNotes implements Inquiries.Topic {
    private static final String NAME = "chat-notes";

    private final VisitArchive archive;

    ChatNotes(VisitArchive archive) {
        this.archive = archive;
    }

    /** What is to be written down, and about which visit. */
    record Note(VisitId visit, String text) {
        /** @param hasServed whether it is known that the agent has been in the visit */
        Order by(Address agent, boolean hasServed) {
            return new Order.Route(new Command.Annotate(visit, agent, Annotation.NOTE, text, hasServed));
        }
    }

    /** The order that an IQ set carries; null if it is no note. */
    static Order order(Element payload, Address from) throws BadRequest {
        return note(payload).map(note -> note.by(from, false)).orElse(null);
    }

    /** The note in a request that has been read before; empty if it is about something else. */
    static Optional<Note> asked(IQ request) {
        var payload = Xml.firstChild(request.getElement());
        try {
            return payload == null ? Optional.empty() : note(payload);
        } catch (BadRequest e) {
            return Optional.empty(); // refused when it was read
        }
    }

    /** What an IQ set asks to write down; empty if it is no such request. */
    private static Optional<Note> note(Element payload) throws BadRequest {
        if (!HistoryQuestion.is(payload, NAME)) {
            return Optional.empty();
        }
        var visit = HistoryQuestion.visit(payload);
        var text = HistoryQuestion.text(payload, "notes");
        if (text == null || text.isBlank()) {
            throw new BadRequest("The notes are empty.");
        }
        if (text.strip().length() > AgentOrders.MAX_TEXT) {
            throw BadRequest.tooLong("The notes are longer than " + AgentOrders.MAX_TEXT + " characters. Shorten them,"
                    + " or keep them in two parts.");
        }
        return Optional.of(new Note(visit, text.strip()));
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null || !HistoryQuestion.isGet(request) || !HistoryQuestion.is(payload, NAME)) {
            return Optional.empty();
        }
        var visit = HistoryQuestion.visit(payload);
        return Optional.of(() -> archive.find(workgroup, visit)
                .map(found -> answer(request, visit))
                .orElseGet(() -> StanzaErrors.unknownVisit(request)));
    }

    /** Behind what agents wrote, as Spark shows nothing else of a visit that is over. */
    private Stream<String> rating(VisitId visit) {
        return Rating.last(archive.lines(visit, JournalPart.RATINGS, 1, HistoryLimits.CHARACTERS)
                        .entries())
                .map(Rating::sentence)
                .stream();
    }

    private Packet answer(IQ request, VisitId visit) {
        var notes = archive.lines(visit, JournalPart.NOTES, HistoryLimits.MESSAGES, HistoryLimits.CHARACTERS);
        var text = Stream.concat(notes.entries().stream().map(Entry::what), rating(visit))
                .collect(Collectors.joining("\n"));
        var reply = IQ.createResultIQ(request);
        var element = reply.setChildElement(NAME, Namespaces.JIVE);
        Xml.addText(element, "sessionID", visit.value());
        Xml.addText(element, "text", notes.isCut() ? "(The oldest notes are left out.)\n" + text : text);
        return reply;
    }
}
