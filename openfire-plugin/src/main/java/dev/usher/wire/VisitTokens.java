package dev.usher.wire;

import dev.usher.routing.VisitId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a customer shows to come back to a visit over another connection: the visit's id and a signature (HMAC-SHA-256,
 * RFC 2104). The id alone will not do, for the agents and the room know it. Thread-safe.
 */
public final class VisitTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;

    private final SecretKeySpec key;

    /** @param key secret, 32 bytes; whoever has it can take over any visit */
    public VisitTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String of(VisitId visit) {
        return visit.value() + "." + signature(visit.value());
    }

    /** The visit that a token speaks for; empty if it is none of ours. */
    Optional<VisitId> read(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 1 || token.length() > LONGEST) {
            return Optional.empty();
        }
        var visit = token.substring(0, dot);
        var signed = signature(visit).getBytes(StandardCharsets.UTF_8);
        boolean isOurs = MessageDigest.isEqual(signed, token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return isOurs ? Optional.of(new VisitId(visit)) : Optional.empty();
    }

    private String signature(String visit) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var bytes = mac.doFinal(visit.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
