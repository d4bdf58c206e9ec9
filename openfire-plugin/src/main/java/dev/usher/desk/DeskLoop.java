package dev.usher.desk;

import dev.usher.routing.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of a desk. Anybody may post; one thread at a time decides a batch of orders, stores what has changed in
 * one transaction, and only then tells. When it cannot be stored, nobody is told: whoever asked is asked to come back,
 * what the world has reported is kept, and the desk begins anew with what the store has, as soon as it can be read. An
 * order that throws is answered and logged, and never ends the loop.
 */
public final class DeskLoop<O> {
    /** How long a store that fails is left alone. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DeskLoop.class);
    private static final int BATCH = 256;

    /** What a loop is given to work with. */
    public record Surroundings<O>(VisitStore store, Executor executor, Clock clock, Alarm alarm, Outbox<O> outbox) {}

    private final String name;
    private final Desk desk;
    private final Surroundings<O> with;
    private final Mailbox<O> mailbox;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile DeskStatus status;

    /** Who is still there when the desk begins anew; null while there is no need to. */
    private Predicate<String> beginAnew;

    private boolean channelsAreLost = true;
    private boolean isStoreDown;
    private Instant retryAt = Instant.MIN;
    private volatile boolean isOpen;

    /** @param capacity how many requests may wait; what the switch owes itself is taken beyond that */
    public DeskLoop(String name, Desk desk, int capacity, Surroundings<O> surroundings) {
        this.name = name;
        this.desk = desk;
        this.with = surroundings;
        this.mailbox = new Mailbox<>(capacity);
        this.status = desk.status();
    }

    /**
     * Begins to work, with the visits of its earlier life.
     *
     * @param isHere whether a connection (a full JID) is still there: everybody else has to come back
     */
    public void open(Predicate<String> isHere) {
        beginAnew = isHere;
        isOpen = true;
        schedule();
    }

    /** Posts a request from outside. Returns false, at once, when the mailbox is full. */
    public boolean request(Order order, O origin) {
        if (!mailbox.offer(new Letter<>(order, Optional.of(origin)))) {
            return false;
        }
        schedule();
        return true;
    }

    /**
     * Posts a request from outside by somebody who cannot be told by an outbox. Done when what was decided is stored and
     * told to everybody else; what has failed when it could not be, or the mailbox is full.
     */
    public CompletableFuture<Outcome<O>> ask(Command command) {
        var answer = new CompletableFuture<Outcome<O>>();
        if (!mailbox.offer(new Letter<>(new Order.Route(command), Optional.empty(), true, answer::complete))) {
            return CompletableFuture.completedFuture(Outcome.failed(Optional.empty()));
        }
        schedule();
        return answer;
    }

    /** Posts what must not be lost: the outcome of a side effect, a connection that is gone, the clock. */
    public void report(Command command) {
        mailbox.add(new Letter<>(new Order.Route(command), Optional.empty()));
        schedule();
    }

    /** The future is done when everything that was posted before has been told. */
    public CompletableFuture<Void> flush() {
        return lastly(new Command.Tick());
    }

    private CompletableFuture<Void> lastly(Command command) {
        var told = new CompletableFuture<Void>();
        mailbox.add(new Letter<>(new Order.Route(command), Optional.empty(), false, outcome -> told.complete(null)));
        schedule();
        return told;
    }

    /** As of the last batch. */
    public DeskStatus status() {
        return status;
    }

    private void schedule() {
        if (!isOpen || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            with.executor().execute(this::run);
        } catch (RejectedExecutionException e) {
            // The plugin is being unloaded: nobody is left to tell.
            running.set(false);
        }
    }

    private void run() {
        try {
            var now = with.clock().instant(); // one for the batch: no deadline can fall between two of them
            if (beginAnew == null || beginAnew(now)) {
                work(mailbox.take(BATCH), now);
            } else {
                turnAway(mailbox.take(BATCH));
            }
            wakeNext(now);
        } finally {
            running.set(false);
            if (!mailbox.isEmpty()) {
                schedule();
            }
        }
    }

    private void work(List<Letter<O>> letters, Instant now) {
        var batch = new ArrayList<>(letters);
        var broken = new ArrayList<Letter<O>>();
        var outcomes = decide(batch, broken, now);
        while (outcomes == null && beginAnew(now)) {
            outcomes = decide(batch, broken, now); // without the one that threw
        }
        fail(broken);
        if (outcomes == null || !keep()) {
            turnAway(batch);
            return;
        }
        status = desk.status();
        tell(Coalescing.of(outcomes));
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).told().accept(outcomes.get(i));
        }
    }

    /** Null when an order threw: it is out of the batch then, and the desk has to begin anew. */
    private List<Outcome<O>> decide(List<Letter<O>> batch, List<Letter<O>> broken, Instant now) {
        var outcomes = new ArrayList<Outcome<O>>();
        for (var letter : List.copyOf(batch)) {
            try {
                outcomes.add(desk.decide(letter.order(), letter.origin(), now));
            } catch (RuntimeException e) {
                LOG.error(
                        "order-failed workgroup={} order={}",
                        name,
                        letter.order().word(),
                        e);
                batch.remove(letter);
                broken.add(letter);
                fallBack();
                return null;
            }
        }
        return outcomes;
    }

    private boolean keep() {
        try {
            var changes = desk.takeChanges();
            if (!changes.isEmpty()) {
                with.store().keep(name, changes);
            }
            return true;
        } catch (StoreException e) {
            storeFailed(e);
            fallBack();
            return false;
        }
    }

    /** What is in memory is worth nothing any more; everybody is still where they were. */
    private void fallBack() {
        beginAnew = beginAnew == null ? connection -> true : beginAnew;
    }

    /** Returns whether the desk stands on what is stored. */
    private boolean beginAnew(Instant now) {
        if (now.isBefore(retryAt)) {
            return false;
        }
        try {
            var memory = with.store().recall(name, desk.bondsSince(now));
            List<Outcome<O>> outcomes = desk.restore(memory, beginAnew, channelsAreLost, now);
            var changes = desk.takeChanges();
            if (!changes.isEmpty()) {
                with.store().keep(name, changes);
            }
            if (isStoreDown) {
                LOG.info(
                        "store-back workgroup={} visits={}",
                        name,
                        memory.visits().size());
            }
            isStoreDown = false;
            beginAnew = null;
            channelsAreLost = false;
            status = desk.status();
            outcomes.removeIf(outcome -> outcome.routed().isEmpty());
            tell(Coalescing.of(outcomes));
            return true;
        } catch (StoreException e) {
            storeFailed(e);
            retryAt = now.plus(RETRY);
            return false;
        }
    }

    private void storeFailed(StoreException e) {
        if (!isStoreDown) {
            LOG.error(
                    "store-failed workgroup={} Customers and agents are asked to wait until the database answers"
                            + " again; nothing is lost.",
                    name,
                    e);
        }
        isStoreDown = true;
    }

    /** Who asked is asked to come back; what the world has reported waits until it can be stored. */
    private void turnAway(List<Letter<O>> letters) {
        var facts = letters.stream().filter(Letter::isFact).toList();
        mailbox.putBack(facts);
        fail(letters.stream().filter(letter -> !letter.isFact()).toList());
    }

    private void fail(List<Letter<O>> letters) {
        tell(letters.stream().map(letter -> Outcome.failed(letter.origin())).toList());
        letters.forEach(letter -> letter.told().accept(Outcome.failed(letter.origin())));
    }

    private void wakeNext(Instant now) {
        if (beginAnew != null) {
            var at = retryAt.isAfter(now) ? retryAt : now.plus(RETRY);
            with.alarm().wake(at, () -> {
                mailbox.release();
                schedule();
            });
            return;
        }
        desk.nextDeadline(now).ifPresent(at -> with.alarm().wake(at, () -> report(new Command.Tick())));
    }

    private void tell(List<Outcome<O>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            with.outbox().tell(batch);
        } catch (RuntimeException e) {
            LOG.error("tell-failed workgroup={}", name, e);
        }
    }
}
