package dev.usher.testbed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that tells nobody when it is done, with a deadline. */
public final class Poll {
    private static final long STEP = Duration.ofMillis(10).toNanos();

    private Poll() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @throws IllegalStateException with that complaint when it does not hold in time
     */
    public static void until(BooleanSupplier condition, Duration patience, Supplier<String> complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(complaint.get());
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
