package dev.usher.wire;

import static dev.usher.wire.Examples.FRIAR;
import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static dev.usher.wire.Examples.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transcripts that are odd: too long, with names that are no names and addresses that are none. */
class TranscriptTest {
    private final Past past = new Past();

    private String transcript() {
        return past.answer(Examples.text("transcript-get")).toXML();
    }

    private List<String> speakers(String xml) {
        return CanonicalXml.parse(xml).element("transcript").elements("message").stream()
                .map(message -> message.attributeValue("from").replaceFirst(".*/", ""))
                .toList();
    }

    private void romeoAndNurseSpeak(String username) {
        past.begins(VISIT, 0, ROMEO, Map.of("username", List.of(username)));
        past.happens(VISIT, 1, "agent-entered", NURSE, "");
        past.happens(VISIT, 2, "said", ROMEO, "Where is she?");
        past.happens(VISIT, 3, "said", NURSE, "There.");
    }

    @Test
    void aCustomerIsCalledAsInTheForm() {
        romeoAndNurseSpeak(" Romeo Montague ");

        assertEquals(List.of("Romeo Montague", "Nurse"), speakers(transcript()));
    }

    @Test
    void aCustomerIsNeverTakenForAnAgentOrTheSwitch() {
        romeoAndNurseSpeak("nURSE");
        assertEquals(List.of("nURSE (customer)", "Nurse"), speakers(transcript()));

        var other = new Past();
        other.begins(VISIT, 0, ROMEO, Map.of("username", List.of("Demo")));
        other.happens(VISIT, 1, "said", ROMEO, "Obey!");
        assertEquals(
                List.of("Demo (customer)"),
                speakers(other.answer(Examples.text("transcript-get")).toXML()));
    }

    @Test
    void whoLooksInIsCalledByTheAddress() {
        romeoAndNurseSpeak("Friar");
        past.happens(VISIT, 4, "monitor-entered", FRIAR, "");
        past.happens(VISIT, 5, "said", FRIAR, "Vows!");

        assertEquals(List.of("Friar (customer)", "Nurse", "Friar"), speakers(transcript()));
    }

    @Test
    void aNameThatCannotBeInAnAddressIsNone() {
        for (var name : List.of("", " ", "x".repeat(2_000), "\uFFFE", "a\u200Eb")) {
            var other = new Past();
            other.begins(VISIT, 0, ROMEO, Map.of("username", List.of(name)));
            other.happens(VISIT, 1, "said", ROMEO, "Hello?");

            assertEquals(
                    List.of("Customer"),
                    speakers(other.answer(Examples.text("transcript-get")).toXML()));
        }
    }

    /** Nobody has one; but if one came from somewhere, Smack would read nothing at all. */
    @Test
    void anAddressThatIsNoneBreaksNoAnswer() {
        var nobody = new Address("@@", "@@/x");
        romeoAndNurseSpeak("Romeo");
        past.happens(VISIT, 4, "agent-entered", nobody, "");
        past.happens(VISIT, 5, "said", nobody, "I am lost.");

        assertEquals(List.of("Romeo", "Nurse", "Agent"), speakers(transcript()));
        var list = past.answer(Examples.text("transcripts-get")).toXML();
        assertThat(list).contains("nurse@example.org").doesNotContain("@@");
        var found = past.answer(Examples.text("transcript-search-get")
                        .replace(">balcony<", ">She<")
                        .replace("<value>nurse@example.org</value>", ""))
                .toXML();
        assertThat(found).contains(VISIT.value()).doesNotContain("@@");
    }

    @Test
    void whatPeopleWroteStaysText() {
        romeoAndNurseSpeak("R & <J>");
        past.happens(VISIT, 5, "said", ROMEO, "</body><x/>\n\"two\" lines");

        assertThat(CanonicalXml.of(transcript())).contains("\"</body><x/>\n\"two\" lines\"");
        assertEquals(List.of("R & <J>", "Nurse", "R & <J>"), speakers(transcript()));
    }

    @Test
    void ofALongConversationTheNewestIsLeftAndThatIsSaid() {
        romeoAndNurseSpeak("Romeo");
        for (int i = 1; i <= HistoryLimits.MESSAGES - 2; i++) {
            past.happens(VISIT, 10, "said", ROMEO, "more");
        }
        assertEquals(HistoryLimits.MESSAGES, speakers(transcript()).size());
        assertThat(transcript()).contains("Where is she?");

        past.happens(VISIT, 11, "said", ROMEO, "last");

        assertThat(transcript())
                .contains("The beginning is left out")
                .contains("There.")
                .contains("last")
                .doesNotContain("Where is she?");
        assertEquals("demo", speakers(transcript()).get(0));
        assertEquals(HistoryLimits.MESSAGES + 1, speakers(transcript()).size());
    }

    @Test
    void aCustomersNewestVisitsAreListed() {
        for (int i = 0; i < HistoryLimits.TRANSCRIPTS + 10; i++) {
            past.begins(new VisitId("v" + i), i, ROMEO, Map.of());
        }

        var visits = CanonicalXml.parse(
                        past.answer(Examples.text("transcripts-get")).toXML())
                .element("transcripts")
                .elements();
        assertEquals(HistoryLimits.TRANSCRIPTS, visits.size());
        assertEquals("v59", visits.get(0).attributeValue("sessionID"));
    }

    @Test
    void aCustomerIsTheSameOverEveryConnection() {
        past.begins(VISIT, 0, ROMEO, Map.of());

        var list = past.answer(
                        Examples.text("transcripts-get").replace("'romeo@example.org'", "'Romeo@EXAMPLE.org/phone'"))
                .toXML();

        assertThat(list).contains("userID=\"romeo@example.org\"").contains(VISIT.value());
    }
}
