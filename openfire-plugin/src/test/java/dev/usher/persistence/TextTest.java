package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.StoreException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTest {
    @Provide
    Arbitrary<String> texts() {
        return VisitStates.texts();
    }

    @Property
    void whatIsEscapedComesBack(@ForAll("texts") String text) {
        assertEquals(text, Text.unescape(Text.escape(text)));
    }

    @Property
    void noDatabaseRefusesWhatIsEscaped(@ForAll("texts") String text) {
        var escaped = Text.escape(text);

        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(escaped));
        assertFalse(escaped.contains("\u0000"));
    }

    @Property
    void whatFitsIsWholeAndTheRestIsCut(@ForAll("texts") String text, @ForAll @IntRange(min = 3, max = 20) int bytes) {
        var fit = Text.fit(text, bytes);

        assertTrue(bytes(fit) <= bytes);
        if (bytes(Text.escape(text)) <= bytes) {
            assertEquals(Text.escape(text), fit);
        } else {
            var kept = Text.unescape(fit.substring(0, fit.length() - 1));
            assertTrue(text.startsWith(kept));
            assertTrue(fit.endsWith("\u2026"));
        }
    }

    @Test
    void textWithoutMischiefStaysReadable() {
        var text = "Où est Juliet? \uD83D\uDE00 100 % \\n\n";

        assertEquals(text, Text.escape(text));
        assertEquals(text, Text.fit(text, 100));
    }

    @Test
    void aMarkThatSomebodyElseWroteIsLeftAlone() {
        assertEquals("\u001A", Text.unescape("\u001A"));
        assertEquals("\u001A00G0", Text.unescape("\u001A00G0"));
    }

    @Test
    void aNameThatRowsAreFoundByIsNeverCut() {
        assertEquals("s".repeat(255), Text.key("s".repeat(255)));
        assertThrows(StoreException.class, () -> Text.key("s".repeat(256)));
        assertThrows(StoreException.class, () -> Text.key("\u00FC".repeat(128)));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
