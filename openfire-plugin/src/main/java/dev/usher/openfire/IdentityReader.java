package dev.usher.openfire;

import dev.usher.wire.IdentityRules;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads how a workgroup knows whom its website has signed in. Used once. */
final class IdentityReader {
    private static final String SECRET = "identitySecret";
    private static final String REQUIRED = "identityRequired";

    private final PropertyScope scope;

    IdentityReader(PropertyScope scope) {
        this.scope = scope;
    }

    IdentityRules rules() {
        var text = scope.text(SECRET);
        var secret = text.map(IdentityReader::bytes).filter(bytes -> bytes.length >= IdentityRules.SECRET_BYTES);
        if (text.isPresent() && secret.isEmpty()) {
            // The value itself is nobody's business who reads the log.
            scope.report(
                    SECRET, "…", "is shorter than " + IdentityRules.SECRET_BYTES + " bytes", "no customer is verified");
        }
        boolean isRequired = scope.read(REQUIRED, IdentityReader::truth, false, "false is used");
        if (isRequired && secret.isEmpty()) {
            scope.report(REQUIRED, "true", "needs an " + SECRET, "nobody can join");
        }
        return new IdentityRules(secret, isRequired);
    }

    private static byte[] bytes(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean truth(String text) throws Unreadable {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable("is neither true nor false");
        };
    }
}
