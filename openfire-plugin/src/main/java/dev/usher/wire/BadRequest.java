package dev.usher.wire;

/** A stanza that cannot be read. The message is the sentence its sender gets. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the stanza is well made and only asks for too much. */
    private final boolean tooLong;

    BadRequest(String sentence) {
        this(sentence, false);
    }

    private BadRequest(String sentence, boolean tooLong) {
        // Without a stack trace: it is the sender's mistake, and may come as often as the sender likes.
        super(sentence, null, false, false);
        this.tooLong = tooLong;
    }

    static BadRequest tooLong(String sentence) {
        return new BadRequest(sentence, true);
    }

    boolean isTooLong() {
        return tooLong;
    }
}
