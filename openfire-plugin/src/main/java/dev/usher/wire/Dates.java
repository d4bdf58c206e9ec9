package dev.usher.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The old delayed-delivery format, in UTC: Smack's workgroup classes read no other. */
final class Dates {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
