package dev.usher.agent;

import java.util.Arrays;

/** Why a drive was refused: the table of {@code docs/protocol/drive.md}, "Ordering a drive". */
public enum DriveRefusal {
    /** The URL cannot be read. */
    MALFORMED("malformed"),
    /** Neither http nor https. */
    SCHEME("scheme"),
    /** A user or a password in the URL. */
    CREDENTIALS("credentials"),
    /** No host, or one that cannot be read. */
    HOST("host"),
    /** More than 8,000 characters. */
    TOO_LONG("too-long"),
    /** The chat itself. */
    OWN_ORIGIN("own-origin"),
    /** Another agent's visit, or none. */
    NOT_YOUR_VISIT(""),
    /** The customer is not in the channel (yet). */
    NOBODY_THERE(""),
    /** Too many drives in a short time: wait a little. */
    TOO_FAST(""),
    /** The switch could not understand the order. */
    NOT_UNDERSTOOD(""),
    /** A reason that is newer than this library; the exception's message says it. */
    OTHER("");

    private final String word;

    DriveRefusal(String word) {
        this.word = word;
    }

    /** The reason that {@code <refused reason=/>} names. */
    static DriveRefusal of(String word) {
        return Arrays.stream(values())
                .filter(refusal -> !refusal.word.isEmpty() && refusal.word.equals(word))
                .findFirst()
                .orElse(OTHER);
    }
}
