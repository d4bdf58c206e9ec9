package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DriveState;
import dev.usher.routing.Address;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dom4j.Element;

/** Drives from agents and acks from browsers (docs/protocol/drive.md). Thread-safe. */
final class DriveDecoder {
    private static final Pattern REASON = Pattern.compile("[a-z-]{0,32}");

    private final VisitIds ids;

    DriveDecoder(VisitIds ids) {
        this.ids = ids;
    }

    /** The order that an IQ set carries; null if it is no drive. */
    Order order(Element payload, Address from) throws BadRequest {
        if (!Xml.is(payload, "drive", Namespaces.DRIVE)) {
            return null;
        }
        return new Order.Lead(new DriveCommand.Drive(
                required(payload, "session"),
                from.user(),
                from.connection(),
                ids.token(),
                required(payload, "url"),
                expires(payload)));
    }

    /** What a browser reports in a message; null if the message carries no ack. */
    Order acknowledgement(Element message, Address from) throws BadRequest {
        var ack = Xml.child(message, "ack", Namespaces.DRIVE);
        if (ack == null) {
            return null;
        }
        var word = required(ack, "state");
        var state = DriveState.of(word).orElseThrow(() -> new BadRequest("There is no such state of a drive."));
        var reason = ack.attributeValue("reason", "");
        if (!REASON.matcher(reason).matches()) {
            throw new BadRequest("The attribute reason is not a word of the protocol.");
        }
        return new Order.Lead(new DriveCommand.Acknowledge(
                required(ack, "session"), from.connection(), required(ack, "drive"), state, reason));
    }

    private static Optional<Instant> expires(Element drive) throws BadRequest {
        var text = drive.attributeValue("expires");
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new BadRequest("The attribute expires is not an instant like 2026-01-01T10:01:00Z.");
        }
    }

    private static String required(Element element, String attribute) throws BadRequest {
        var value = element.attributeValue(attribute);
        if (value == null || value.isEmpty()) {
            throw new BadRequest("The attribute " + attribute + " is missing from <" + element.getName() + "/>.");
        }
        return value;
    }
}
