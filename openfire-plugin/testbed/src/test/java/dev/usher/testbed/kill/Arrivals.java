package dev.usher.testbed.kill;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers who keep coming, in several lines: in each of them one is acknowledged before the next one asks. */
final class Arrivals implements AutoCloseable {
    private static final int LINES = 3;
    private static final int PATIENCE = 15;
    /** More would only make the audit longer. */
    private static final int CROWD = 40;

    private final AtomicInteger count = new AtomicInteger();
    private final Ledger ledger;
    private final ExecutorService lines = Executors.newFixedThreadPool(LINES);

    Arrivals(Ledger ledger) {
        this.ledger = ledger;
    }

    void begin(Scene scene) {
        for (int i = 0; i < LINES; i++) {
            scene.later(() -> next(scene));
        }
    }

    private void next(Scene scene) {
        lines.execute(() -> {
            if (ledger.open() >= CROWD || arrive(scene)) {
                scene.later(() -> next(scene));
            }
        });
    }

    /** Whether the line goes on. */
    private boolean arrive(Scene scene) {
        try {
            Customer.join("romeo" + count.incrementAndGet(), ledger, scene).get(PATIENCE, TimeUnit.SECONDS);
            return true;
        } catch (IOException killed) {
            return false;
        } catch (ExecutionException | TimeoutException e) {
            scene.failed(e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        lines.shutdownNow();
    }
}
