package dev.usher.wire;

import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitArchive.Archived;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What agents ask of the visits to their workgroup that one of them has served. Thread-safe. */
final class ChatSessions implements Inquiries.Topic {
    private static final String NAME = "chat-sessions";

    private final VisitArchive archive;
    private final Clock clock;

    ChatSessions(VisitArchive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null || !HistoryQuestion.isGet(request) || !HistoryQuestion.is(payload, NAME)) {
            return Optional.empty();
        }
        var agent =
                Jids.required(payload.attributeValue("agentJID"), "agentJID").toBareJID();
        long wanted = number(payload, "maxSessions", HistoryLimits.SESSIONS);
        if (wanted < 1) {
            throw new BadRequest("The maxSessions is less than 1.");
        }
        var since = Instant.ofEpochMilli(number(payload, "startDate", 0));
        int atMost = (int) Math.min(wanted, HistoryLimits.SESSIONS);
        return Optional.of(() -> answer(request, workgroup, agent, since, atMost));
    }

    private static long number(Element payload, String name, long otherwise) throws BadRequest {
        var text = payload.attributeValue(name);
        try {
            return text == null ? otherwise : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BadRequest("The " + name + " is not a whole number.");
        }
    }

    private Packet answer(IQ request, String workgroup, String agent, Instant since, int atMost) {
        var visits = archive.servedBy(workgroup, agent, since, atMost);
        var reply = IQ.createResultIQ(request);
        var list = reply.setChildElement(NAME, Namespaces.JIVE);
        visits.forEach(visit -> session(list, visit, agent));
        return reply;
    }

    /** The times are those of the agent, without the waiting of the customer. */
    private void session(Element list, Archived visit, String agent) {
        var stays = visit.stays().stream()
                .filter(stay -> stay.agent().equals(agent))
                .toList();
        if (stays.isEmpty()) {
            return;
        }
        var from = stays.get(0).from();
        var until = stays.get(stays.size() - 1).until().orElseGet(clock::instant);
        var session = Xml.add(list, "chat-session");
        Xml.addText(session, "sessionID", visit.visit().value());
        Xml.addText(session, "date", Long.toString(from.toEpochMilli()));
        Xml.addText(
                session, "duration", Long.toString(Duration.between(from, until).toMillis()));
        Xml.addText(session, "visitorsName", Metadata.username(visit.answers()));
        Xml.addText(session, "visitorsEmail", Metadata.answer(visit.answers(), "email"));
        Xml.addText(session, "question", Metadata.answer(visit.answers(), "question"));
    }
}
