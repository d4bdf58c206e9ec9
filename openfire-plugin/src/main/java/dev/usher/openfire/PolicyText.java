package dev.usher.openfire;

import dev.usher.routing.Policy;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom to ask, in the words of an admin: {@code longest-idle} and so on. */
final class PolicyText {
    private PolicyText() {}

    static Policy parse(String text) throws Unreadable {
        var word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        for (var policy : Policy.values()) {
            if (of(policy).equals(word)) {
                return policy;
            }
        }
        var words = Stream.of(Policy.values()).map(PolicyText::of).collect(Collectors.joining(", "));
        throw new Unreadable("is none of " + words);
    }

    static String of(Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
