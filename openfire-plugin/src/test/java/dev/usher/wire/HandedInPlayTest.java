package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.usher.desk.Submissions.Answer;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.OpeningHours;
import dev.usher.routing.Overflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers hand in without a connection: a message while nobody is there, and what they thought of a visit. */
class HandedInPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void messagesAreTaken() {
        play.reception.configure(
                "demo",
                Play.settings("nurse@example.org", "friar@example.org")
                        .withHours(OpeningHours.always(), new Overflow.LeaveMessage()));
    }

    private Answer julietLeaves(String text) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of("Juliet"));
        answers.put("email", List.of("juliet@capulet.example"));
        answers.put("question", List.of(text));
        return play.reception.submissions().leave("demo", answers, "192.0.2.7").join();
    }

    private Answer rate(String token, int score, String comment) {
        return play.reception.submissions().rate("demo", token, score, comment).join();
    }

    private String token() {
        return Examples.TOKENS.of(play.visit());
    }

    /** The messages that were left, of all that has come. */
    private static List<String> messages(Player player) {
        return player.takes().stream()
                .filter(stanza -> stanza.contains("left-message"))
                .toList();
    }

    private List<String> ratings() {
        return play.store.journal(play.visit(), 0, 10_000).stream()
                .filter(entry -> entry.kind().equals("rating"))
                .map(Entry::what)
                .toList();
    }

    private static String answer(Player player, String request) {
        player.forgets();
        player.says(request);
        return String.join("", player.takes());
    }

    /** As one value stands in metadata. */
    private static String value(String name, String text) {
        return "value name='" + name + "'\n        \"" + text + "\"";
    }

    /** The workgroup is wherever the machine is. */
    private static List<String> inUtc(List<String> messages) {
        return messages.stream()
                .map(message -> message.replaceFirst("[(]20[^)]*[)]", "(2026-01-01 10:00 UTC)"))
                .toList();
    }

    @Test
    void aMessageIsToldToWhoeverComesOnDutyAndToNobodyAgain() {
        assertEquals(Answer.TAKEN, julietLeaves("What's in a name?"));

        play.nurse.sends("agent-online");
        play.friar.sends("agent-online");

        assertEquals(List.of(CanonicalXml.of(Examples.text("left-message"))), inUtc(messages(play.nurse)));
        assertThat(messages(play.friar)).isEmpty();
    }

    @Test
    void aMessageThatNobodyHasReadOutlivesARestart() {
        julietLeaves("What's in a name?");

        play.restarts(false);
        play.nurse.sends("agent-online");

        assertThat(messages(play.nurse)).singleElement().asString().contains("What's in a name?");
    }

    @Test
    void aMessageIsToldInTheLanguageOfTheAgent() {
        play.nurse.sends("agent-online");
        play.nurse.says("<message type='chat' xml:lang='de' from='" + play.nurse.jid()
                + "' to='demo@workgroup.example.org'><body>Hallo?</body></message>");
        play.nurse.forgets();

        julietLeaves("Was ist ein Name?");

        assertThat(messages(play.nurse))
                .singleElement()
                .asString()
                .contains("Juliet hat eine Nachricht hinterlassen (")
                .contains("\nAntwort an: juliet@capulet.example\n\nWas ist");
    }

    @Test
    void aMessageIsSentByMailAsWell() {
        julietLeaves("What's in a name?");

        assertEquals(List.of("demo"), play.mails);
    }

    @Test
    void whatCannotBeStoredIsNotTaken() {
        play.store.vanish();

        assertEquals(Answer.LATER, julietLeaves("What's in a name?"));

        play.store.comeBack();
        play.passes(2);
        play.nurse.sends("agent-online");
        assertThat(messages(play.nurse)).isEmpty();
        assertEquals(List.of(), play.mails);
    }

    @Test
    void nothingIsTakenWhereNoMessagesAreWanted() {
        var submissions = play.reception.submissions();

        assertEquals(Answer.NOT_TAKEN, submissions.leave("help", Map.of(), "").join());
        assertEquals(
                Answer.NOT_TAKEN, submissions.leave("nowhere", Map.of(), "").join());
    }

    @Test
    void theSixthMessageFromOneNetworkIsTooMany() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Answer.TAKEN, julietLeaves("What's in a name?"));
        }

        assertEquals(Answer.TOO_MANY, julietLeaves("What's in a name?"));
    }

    @Test
    void aMessageIsFoundAndReadAgainAsATranscript() {
        julietLeaves("What's in a balcony?");
        play.nurse.sends("agent-online");

        var search = Examples.text("transcript-search-get").replaceAll("<field var='agent'>.*?</field>", "");
        assertThat(answer(play.nurse, search)).contains("What's in a balcony?");
        assertThat(answer(play.nurse, Examples.text("transcript-get")))
                .contains("/Juliet'")
                .contains("What's in a balcony?");
    }

    @Test
    void aVisitIsRatedWhileItGoesOnAndWhenItIsOverAndTheLastOneCounts() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();

        assertEquals(Answer.TAKEN, rate(token(), 2, ""));
        play.romeo.leaves();
        play.passes(2);
        assertEquals(Answer.TAKEN, rate(token(), 5, " So wise & kind. "));

        assertEquals(List.of("2", "5 So wise & kind."), ratings());
        assertThat(answer(play.nurse, Examples.text("chat-notes-get")))
                .contains("\"The customer rated this visit 5 of 5: So wise & kind.\"");
        assertThat(answer(play.nurse, Examples.text("chat-metadata-get")))
                .contains(value("rating", "5"), value("ratingComment", "So wise & kind."));
    }

    @Test
    void whoHasNoTokenRatesNothing() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");

        assertEquals(Answer.NOT_TAKEN, rate(play.visit().value(), 1, ""));
        assertEquals(Answer.NOT_TAKEN, rate(token() + "x", 1, ""));
        assertEquals(
                Answer.NOT_TAKEN,
                play.reception.submissions().rate("help", token(), 1, "").join());
        assertEquals(List.of(), ratings());
    }

    @Test
    void aVerifiedVisitorIsOneForTheAgentAndAForgedOneIsNot() {
        play.nurse.sends("agent-online").forgets();
        play.viola.sends("join-queue-identity");
        play.romeo.says(Examples.text("join-queue")
                .replace(
                        "<field var='question'>",
                        "<field var='verified'><value>king</value></field><field var='rating'><value>5</value></field>"
                                + "<field var='question'>"));
        play.nurse.sends("offer-accept");

        var offers = play.nurse.takes().stream()
                .filter(stanza -> stanza.contains("}offer id="))
                .toList();
        assertThat(offers).hasSize(2);
        assertThat(offers.get(0))
                .contains(
                        value("verified", "capulet-2"),
                        value("verifiedName", "Juliet Capulet"),
                        value("verifiedEmail", "juliet@capulet.example"));
        assertFalse(offers.get(1).contains("verified"), offers.get(1));
        assertFalse(offers.get(1).contains("king"), offers.get(1));
        assertFalse(offers.get(1).contains("'rating'"), offers.get(1));
    }

    @Test
    void whereEverybodyMustBeKnownNobodyElseGetsIn() {
        play.identities = workgroup -> new IdentityRules(Optional.of(Visitors.SECRET), true);
        play.restarts(false);
        play.nurse.sends("agent-online");

        play.romeo.sends("join-queue");
        play.viola.sends("join-queue-identity");

        assertThat(play.romeo.takes().get(0)).contains("not-authorized").contains("verify who you are");
        assertThat(play.viola.takes().get(0)).contains("type='result'");
    }
}
