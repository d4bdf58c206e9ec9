package dev.usher.desk;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs what it was given when the test says so, in the test's own thread. */
final class PendingExecutor implements Executor {
    private final Queue<Runnable> pending = new ArrayDeque<>();
    private boolean shutDown;

    @Override
    public void execute(Runnable task) {
        if (shutDown) {
            throw new RejectedExecutionException("shut down");
        }
        pending.add(task);
    }

    int pending() {
        return pending.size();
    }

    void runNext() {
        pending.remove().run();
    }

    void runAll() {
        while (!pending.isEmpty()) {
            runNext();
        }
    }

    void shutDown(boolean shutDown) {
        this.shutDown = shutDown;
    }
}
