package dev.usher.interop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a listener of Smack's was told, until a test takes it. Smack tells from several threads, in no certain order. */
final class Inbox<T> {
    private static final int PATIENCE = 15;

    private final String what;
    private final BlockingQueue<T> told = new LinkedBlockingQueue<>();

    /** @param what is waited for, as in "Waited in vain for an offer" */
    Inbox(String what) {
        this.what = what;
    }

    void add(T thing) {
        told.add(thing);
    }

    T take() throws InterruptedException {
        return takeThat(thing -> true, "");
    }

    /** Takes and forgets until there is one that fits. */
    T takeThat(Predicate<T> fits, String which) throws InterruptedException {
        var passed = new StringBuilder();
        for (var next = told.poll(PATIENCE, TimeUnit.SECONDS); ; next = told.poll(PATIENCE, TimeUnit.SECONDS)) {
            if (next == null) {
                throw new AssertionError("Waited in vain for " + what + " " + which + "; there was:" + passed);
            }
            if (fits.test(next)) {
                return next;
            }
            passed.append(' ').append(next);
        }
    }

    /** Takes and forgets until there is an equal one. */
    void takeEqual(T thing) throws InterruptedException {
        takeThat(thing::equals, thing.toString());
    }

    /** Whether nothing is there that nobody has taken. */
    boolean isEmpty() {
        return told.isEmpty();
    }
}
