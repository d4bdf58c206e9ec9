package dev.usher.drive;

import java.time.Instant;
import java.util.Optional;

/** What the board can be asked to do. Visits, agents and browsers are named as the switch names them. */
public sealed interface DriveCommand {
    /**
     * A channel is open: this agent (a bare JID) leads there.
     *
     * @param drives how many drives the visit has had already: numbers go on from there
     */
    record Open(String visit, String leader, int drives) implements DriveCommand {}

    /** Another agent (a bare JID) leads from now on. */
    record Lead(String visit, String leader) implements DriveCommand {}

    /** A browser (a full JID) is in the channel. */
    record Admit(String visit, String browser) implements DriveCommand {}

    /** No browser is in the channel any more: the connection is lost, or the customer comes over another one. */
    record Dismiss(String visit) implements DriveCommand {}

    /** The channel is gone. */
    record Close(String visit) implements DriveCommand {}

    /**
     * Lead the browsers of a visit to a URL.
     *
     * @param by the user who asks (bare JID), {@code connection} where the reports go (full JID)
     * @param id the drive's name, unguessable by who makes it
     * @param expires after which no browser may start it; a default if empty
     */
    record Drive(String visit, String by, String connection, String id, String url, Optional<Instant> expires)
            implements DriveCommand {}

    /** Lead the browsers of all visits in which this agent leads. What counts as one drive with one name is one here. */
    record DriveAll(String by, String connection, String id, String url, Optional<Instant> expires)
            implements DriveCommand {
        Drive in(String visit) {
            return new Drive(visit, by, connection, id, url, expires);
        }
    }

    /** A browser says what it has observed. @param reason empty, or a token of docs/protocol/drive.md */
    record Acknowledge(String visit, String browser, String drive, DriveState state, String reason)
            implements DriveCommand {}
}
