package dev.usher.agent.stanza;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jivesoftware.smack.parsing.SmackParsingException;

/** The two ways in which the contract writes an instant. */
final class Instants {

    private static final DateTimeFormatter JIVE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HH:mm:ss");

    /** {@code 20260101T10:00:00}, always UTC: XEP-0142's clients know no zone here. */
    static Instant readJive(String text) throws SmackParsingException {
        try {
            return LocalDateTime.parse(text, JIVE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new SmackParsingException(text + " is no date and time.");
        }
    }

    static String writeJive(Instant instant) {
        return JIVE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** XEP-0082, with any offset. */
    static Instant read(String text) throws SmackParsingException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new SmackParsingException(text + " is no date and time.");
        }
    }

    static String write(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private Instants() {}
}
