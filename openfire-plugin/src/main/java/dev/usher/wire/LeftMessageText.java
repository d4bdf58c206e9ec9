package dev.usher.wire;

import dev.usher.routing.Event;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message that was left, for people to read: who, when, how to reach them, and then what they wrote. */
final class LeftMessageText {
    /** The same in every language. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);

    private LeftMessageText() {}

    static String of(Event.MessageShown shown, Phrasebook book) {
        var who = Metadata.filledIn(shown.answers(), "username").orElse(book.say("customer"));
        var text = new StringBuilder(book.say("message-left", who, WHEN.format(shown.left())));
        Metadata.filledIn(shown.answers(), "email")
                .ifPresent(address -> text.append('\n').append(book.say("message-reply", address)));
        return text.append("\n\n")
                .append(Metadata.answer(shown.answers(), "question"))
                .toString();
    }
}
