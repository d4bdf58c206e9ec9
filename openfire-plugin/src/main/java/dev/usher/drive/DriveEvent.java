package dev.usher.drive;

import java.time.Instant;
import java.util.List;

/** What the board has decided. */
public sealed interface DriveEvent {
    /** A drive goes out. @param seq its number in the visit, from 1 */
    record Driven(String visit, String id, int seq, String url, String by, Instant expires, int browsers)
            implements DriveEvent {}

    /**
     * A browser that has just come back is told of the newest drive, which nobody has seen and which may still be carried
     * out.
     */
    record Repeated(Driven driven, String browser) implements DriveEvent {}

    /** A drive is refused, for its URL. */
    record UrlRefused(UrlRefusal why) implements DriveEvent {}

    /** A drive or an ack is refused, for another reason. */
    record Refused(DriveRefusal why) implements DriveEvent {}

    /** A browser has reported something new. @param reason empty where the state has none */
    record Acknowledged(String visit, String drive, String browser, DriveState state, String reason)
            implements DriveEvent {}

    /** The account of a drive has changed. @param to the connection that ordered it */
    record Reported(String visit, String drive, int seq, String to, int browsers, List<Count> counts)
            implements DriveEvent {}

    /** How many browsers last reported this. @param reason empty where the state has none */
    record Count(DriveState state, String reason, int browsers) {}
}
