package dev.usher.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer wrote cannot do anything to a terminal. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J", // clear the screen
                "\u001B]0;root@server\u0007", // set the title
                "\u009B31m", // an escape sequence in one character
                "\b\b\b\b",
                "\u0000",
                "\u007F",
                "\u202E", // right-to-left override
                "\u2066\u2069\u200E\u200F\u061C",
                "\u200B\uFEFF", // invisible
                "\uDB40\uDC41", // a tag character, invisible too
            })
    void nothingOfThisArrives(String hostile) {
        assertThat(PlainText.of("a" + hostile + "b").codePoints())
                .noneMatch(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT);
    }

    @Test
    void theEscapeItselfIsWhatGoes() {
        assertThat(PlainText.of("\u001B[31mred\u001B[0m")).isEqualTo("[31mred[0m");
    }

    @ParameterizedTest
    @CsvSource({"'a\nOffer 2: b'", "'a\r\nOffer 2: b'", "'a\u2028Offer 2: b'", "'a\u0085Offer 2: b'", "'a\tOffer 2: b'"
    })
    void nobodyForgesALineOfOurs(String forged) {
        assertThat(PlainText.of(forged)).isEqualTo("a Offer 2: b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is the balcony?",
                "Grüße, 你好, مرحبا, नमस्ते",
                "👩‍👩‍👧 family", // joined by U+200D
                "می‌خواهم", // Persian, with U+200C
                "a  b   c",
                "",
            })
    void honestTextIsLeftAlone(String honest) {
        assertThat(PlainText.of(honest)).isEqualTo(honest);
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(PlainText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    }
}
