package dev.usher.wire;

import static dev.usher.wire.Examples.FRIAR;
import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;

import dev.usher.FakeClock;
import dev.usher.MemoryVisitArchive;
import dev.usher.MemoryVisitStore;
import dev.usher.desk.ChatPage;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Ending;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Address;
import dev.usher.routing.Phase;
import dev.usher.routing.Placement;
import dev.usher.routing.ServiceQueue;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * The past of the examples: Romeo has been served by Nurse and then by Friar, and waits again by now. Another past can be
 * told; then whoever asks is answered from that. It is ten past ten.
 */
final class Past {
    static final VisitId LATER = new VisitId("m4w0y3n8r5x9u7a2q6s1d3e9g8");

    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    final MemoryVisitStore store = new MemoryVisitStore();
    private final Map<VisitId, Integer> entries = new LinkedHashMap<>();
    private final RequestDecoder decoder;

    Past() {
        var directory = new OneWorkgroup();
        var archive = new MemoryVisitArchive(store);
        var clock = new FakeClock(() -> at(600));
        var topics = HistoryTopics.of(archive, directory, new JID("workgroup.example.org"), Examples.CONFERENCE, clock);
        var inquiries = new Inquiries(directory, topics, Runnable::run, packet -> {});
        var ids = new VisitIds();
        decoder = new RequestDecoder(
                directory,
                ids,
                new QueueDecoder(ids, Examples.TOKENS, any -> "", Visitors.identities()),
                new EntryForms(any -> ChatPage.PLAIN),
                inquiries);
    }

    static Past ofTheExamples() {
        var past = new Past();
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of("Romeo"));
        answers.put("question", List.of("Where is the balcony?"));
        past.begins(Examples.VISIT, 0, ROMEO, answers);
        past.happens(Examples.VISIT, 20, "agent-entered", NURSE, "");
        past.happens(Examples.VISIT, 21, "customer-entered", ROMEO, "");
        past.happens(Examples.VISIT, 30, "said", ROMEO, "It is the east.");
        past.says(Examples.VISIT, 40, NURSE, "And Juliet is the sun.", "m4");
        past.happens(Examples.VISIT, 60, "driven", NURSE, "drive=1 seq=1 url=" + Examples.URL);
        past.happens(Examples.VISIT, 70, "note", NURSE, "In love, again.");
        past.happens(Examples.VISIT, 75, "tag", NURSE, "love");
        past.happens(Examples.VISIT, 90, "agent-entered", FRIAR, "");
        past.happens(Examples.VISIT, 90, "relieved", NURSE, "by=friar@example.org");
        past.happens(Examples.VISIT, 92, "note", FRIAR, "This time with Juliet.");
        past.ends(Examples.VISIT, 300, FRIAR);
        past.begins(LATER, 360, ROMEO, Map.of());
        return past;
    }

    static Instant at(int second) {
        return TEN.plusSeconds(second);
    }

    void begins(VisitId visit, int second, Address customer, Map<String, List<String>> answers) {
        var placed = new Placement(
                "", answers, at(second), second, ServiceQueue.DEFAULT_NAME, 0, Map.of(), Optional.empty(), "");
        var state = new VisitState(
                visit,
                customer,
                placed,
                Phase.WAITING,
                ServiceQueue.DEFAULT_NAME,
                at(second),
                Map.of(),
                Optional.empty(),
                "",
                Set.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        keep(List.of(new Kept(state, 0, 0)), List.of(), List.of());
    }

    void says(VisitId visit, int second, Address who, String text, String name) {
        int number = entries.merge(visit, 1, Integer::sum);
        keep(List.of(), List.of(), List.of(new Entry(visit, number, at(second), "said", who.connection(), text, name)));
    }

    void happens(VisitId visit, int second, String kind, Address who, String what) {
        int number = entries.merge(visit, 1, Integer::sum);
        keep(List.of(), List.of(), List.of(new Entry(visit, number, at(second), kind, who.connection(), what)));
    }

    void ends(VisitId visit, int second, Address agent) {
        happens(visit, second, "ended", agent, "why=CUSTOMER_LEFT");
        var kept = new ArrayList<>(store.recall("demo", TEN).visits());
        kept.removeIf(each -> !each.state().id().equals(visit));
        var last = new Kept(kept.get(0).state(), entries.get(visit), 0);
        keep(List.of(), List.of(new Ending(last, at(second), "CUSTOMER_LEFT")), List.of());
    }

    private void keep(List<Kept> added, List<Ending> ended, List<Entry> written) {
        store.keep("demo", new Changes(added, List.of(), ended, written, List.of(), List.of()));
    }

    /** What comes of a request. */
    Packet answer(String request) {
        var decoded = decoder.decode(Examples.stanza(request));
        return decoded instanceof Decoded.Answered answered
                ? answered.reply()
                : ((Decoded.Inquired) decoded).inquiry().answer();
    }
}
