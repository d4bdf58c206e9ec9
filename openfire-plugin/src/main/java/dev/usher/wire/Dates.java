package dev.usher.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The old delayed-delivery format, in UTC: Smack's workgroup classes read no other. */
final class Dates {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** What a person or a client may write: that format, or a date or a time as in XEP-0082. */
    static Optional<Instant> from(String text) {
        return read(text, LocalDate::atStartOfDay);
    }

    /** As {@link #from}; a date is meant to its end. */
    static Optional<Instant> until(String text) {
        return read(text, day -> day.plusDays(1).atStartOfDay().minusNanos(1));
    }

    private interface OfDay {
        LocalDateTime time(LocalDate day);
    }

    private static Optional<Instant> read(String text, OfDay ofDay) {
        try {
            if (text.length() == "2026-01-01".length()) {
                return Optional.of(ofDay.time(LocalDate.parse(text)).toInstant(ZoneOffset.UTC));
            }
            var format = text.indexOf('-') < 0 ? FORMAT : DateTimeFormatter.ISO_DATE_TIME;
            var time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
