package dev.usher.wire;

import dev.usher.routing.VisitId;
import java.security.SecureRandom;

/**
 * Makes names that nobody can guess: 130 bits in lower-case letters and digits, which are the same in every stringprep
 * profile, so that a visit's id can be the localpart of its room. Thread-safe.
 */
public final class VisitIds {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    public VisitId next() {
        return new VisitId(token());
    }

    String token() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
