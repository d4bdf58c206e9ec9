package dev.usher.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A website that signs who its visitors are, as docs/guides/admin.md tells its makers to, and the workgroup's side of it. */
final class Visitors {
    static final byte[] SECRET = "the secret of Verona, 32 bytes long".getBytes(StandardCharsets.UTF_8);
    private static final Clock TEN = Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);

    private Visitors() {}

    /** Demo knows the website, and lets everybody in. */
    static IdentityRules rules(String workgroup) {
        return workgroup.equals("demo") ? new IdentityRules(Optional.of(SECRET), false) : IdentityRules.NONE;
    }

    /** At ten o'clock. */
    static Identities identities() {
        return new Identities(Visitors::rules, "workgroup.example.org", TEN);
    }

    /** A token with these claims, as JSON. */
    static String token(String claims) {
        return token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims, SECRET);
    }

    static String token(String header, String claims, byte[] secret) {
        var signed =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(sign(signed, secret));
    }

    private static byte[] sign(String text, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
