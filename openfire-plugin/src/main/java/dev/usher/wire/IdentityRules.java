package dev.usher.wire;

import java.util.Optional;

/**
 * What a workgroup demands of those whom the website has signed in.
 *
 * @param secret what the website signs with, as bytes; empty where nothing is signed. Never to be logged
 * @param required whether nobody else gets in
 */
public record IdentityRules(Optional<byte[]> secret, boolean required) {
    /** Nothing is signed, and everybody gets in. */
    public static final IdentityRules NONE = new IdentityRules(Optional.empty(), false);

    /** How long a secret must be, in bytes: as long as the signature (RFC 7518 §3.2). */
    public static final int SECRET_BYTES = 32;
}
