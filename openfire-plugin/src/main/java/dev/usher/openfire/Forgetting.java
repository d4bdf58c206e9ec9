package dev.usher.openfire;

import dev.usher.desk.StoreException;
import dev.usher.desk.VisitStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets visits, with what was said in them, when they have been over for as long as the admin wants to know them. */
final class Forgetting implements Runnable {
    static final Duration EVERY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    /** Few enough that nobody notices the transaction. */
    private static final int AT_A_TIME = 200;

    private final VisitStore store;
    private final Clock clock;
    private final IntSupplier days;
    private final AtomicBoolean isStopped = new AtomicBoolean();

    /** @param days how long visits are remembered; 0 is for ever */
    Forgetting(VisitStore store, Clock clock, IntSupplier days) {
        this.store = store;
        this.clock = clock;
        this.days = days;
    }

    @Override
    public void run() {
        int kept = days.getAsInt();
        if (kept == 0) {
            return;
        }
        try {
            int forgotten = 0;
            int last = AT_A_TIME;
            while (last == AT_A_TIME && !isStopped.get()) {
                last = store.forget(clock.instant().minus(Duration.ofDays(kept)), AT_A_TIME);
                forgotten += last;
            }
            if (forgotten > 0) {
                LOG.info("forgotten visits={} older-than-days={}", forgotten, kept);
            }
        } catch (StoreException e) {
            LOG.warn("forget-failed It is tried again in an hour.", e);
        }
    }

    void stop() {
        isStopped.set(true);
    }
}
