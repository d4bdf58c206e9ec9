package dev.usher.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be decided, in its order: a bounded number of requests, and beyond that what the switch owes itself.
 * Anybody may post; one at a time takes.
 */
final class Mailbox<O> {
    private final int capacity;
    private final Queue<Letter<O>> letters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    /** Taken once, and to be taken again when the store is back. Only the one who takes touches it. */
    private final Deque<Letter<O>> putBack = new ArrayDeque<>();

    private volatile boolean hasPutBack;
    private volatile boolean isHeld;

    Mailbox(int capacity) {
        this.capacity = capacity;
    }

    /** Posts a request. Returns false when there are as many as may be. */
    boolean offer(Letter<O> request) {
        if (requests.incrementAndGet() > capacity) {
            requests.decrementAndGet();
            return false;
        }
        letters.add(request);
        return true;
    }

    /** Posts what is taken in any case. */
    void add(Letter<O> letter) {
        letters.add(letter);
    }

    List<Letter<O>> take(int atMost) {
        var batch = new ArrayList<Letter<O>>();
        while (!isHeld && batch.size() < atMost && !putBack.isEmpty()) {
            batch.add(putBack.removeFirst());
        }
        hasPutBack = !putBack.isEmpty();
        while (batch.size() < atMost) {
            var letter = letters.poll();
            if (letter == null) {
                return batch;
            }
            if (letter.isRequest()) {
                requests.decrementAndGet();
            }
            batch.add(letter);
        }
        return batch;
    }

    /** Holds these until they are released; they then come before all others. */
    void putBack(List<Letter<O>> taken) {
        putBack.addAll(taken);
        hasPutBack = !putBack.isEmpty();
        isHeld = hasPutBack;
    }

    void release() {
        isHeld = false;
    }

    /** Whether there is nothing that could be taken now. */
    boolean isEmpty() {
        return letters.isEmpty() && (isHeld || !hasPutBack);
    }
}
