package dev.usher.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.MemoryVisitStore;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DrivePolicy;
import dev.usher.routing.Command;
import dev.usher.routing.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop with real threads: nothing is lost, nothing overtakes, and one thread at a time tells. */
@Timeout(30)
class DeskLoopThreadsTest {
    private static final int SENDERS = 4;
    private static final int ORDERS = 5_000;

    private record Mark(int sender, int number) {}

    @Test
    void ofManySendersEachKeepsTheirOrder() throws Exception {
        var desk = new Desk(Settings.of(Set.of()), new DriveBoard(new DrivePolicy(Set.of())));
        var told = new TreeMap<Integer, List<Integer>>();
        var telling = new AtomicBoolean();
        var overlapped = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(2 + SENDERS);
        try {
            var loop = new DeskLoop<Mark>(
                    "demo",
                    desk,
                    SENDERS * ORDERS,
                    new DeskLoop.Surroundings<>(
                            new MemoryVisitStore(), threads, Clock.systemUTC(), (at, wake) -> {}, batch -> {
                                overlapped.compareAndSet(false, !telling.compareAndSet(false, true));
                                batch.stream()
                                        .flatMap(outcome -> outcome.origin().stream())
                                        .forEach(
                                                mark -> told.computeIfAbsent(mark.sender(), sender -> new ArrayList<>())
                                                        .add(mark.number()));
                                telling.set(false);
                            }));
            loop.open(connection -> false);
            CompletableFuture.allOf(IntStream.range(0, SENDERS)
                            .mapToObj(sender -> CompletableFuture.runAsync(() -> send(loop, sender), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .get(20, TimeUnit.SECONDS);
            loop.flush().get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        var all = IntStream.range(0, ORDERS).boxed().toList();
        assertEquals(Map.of(0, all, 1, all, 2, all, 3, all), told);
        assertTrue(!overlapped.get(), "two threads told at once");
    }

    private static void send(DeskLoop<Mark> loop, int sender) {
        for (int i = 0; i < ORDERS; i++) {
            assertTrue(loop.request(new Order.Route(new Command.Tick()), new Mark(sender, i)));
        }
    }
}
