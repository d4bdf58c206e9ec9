package dev.usher.wire;

import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.MemoryVisitArchive;
import dev.usher.desk.StoreException;
import dev.usher.routing.VisitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** What a customer who comes back is told of what was said. */
class VisitHistoryTest {
    static final List<String> REQUESTS = List.of("archive-get");
    static final Map<String, Supplier<Packet>> ANSWERS = Map.of(
            "archive-line", () -> sentFor(Examples.text("archive-get")).get(0),
            "archive-drive", () -> sentFor(Examples.text("archive-get")).get(1),
            "archive-end", () -> sentFor(Examples.text("archive-get")).get(2),
            "archive-unknown",
                    () -> sentFor(Examples.text("archive-get").replace(".rMhs", ".AAAA"))
                            .get(0));

    private static final String FROM_THE_START = Examples.text("archive-get").replace("<after>3</after>", "");

    /** The lines, and the answer at the end. */
    private static List<Packet> sentFor(String request) {
        return sentFor(request, Past.ofTheExamples(), CompletableFuture.completedFuture(null));
    }

    private static List<Packet> sentFor(String request, Past past, CompletableFuture<Void> flushed) {
        var sent = new ArrayList<Packet>();
        var sources = new VisitHistory.Sources(
                past.store, new MemoryVisitArchive(past.store), Examples.TOKENS, workgroup -> flushed);
        var iq = (IQ) Examples.stanza(request);
        try {
            sent.add(new VisitHistory(sources, Examples.CONFERENCE, sent::add)
                    .read(iq, Xml.firstChild(iq.getElement()), "demo")
                    .orElseThrow()
                    .answer());
        } catch (BadRequest e) {
            throw new IllegalArgumentException(e);
        }
        return sent;
    }

    private static List<String> bodies(List<Packet> sent) {
        return sent.stream()
                .map(packet -> packet.getElement().element("result"))
                .filter(result -> result != null)
                .map(result -> result.element("forwarded").element("message"))
                .map(message ->
                        message.attributeValue("from").replaceFirst(".*/", "") + ": " + message.elementText("body"))
                .toList();
    }

    @Test
    void theExamplesAreWhatIsSent() {
        ANSWERS.forEach((name, answer) -> assertEquals(
                CanonicalXml.of(Examples.text(name)),
                CanonicalXml.of(answer.get().toXML()),
                name));
    }

    @Test
    void whatWasSaidAndShownIsTold_andNothingThatIsForAgents() {
        assertEquals(
                List.of("Romeo: It is the east.", "Nurse: And Juliet is the sun.", "demo: Nurse opens " + Examples.URL),
                bodies(sentFor(FROM_THE_START)));
    }

    @Test
    void aLongConversationComesPageByPage() {
        var past = new Past();
        past.begins(Examples.VISIT, 0, ROMEO, Map.of());
        for (int i = 1; i <= 150; i++) {
            past.says(Examples.VISIT, i, ROMEO, "line " + i, "m" + i);
        }
        var flushed = CompletableFuture.<Void>completedFuture(null);

        var first = sentFor(FROM_THE_START, past, flushed);
        var second = sentFor(Examples.text("archive-get").replace(">3<", ">100<"), past, flushed);

        assertEquals(100, bodies(first).size());
        assertThat(first.get(100).toXML()).contains("complete=\"false\"").contains("<last>100</last>");
        assertEquals(50, bodies(second).size());
        assertThat(second.get(50).toXML()).contains("complete=\"true\"").contains("<last>150</last>");
    }

    @Test
    void whoOnlyLooksInIsNotTakenForTheCustomer() {
        var past = new Past();
        past.begins(Examples.VISIT, 0, ROMEO, Map.of());
        past.happens(Examples.VISIT, 1, "monitor-entered", NURSE, "");
        past.says(Examples.VISIT, 2, NURSE, "Pray go on.", "m1");

        assertThat(sentFor(FROM_THE_START, past, CompletableFuture.completedFuture(null))
                        .get(0)
                        .toXML())
                .contains("part=\"agent\"");
    }

    @Test
    void aTokenOfAnotherVisitOpensNothingElse() {
        var other = Examples.text("archive-get")
                .replaceFirst("<value>k3v9[^<]*", "<value>" + Examples.TOKENS.of(new VisitId("another")));

        assertEquals(
                CanonicalXml.of(Examples.text("archive-unknown")),
                CanonicalXml.of(sentFor(other).get(0).toXML()));
    }

    @Test
    void aStoreThatDoesNotKeepUpIsNoReasonToTellHalf() {
        var failed = CompletableFuture.<Void>failedFuture(new IllegalStateException("stopped"));

        assertThatThrownBy(() -> sentFor(FROM_THE_START, Past.ofTheExamples(), failed))
                .isInstanceOf(StoreException.class);
    }
}
