package dev.usher.wire;

import dev.usher.routing.Refusal;
import java.util.Optional;

/** A stanza that cannot be read. The message is the sentence its sender gets. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    /** The condition of the error that its sender gets (RFC 6120 §8.3.3). */
    private final transient Optional<Refusal> refusal;

    /** Whether the stanza is well made and only asks for too much. */
    private final boolean tooLong;

    BadRequest(String sentence) {
        this(sentence, false, Optional.empty());
    }

    private BadRequest(String sentence, boolean tooLong, Optional<Refusal> refusal) {
        // Without a stack trace: it is the sender's mistake, and may come as often as the sender likes.
        super(sentence, null, false, false);
        this.tooLong = tooLong;
        this.refusal = refusal;
    }

    /** By somebody who must say who they are, and did not. */
    static BadRequest notVerified() {
        return new BadRequest(Refusal.NOT_VERIFIED.sentence(), false, Optional.of(Refusal.NOT_VERIFIED));
    }

    /** What there is to say instead of bad-request. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    static BadRequest tooLong(String sentence) {
        return new BadRequest(sentence, true, Optional.empty());
    }

    boolean isTooLong() {
        return tooLong;
    }
}
