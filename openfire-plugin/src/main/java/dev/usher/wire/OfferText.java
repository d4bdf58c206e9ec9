package dev.usher.wire;

import dev.usher.routing.Event;
import dev.usher.routing.RevokeReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xmpp.packet.JID;

/** An offer for people to read: who waits, the question, how long, and what to answer. */
final class OfferText {
    private static final int LONGEST_QUESTION = 300;

    private OfferText() {}

    static String of(Event.Offered offered, Phrasebook book) {
        var who = answer(offered, "username").orElse(book.say("customer"));
        var text = new StringBuilder(answer(offered, "question")
                .map(what -> book.say("asks", who, what))
                .orElse(book.say("waits", who)));
        var waited = Duration.between(offered.since(), offered.until().minus(offered.timeout()));
        text.append('\n').append(book.say("since", minutes(waited)));
        verified(offered).ifPresent(details -> text.append('\n').append(book.say("verified", who, details)));
        offered.handover().ifPresent(handover -> {
            var by = new JID(handover.by().user()).getNode();
            text.append('\n')
                    .append(
                            handover.reason().isBlank()
                                    ? book.say("help-wanted", by)
                                    : book.say("help-wanted-because", by, handover.reason()));
        });
        return text.append('\n')
                .append(book.say(
                        "answer",
                        book.word(ChatWord.ACCEPT),
                        book.word(ChatWord.DECLINE),
                        Math.max(1, offered.timeout().toSeconds())))
                .toString();
    }

    /** What the website says of the customer, as far as it says anything. */
    private static Optional<String> verified(Event.Offered offered) {
        var details = Stream.of(Identities.NAME, Identities.EMAIL, Identities.WHO)
                .flatMap(field -> Metadata.filledIn(offered.answers(), field).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? Optional.empty() : Optional.of(details);
    }

    /** Why it is taken back. */
    static String of(RevokeReason why, Phrasebook book) {
        return book.say(why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** As a clock shows them, which is the same in every language. */
    private static String minutes(Duration waited) {
        var seconds = Math.max(0, waited.toSeconds());
        return seconds < 3_600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static Optional<String> answer(Event.Offered offered, String field) {
        return Metadata.filledIn(offered.answers(), field)
                .map(text -> text.length() > LONGEST_QUESTION ? text.substring(0, LONGEST_QUESTION) + "…" : text);
    }
}
