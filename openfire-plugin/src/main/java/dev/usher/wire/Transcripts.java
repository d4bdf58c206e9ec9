package dev.usher.wire;

import dev.usher.desk.Conversation;
import dev.usher.desk.JournalPart;
import dev.usher.desk.Stay;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** What agents ask of a customer's visits to their workgroup, and of what was said in one of them. Thread-safe. */
final class Transcripts implements Inquiries.Topic {
    private static final String LIST = "transcripts";
    private static final String ONE = "transcript";

    private final VisitArchive archive;
    private final String conference;
    private final Clock clock;

    /** @param conference the domain of the rooms */
    Transcripts(VisitArchive archive, String conference, Clock clock) {
        this.archive = archive;
        this.conference = conference;
        this.clock = clock;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null || !HistoryQuestion.isGet(request)) {
            return Optional.empty();
        }
        if (HistoryQuestion.is(payload, LIST)) {
            var customer = Jids.required(payload.attributeValue("userID"), "userID");
            return Optional.of(() -> list(request, workgroup, customer));
        }
        if (HistoryQuestion.is(payload, ONE)) {
            var visit = HistoryQuestion.visit(payload.attributeValue("sessionID"), payload);
            return Optional.of(() -> one(request, workgroup, visit));
        }
        return Optional.empty();
    }

    private Packet list(IQ request, String workgroup, JID customer) {
        var visits = archive.ofCustomer(workgroup, customer.toBareJID(), HistoryLimits.TRANSCRIPTS);
        var reply = IQ.createResultIQ(request);
        var list = reply.setChildElement(LIST, Namespaces.JIVE);
        list.addAttribute("userID", customer.toBareJID());
        visits.forEach(visit -> summary(list, visit));
        return reply;
    }

    private void summary(Element list, Archived visit) {
        var summary = Xml.add(list, ONE).addAttribute("sessionID", visit.visit().value());
        var agents = Xml.add(summary, "agents");
        visit.stays().stream().filter(stay -> Jids.of(stay.agent()).isPresent()).forEach(stay -> agent(agents, stay));
        Xml.addText(summary, "joinTime", Dates.of(visit.arrivedAt()));
        // COMPAT: Spark shows none of the visits if one has not ended.
        Xml.addText(summary, "leftTime", Dates.of(visit.endedAt().orElseGet(clock::instant)));
        if (visit.endedAt().isEmpty()) {
            Xml.add(summary, "under-way", Namespaces.VISIT);
        }
    }

    private static void agent(Element agents, Stay stay) {
        var agent = Xml.add(agents, "agent");
        Xml.addText(agent, "agentJID", stay.agent());
        Xml.addText(agent, "joinTime", Dates.of(stay.from()));
        stay.until().map(Dates::of).ifPresent(until -> Xml.addText(agent, "leftTime", until));
    }

    private Packet one(IQ request, String workgroup, VisitId id) {
        var found = archive.find(workgroup, id);
        if (found.isEmpty()) {
            return StanzaErrors.unknownVisit(request);
        }
        var visit = found.get();
        var speech = lines(id, JournalPart.SPEECH);
        var comings = lines(id, JournalPart.COMINGS).entries();
        var staff = Conversation.staff(visit.stays(), comings);
        var conversation = Conversation.of(staff, speech.entries(), comings);
        var reply = IQ.createResultIQ(request);
        var transcript = reply.setChildElement(ONE, Namespaces.JIVE);
        transcript.addAttribute("sessionID", id.value());
        var stanzas = new TranscriptStanzas(transcript, new Nicknames(visit, conference, staff));
        if (speech.isCut()) {
            stanzas.cut(
                    conversation.stream().findFirst().map(Conversation.Line::at).orElse(visit.arrivedAt()));
        }
        conversation.forEach(stanzas::add);
        return reply;
    }

    private VisitArchive.Lines lines(VisitId visit, JournalPart part) {
        return archive.lines(visit, part, HistoryLimits.MESSAGES, HistoryLimits.CHARACTERS);
    }
}
