package dev.usher.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jivesoftware.smack.AsyncButOrdered;

/**
 * Runs a desk's tasks one after the other, in the order given, on Smack's threads: it owns none, so none is left
 * behind. All state of a desk belongs to its loop. A task that throws does not stop the ones after it.
 */
final class Loop implements Executor {

    private static final Logger LOG = System.getLogger(Loop.class.getName());

    private final AsyncButOrdered<Loop> order = new AsyncButOrdered<>();

    @Override
    public void execute(Runnable task) {
        order.performAsyncButOrdered(this, () -> run(task));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "task-failed", e);
        }
    }

    /** Fails the future after {@code patience}, on the loop, unless it is done by then. */
    void expire(CompletableFuture<?> future, Duration patience, Supplier<DeskException> failure) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, this)
                .execute(() -> {
                    if (!future.isDone()) {
                        future.completeExceptionally(failure.get());
                    }
                });
    }
}
