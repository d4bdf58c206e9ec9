package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** What every refusal is: an error that XMPP defines (RFC 6120 §8.3), and whole sentences. */
public final class DefinedErrors {
    private static final Set<String> TYPES = Set.of("auth", "cancel", "continue", "modify", "wait");
    private static final Set<String> CONDITIONS = Set.of(
            "bad-request",
            "conflict",
            "feature-not-implemented",
            "forbidden",
            "gone",
            "internal-server-error",
            "item-not-found",
            "jid-malformed",
            "not-acceptable",
            "not-allowed",
            "not-authorized",
            "policy-violation",
            "recipient-unavailable",
            "redirect",
            "registration-required",
            "remote-server-not-found",
            "remote-server-timeout",
            "resource-constraint",
            "service-unavailable",
            "subscription-required",
            "undefined-condition",
            "unexpected-request");
    private static final String SENTENCE = "[A-Z].* .*[.]( [A-Z].*[.])*|.*https://";

    private DefinedErrors() {}

    public static void assertDefined(String type, String condition) {
        assertThat(TYPES).contains(type);
        assertThat(CONDITIONS).contains(condition);
    }

    public static void assertSentence(String sentence) {
        assertThat(sentence).matches(SENTENCE);
    }
}
