package dev.usher.desk;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Command;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of a desk. Anybody may post; one thread at a time decides, a batch of orders at once, and tells when the
 * whole batch is decided. An order that throws is answered and logged, and never ends the loop.
 */
public final class DeskLoop<O> {
    private static final Logger LOG = LoggerFactory.getLogger(DeskLoop.class);
    private static final int BATCH = 256;

    /** @param told runs when what became of the order has been told */
    private record Letter<O>(Order order, Optional<O> origin, Runnable told) {
        Letter(Order order, Optional<O> origin) {
            this(order, origin, () -> {});
        }
    }

    private final String name;
    private final Desk desk;
    private final int capacity;
    private final Executor executor;
    private final Clock clock;
    private final Alarm alarm;
    private final Outbox<O> outbox;
    private final Queue<Letter<O>> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile DeskStatus status;

    /** @param capacity how many requests may wait; what the switch owes itself is taken beyond that */
    public DeskLoop(
            String name, Desk desk, int capacity, Executor executor, Clock clock, Alarm alarm, Outbox<O> outbox) {
        this.name = name;
        this.desk = desk;
        this.capacity = capacity;
        this.executor = executor;
        this.clock = clock;
        this.alarm = alarm;
        this.outbox = outbox;
        this.status = desk.status();
    }

    /** Posts a request from outside. Returns false, at once, when the mailbox is full. */
    public boolean request(Order order, O origin) {
        if (requests.incrementAndGet() > capacity) {
            requests.decrementAndGet();
            return false;
        }
        mailbox.add(new Letter<>(order, Optional.of(origin)));
        schedule();
        return true;
    }

    /** Posts what must not be lost: the outcome of a side effect, a connection that is gone, the clock. */
    public void report(Command command) {
        mailbox.add(new Letter<>(new Order.Route(command), Optional.empty()));
        schedule();
    }

    /** Ends what is under way. The future is done when everybody has been told. */
    public CompletableFuture<Void> close() {
        var told = new CompletableFuture<Void>();
        mailbox.add(new Letter<>(new Order.Route(new Command.Close()), Optional.empty(), () -> told.complete(null)));
        schedule();
        return told;
    }

    /** As of the last batch. */
    public DeskStatus status() {
        return status;
    }

    private void schedule() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            // The plugin is being unloaded: nobody is left to tell.
            running.set(false);
        }
    }

    private void run() {
        try {
            var now = clock.instant(); // one for the batch: no deadline can fall between two of them
            var letters = takeBatch();
            var outcomes = letters.stream().map(letter -> decide(letter, now)).toList();
            status = desk.status();
            tell(coalesce(outcomes));
            letters.forEach(letter -> letter.told().run());
            desk.nextDeadline(now).ifPresent(at -> alarm.wake(at, () -> report(new Command.Tick())));
        } finally {
            running.set(false);
            if (!mailbox.isEmpty()) {
                schedule();
            }
        }
    }

    private List<Letter<O>> takeBatch() {
        var batch = new ArrayList<Letter<O>>();
        while (batch.size() < BATCH) {
            var letter = mailbox.poll();
            if (letter == null) {
                return batch;
            }
            if (letter.origin().isPresent()) {
                requests.decrementAndGet();
            }
            batch.add(letter);
        }
        return batch;
    }

    private Outcome<O> decide(Letter<O> letter, Instant now) {
        try {
            return desk.decide(letter.order(), letter.origin(), now);
        } catch (RuntimeException e) {
            LOG.error(
                    "order-failed workgroup={} order={}",
                    name,
                    letter.order().getClass().getSimpleName(),
                    e);
            return Outcome.failed(letter.origin());
        }
    }

    private void tell(List<Outcome<O>> batch) {
        try {
            outbox.tell(batch);
        } catch (RuntimeException e) {
            LOG.error("tell-failed workgroup={}", name, e);
        }
    }

    /** Of the reports of one drive in a batch only the last is told: each holds the whole account. */
    private static <O> List<Outcome<O>> coalesce(List<Outcome<O>> batch) {
        var told = new HashSet<String>();
        var kept = new ArrayList<Outcome<O>>(batch);
        for (int i = batch.size() - 1; i >= 0; i--) {
            var outcome = batch.get(i);
            var led = outcome.led().stream()
                    .filter(event -> !(event instanceof DriveEvent.Reported report) || told.add(report.drive()))
                    .toList();
            if (led.size() < outcome.led().size()) {
                kept.set(i, new Outcome<>(outcome.origin(), outcome.routed(), led, outcome.failed()));
            }
        }
        return kept;
    }
}
