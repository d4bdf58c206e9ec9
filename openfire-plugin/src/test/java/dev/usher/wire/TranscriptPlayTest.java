package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nurse reads what was said in visits to her workgroup, and nobody reads what is not theirs. */
class TranscriptPlayTest {
    private final Play play = new Play();

    /** As in the examples. */
    private void romeoComesAndGoesAndComesAgain() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.passes(15);
        play.nurse.sends("offer-accept");
        play.passes(5);
        play.nurse.enters();
        play.passes(1);
        play.romeo.enters();
        play.passes(9);
        play.romeo.speaks("It is the east.");
        play.passes(10);
        play.nurse.speaks("And Juliet is the sun.");
        play.passes(20);
        play.nurse.speaks("/go " + Examples.URL);
        play.passes(10);
        play.nurse.speaks("/note In love, again.");
        play.nurse.speaks("/tag love");
        play.friar.sends("agent-online");
        play.passes(10);
        play.nurse.sends("transfer-to-agent");
        play.passes(10);
    }

    private void andGoes() {
        play.friar.sends("offer-accept").enters();
        play.nurse.leaves();
        play.passes(210);
        play.romeo.leaves();
    }

    @BeforeEach
    void aVisitToNurse() {
        romeoComesAndGoesAndComesAgain();
    }

    private String answer(Player who, String request) {
        who.forgets();
        who.says(request);
        var answers = who.takes();
        assertEquals(1, answers.size(), answers.toString());
        return answers.get(0);
    }

    @Test
    void whatWasSaidIsReadByTheAgents() {
        andGoes();
        play.nurse.forgets();

        play.nurse.sends("transcript-get");

        play.nurse.receives("transcript-result");
    }

    @Test
    void aCustomersVisitsAreListedWithTheOneThatIsUnderWay() {
        andGoes();
        play.passes(60);
        play.romeo.sends("join-queue");
        play.passes(240);
        play.nurse.forgets();
        play.nurse.sends("transcripts-get");

        var list = play.nurse.takes().get(0).replaceAll("'[0-9a-v]{26}'", "'" + Past.LATER.value() + "'");
        assertEquals(CanonicalXml.of(Examples.text("transcripts-result")), list);
    }

    @Test
    void aVisitThatIsUnderWayIsReadAsFarAsItIs() {
        var transcript = answer(play.friar, Examples.text("transcript-get"));

        assertThat(transcript).contains("And Juliet is the sun.").doesNotContain("unavailable");
    }

    @Test
    void aVisitThatStillWaitsIsEmpty() {
        var other = new Play();
        other.nurse.sends("agent-online");
        other.romeo.sends("join-queue");
        other.nurse.forgets();

        other.nurse.sends("transcript-get");

        assertThat(other.nurse.takes().get(0)).contains("type='result'").doesNotContain("message");
    }

    /** Neither what agents type for the switch, nor what they write down. */
    @Test
    void whatTheCustomerNeverSawIsNotInIt() {
        play.nurse.speaks("/who");
        play.nurse.speaks("/help");

        var transcript = answer(play.nurse, Examples.text("transcript-get"));

        for (var hidden : List.of("/who", "/help", "/go", "In love", "'love'", "\"love\"")) {
            assertThat(transcript).doesNotContain(hidden);
        }
    }

    @Test
    void aVisitOfAnotherWorkgroupIsAsOneThatNeverWas() {
        var peter = play.enters("peter@example.org/hall", Examples.NURSE.connection());
        for (var question : List.of("transcript-get", "chat-notes-get", "chat-metadata-get")) {
            var ask = Examples.text(question).replace("demo@", "help@");

            var there = answer(peter, ask);
            var never = answer(peter, ask.replace(Examples.VISIT.value(), "00000000000000000000000000"));

            assertThat(there).contains("item-not-found");
            assertEquals(there, never);
        }
        for (var question : List.of("transcripts-get", "chat-sessions-get")) {
            assertThat(answer(peter, Examples.text(question).replace("demo@", "help@")))
                    .contains("type='result'")
                    .doesNotContain("sessionID");
        }
    }

    @Test
    void whoIsNoAgentAnyMoreIsToldNothing() {
        play.reception.configure("demo", Play.settings("friar@example.org"));

        for (var question : List.of("transcript-get", "transcripts-get", "chat-notes-get", "transcript-search-get")) {
            assertThat(answer(play.nurse, Examples.text(question))).contains("not-authorized");
        }
        andGoes();
        assertThat(answer(play.nurse, Examples.text("chat-notes-set"))).contains("forbidden");
    }

    @Test
    void aStoreThatIsAwayIsSaidToBeOurFault() {
        play.store.vanish();
        try {
            for (var question : GoldenHistoryTest.QUESTIONS) {
                if (!question.contains("form")) {
                    assertThat(answer(play.nurse, Examples.text(question))).contains("internal-server-error");
                }
            }
        } finally {
            play.store.comeBack();
        }
        assertThat(answer(play.nurse, Examples.text("transcript-get"))).contains("type='result'");
    }
}
