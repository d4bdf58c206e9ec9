package dev.usher.benchmarks;

import dev.usher.desk.Desk;
import dev.usher.desk.DeskLoop;
import dev.usher.desk.Order;
import dev.usher.desk.Outcome;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DrivePolicy;
import dev.usher.persistence.ConnectionSource;
import dev.usher.persistence.JdbcVisitStore;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers who come to a fresh workgroup all at once, until its mailbox is full, and then as fast as it takes them. */
final class Joins {
    private static final int POSTERS = 16;
    private static final int MAILBOX = 4_000;

    private final ConnectionSource connections;
    private final String workgroup;
    private final int count;
    private final Semaphore room = new Semaphore(MAILBOX);
    private final AtomicInteger answered = new AtomicInteger();

    Joins(ConnectionSource connections, String workgroup, int count) {
        this.connections = connections;
        this.workgroup = workgroup;
        this.count = count;
    }

    /** How many a second are answered; each is stored by then, which is looked up afterwards. */
    double perSecond() throws Exception {
        var nurse = new Address("nurse@example.org", "nurse@example.org/desk");
        var owner = Executors.newSingleThreadExecutor();
        var posters = Executors.newFixedThreadPool(POSTERS);
        try {
            var surroundings = new DeskLoop.Surroundings<Integer>(
                    new JdbcVisitStore(connections), owner, Clock.systemUTC(), (at, wake) -> {}, this::tell);
            var desk = new Desk(Settings.of(Set.of(nurse.user())), new DriveBoard(new DrivePolicy(Set.of())));
            var loop = new DeskLoop<>(workgroup, desk, MAILBOX, surroundings);
            loop.open(connection -> false);
            loop.report(new Command.Attend(nurse, false, 0)); // away: all of them wait
            loop.flush().get(60, TimeUnit.SECONDS);

            var next = new AtomicInteger();
            long start = System.nanoTime();
            for (int i = 0; i < POSTERS; i++) {
                posters.execute(() -> post(loop, next));
            }
            posters.shutdown();
            require(posters.awaitTermination(5, TimeUnit.MINUTES), "the posters are stuck");
            loop.flush().get(60, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            require(answered.get() == count, answered + " were let in");
            require(stored() == count, stored() + " are stored");
            return count / seconds;
        } finally {
            posters.shutdownNow();
            owner.shutdown();
        }
    }

    private void post(DeskLoop<Integer> loop, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            room.acquireUninterruptibly();
            var order = new Order.Route(Customers.join(workgroup + "-" + i));
            require(loop.request(order, i), "the mailbox is smaller than it should be");
        }
    }

    private void tell(List<Outcome<Integer>> batch) {
        for (var outcome : batch) {
            if (outcome.origin().isPresent()) {
                room.release();
                if (outcome.routed().stream().anyMatch(Event.Queued.class::isInstance)) {
                    answered.incrementAndGet();
                }
            }
        }
    }

    private int stored() throws SQLException {
        try (var connection = connections.open();
                var select = connection.prepareStatement("SELECT COUNT(*) FROM ofUsherVisit WHERE workgroup = ?")) {
            select.setString(1, workgroup);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("of " + count + " joins in " + workgroup + ": " + otherwise);
        }
    }
}
