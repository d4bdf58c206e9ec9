package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.RevokeReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to agents whose client knows no workgroups, in each language. */
class PhrasebookTest {
    /** With so many places each. */
    private static final List<String> PHRASES = List.of(
            "customer",
            "asks 2",
            "waits 1",
            "since 1",
            "help-wanted 1",
            "help-wanted-because 2",
            "verified 2",
            "message-left 2",
            "message-reply 1",
            "answer 3",
            "online 1",
            "offline",
            "yours",
            "declined",
            "nothing",
            "usage 4");

    static Stream<Phrasebook> books() {
        return Phrasebook.all().stream();
    }

    @ParameterizedTest
    @MethodSource("books")
    void everythingCanBeSaidAndNothingIsLeftOut(Phrasebook book) {
        for (var phrase : PHRASES) {
            var words = phrase.split(" ");
            int places = words.length == 1 ? 0 : Integer.parseInt(words[1]);
            var with = List.of("<a>", "<b>", "<c>", "<d>").subList(0, places);
            assertThat(book.say(words[0], with.toArray()))
                    .isNotBlank()
                    .satisfies(text -> assertThat(with).allMatch(text::contains))
                    .doesNotContain("{");
        }
        for (var why : RevokeReason.values()) {
            assertThat(OfferText.of(why, book)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("books")
    void theWordsThatAreToldAreUnderstood(Phrasebook book) {
        for (var word : ChatWord.values()) {
            var told = book.word(word);
            var shouted = told.toUpperCase(Locale.forLanguageTag(book.language()));
            assertEquals(Optional.of(word), book.wordIn("  " + shouted + ". "), told);
        }
    }

    /** Else an agent would decline in one language what they accept in another. */
    @Test
    void noWordMeansSomethingElseInAnotherLanguage() {
        for (var book : Phrasebook.all()) {
            for (var word : ChatWord.values()) {
                for (var other : Phrasebook.all()) {
                    assertThat(other.wordIn(book.word(word)).orElse(word))
                            .as("%s of %s in %s", book.word(word), book.language(), other.language())
                            .isEqualTo(word);
                }
            }
        }
    }

    @Test
    void whatPeopleWroteIsNotTakenForAPlace() {
        assertEquals("{1} asks: {0} $1 \\", Phrasebook.usual().say("asks", "{1}", "{0} $1 \\"));
    }

    @Test
    void aLanguageIsFoundByItsTag() {
        assertEquals("pt", Phrasebook.of("pt-BR").orElseThrow().language());
        assertEquals(Optional.empty(), Phrasebook.of("tlh"));
        assertEquals(Optional.empty(), Phrasebook.of(null));
    }
}
