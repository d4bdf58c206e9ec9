package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A queue as an agent sees it.
 *
 * @param name the queue's name
 * @param open whether who comes now is let in
 * @param length how many wait
 * @param head who wait first, in order, at most {@link #HEAD_LIMIT} of them
 */
public record QueueView(String name, boolean open, int length, List<Waiting> head) {
    /** A longer list would make each change of the queue cost every agent a stanza as long as the queue. */
    public static final int HEAD_LIMIT = 50;

    /** One waiting customer. */
    public record Waiting(Address customer, Instant since) {}

    /** Since when the first one waits. */
    public Optional<Instant> oldest() {
        return head.isEmpty() ? Optional.empty() : Optional.of(head.get(0).since());
    }
}
