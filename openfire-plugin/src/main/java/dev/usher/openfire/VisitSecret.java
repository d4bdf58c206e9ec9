package dev.usher.openfire;

import java.security.SecureRandom;
import java.util.Base64;
import org.jivesoftware.util.JiveGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that visit tokens are signed with, made once and kept, encrypted, among the server's properties: the same on
 * all nodes of a cluster and after a restart. Who deletes it makes every token worthless.
 */
final class VisitSecret {
    private static final Logger LOG = LoggerFactory.getLogger(VisitSecret.class);
    private static final String PROPERTY = "usher.visit.secret";
    private static final int BYTES = 32;

    private VisitSecret() {}

    static byte[] readOrMake() {
        var text = JiveGlobals.getProperty(PROPERTY);
        if (text != null) {
            try {
                var key = Base64.getDecoder().decode(text.strip());
                if (key.length >= BYTES) {
                    return key;
                }
            } catch (IllegalArgumentException e) {
                // told below, together with a key that is too short
            }
            LOG.error(
                    "property-unusable {}: it is not {} bytes in Base64; a new key is made, and customers who are away"
                            + " now have to join again.",
                    PROPERTY,
                    BYTES);
        }
        return make();
    }

    private static byte[] make() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        JiveGlobals.setProperty(PROPERTY, Base64.getEncoder().encodeToString(key), true);
        return key;
    }
}
