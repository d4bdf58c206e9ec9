package dev.usher.wire;

import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Order;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.Packet;

/** Every example about past visits: the questions are understood, and the answers are what is said, to the byte. */
class GoldenHistoryTest {
    /** These are answered from the store. */
    static final List<String> QUESTIONS = List.of(
            "transcripts-get",
            "transcript-get",
            "chat-notes-get",
            "chat-metadata-get",
            "chat-sessions-get",
            "transcript-search-form-get",
            "transcript-search-get");

    static final Command WRITTEN_DOWN =
            new Command.Annotate(VISIT, NURSE, Annotation.NOTE, "He came for Juliet.", false);

    /** This is for the desk. */
    static final Map<String, Decoded> REQUESTS =
            Map.of("chat-notes-set", new Decoded.ForDesk("demo", new Order.Route(WRITTEN_DOWN)));

    static final Map<String, Supplier<Packet>> ANSWERS = Map.ofEntries(
            answer("transcripts"),
            answer("transcript"),
            Map.entry(
                    "transcript-unknown",
                    () -> answered(Examples.text("transcript-get").replace(VISIT.value(), "another"))),
            answer("chat-notes"),
            Map.entry(
                    "chat-notes-set-result",
                    () -> Told.answer(
                            "chat-notes-set",
                            new Event.Annotated(VISIT, NURSE, Annotation.NOTE, "He came for Juliet."))),
            Map.entry(
                    "chat-notes-forbidden",
                    () -> Told.answer("chat-notes-set", new Event.Refused(Refusal.NOT_IN_VISIT))),
            Map.entry(
                    "chat-notes-too-long",
                    () -> answered(Examples.text("chat-notes-set").replace("He came", "He came".repeat(1_000)))),
            answer("chat-metadata"),
            answer("chat-sessions"),
            answer("transcript-search-form"),
            answer("transcript-search"),
            Map.entry(
                    "transcript-search-refused",
                    () -> answered(Examples.text("transcript-search-get").replace(">balcony<", "> <"))));

    private static Map.Entry<String, Supplier<Packet>> answer(String name) {
        return Map.entry(name + "-result", () -> answered(Examples.text(name + "-get")));
    }

    private static Packet answered(String request) {
        return Past.ofTheExamples().answer(request);
    }

    static Stream<String> answers() {
        return ANSWERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isSaid(String example) {
        assertEquals(
                CanonicalXml.of(Examples.text(example)),
                CanonicalXml.of(ANSWERS.get(example).get().toXML()));
    }

    static Stream<String> questions() {
        return QUESTIONS.stream();
    }

    /** S6: Smack asks in one namespace what it reads in another. */
    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredTheSameInWhateverNamespaceItIsAsked(String example) {
        var question = Examples.text(example);
        var otherwise = question.contains(Namespaces.JIVE)
                ? question.replace(Namespaces.JIVE, Namespaces.WORKGROUP)
                : question.replace(Namespaces.WORKGROUP, Namespaces.JIVE);

        assertEquals(answered(question).toXML(), answered(otherwise).toXML());
    }

    @Test
    void aNoteIsUnderstood() {
        assertEquals(REQUESTS.get("chat-notes-set"), Examples.decoder().decode(Examples.packet("chat-notes-set")));
    }

    /** Smack finds no body in another namespace, and gets lost in blanks. */
    @Test
    void aTranscriptIsCompactAndInTheNamespaceOfAClientsStanzas() {
        var xml = answered(Examples.text("transcript-get")).toXML();

        assertThat(xml).contains("<message xmlns=\"jabber:client\" ").doesNotContain("xmlns=\"\"");
        assertThat(xml).doesNotContain("\n").doesNotContain("> <");
    }
}
