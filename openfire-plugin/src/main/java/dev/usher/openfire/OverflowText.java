package dev.usher.openfire;

import dev.usher.routing.Overflow;
import java.util.Locale;

/** Where customers go whom nobody can serve: {@code closed}, {@code message}, {@code queue:NAME}, {@code workgroup:NAME}. */
final class OverflowText {
    private OverflowText() {}

    /** @param queues gives a queue the name that the workgroup knows it by */
    static Overflow parse(String text, QueueNames queues) throws Unreadable {
        int colon = text.indexOf(':');
        var kind = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        var name = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (kind.equals("closed") && colon < 0) {
            return new Overflow.Closed();
        }
        if (kind.equals("message") && colon < 0) {
            return new Overflow.LeaveMessage();
        }
        if (kind.equals("queue") && !name.isEmpty()) {
            return new Overflow.ToQueue(queues.resolve(name));
        }
        if (kind.equals("workgroup") && !name.isEmpty()) {
            return new Overflow.ToWorkgroup(name.toLowerCase(Locale.ROOT));
        }
        throw new Unreadable("is none of closed, message, queue:NAME and workgroup:NAME");
    }
}
