package dev.usher.wire;

import dev.usher.desk.Conversation;
import dev.usher.desk.Conversation.Person;
import dev.usher.desk.DriveLine;
import dev.usher.desk.JournalPart;
import dev.usher.desk.StoreException;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.desk.VisitStore;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/**
 * What was said in a visit, again, for the customer who comes back: by XEP-0313, in pages, each line with its number in
 * the visit's journal. Whoever has the visit's token may ask, and nobody else. Thread-safe.
 */
final class VisitHistory implements Inquiries.Topic {
    /** Lines of the journal that are read at a time, whether anything was said in them or not. */
    static final int PAGE = 100;

    private static final long PATIENCE_SECONDS = 2;
    private static final String TOKEN = "{" + Namespaces.VISIT + "}token";

    /** @param flush is done when everything that a workgroup's desk has heard so far is stored */
    record Sources(
            VisitStore store,
            VisitArchive archive,
            VisitTokens tokens,
            Function<String, CompletableFuture<Void>> flush) {}

    private final Sources sources;
    private final String conference;
    private final StanzaSender sender;

    VisitHistory(Sources sources, String conference, StanzaSender sender) {
        this.sources = sources;
        this.conference = conference;
        this.sender = sender;
    }

    @Override
    public boolean isForAgents() {
        return false;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null
                || !"set".equals(request.getElement().attributeValue("type"))
                || !Xml.is(payload, "query", Namespaces.ARCHIVE)) {
            return Optional.empty();
        }
        var answers = FormDecoder.answers(Xml.child(payload, "x", Namespaces.DATA_FORM));
        var token = answers.getOrDefault(TOKEN, List.of()).stream().findFirst();
        var visit = token.flatMap(sources.tokens()::read);
        int after = after(payload);
        return Optional.of(() -> answer(request, payload, workgroup, visit, after));
    }

    private static int after(Element query) throws BadRequest {
        var page = Xml.child(query, "set", Namespaces.RESULT_SET);
        var text = page == null ? null : page.elementText(Xml.name("after", Namespaces.RESULT_SET));
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new BadRequest("The element after is not the number of a line.");
        }
        return Integer.parseInt(text);
    }

    private Packet answer(IQ request, Element query, String workgroup, Optional<VisitId> visit, int after) {
        var archived = visit.flatMap(id -> sources.archive().find(workgroup, id));
        if (archived.isEmpty()) {
            return StanzaErrors.of(request, Refusal.NO_VISIT);
        }
        awaitStored(workgroup);
        var entries = sources.store().journal(archived.get().visit(), after, PAGE);
        var lines = new Lines(archived.get());
        entries.stream()
                .filter(JournalPart.SPEECH::has)
                .forEach(entry -> sender.send(result(request, query.attributeValue("queryid"), entry, lines)));
        int last = entries.isEmpty() ? after : entries.get(entries.size() - 1).number();
        var reply = IQ.createResultIQ(request);
        var fin = reply.setChildElement("fin", Namespaces.ARCHIVE);
        fin.addAttribute("complete", Boolean.toString(entries.size() < PAGE));
        Xml.addText(Xml.add(fin, "set", Namespaces.RESULT_SET), "last", Integer.toString(last));
        return reply;
    }

    /** What the room has said before the customer entered it again is on its way to the store. */
    private void awaitStored(String workgroup) {
        try {
            sources.flush().apply(workgroup).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Stopped while waiting for the store", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreException("The store does not keep up", e);
        }
    }

    private static Message result(IQ request, String query, Entry entry, Lines lines) {
        var message = new Message();
        message.setFrom(request.getTo());
        message.setTo(request.getFrom());
        var result = message.addChildElement("result", Namespaces.ARCHIVE);
        if (query != null) {
            result.addAttribute("queryid", query);
        }
        result.addAttribute("id", Integer.toString(entry.number()));
        var forwarded = Xml.add(result, "forwarded", Namespaces.FORWARD);
        Xml.add(forwarded, "delay", Namespaces.DELAY)
                .addAttribute("stamp", entry.at().toString());
        lines.add(forwarded, entry);
        return message;
    }

    /** Lines of one visit as they were in its room. */
    private final class Lines {
        private final Set<String> staff;
        private final Nicknames nicknames;

        Lines(Archived visit) {
            var comings = sources.archive()
                    .lines(visit.visit(), JournalPart.COMINGS, HistoryLimits.MESSAGES, HistoryLimits.CHARACTERS);
            this.staff = Conversation.staff(visit.stays(), comings.entries());
            this.nicknames = new Nicknames(visit, conference, staff);
        }

        void add(Element forwarded, Entry entry) {
            var led = DriveLine.of(entry);
            var message = Xml.add(forwarded, "message", Namespaces.CLIENT);
            message.addAttribute("type", "groupchat");
            if (led.isPresent()) {
                var by = Nicknames.ofAgent(entry.user());
                message.addAttribute("from", nicknames.ofSwitch().toString())
                        .addAttribute("id", led.get().id());
                Xml.addText(message, "body", ChannelStanzas.opens(by, led.get().url()));
                addDrive(message, led.get(), by, entry.at());
                return;
            }
            boolean isStaff = staff.contains(entry.user());
            message.addAttribute(
                    "from", nicknames.of(new Person(entry.user(), isStaff)).toString());
            if (!entry.name().isEmpty()) {
                message.addAttribute("id", entry.name());
            }
            Xml.addText(message, "body", entry.what());
            Xml.add(message, "visit", Namespaces.VISIT).addAttribute("part", isStaff ? "agent" : "customer");
        }

        /** It is over as soon as it went out: it is shown, and not carried out again. */
        private static void addDrive(Element message, DriveLine led, String by, Instant at) {
            Xml.add(message, "drive", Namespaces.DRIVE)
                    .addAttribute("id", led.id())
                    .addAttribute("seq", Integer.toString(led.seq()))
                    .addAttribute("url", led.url())
                    .addAttribute("by", by)
                    .addAttribute("expires", at.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
