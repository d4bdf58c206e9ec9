package dev.usher.benchmarks;

import dev.usher.desk.Desk;
import dev.usher.desk.DeskLoop;
import dev.usher.desk.Order;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DrivePolicy;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Settings;
import dev.usher.routing.Workgroup;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How much heap a waiting visit takes, its addresses and a form of two fields included: {@code mvn -Pbenchmarks -pl
 * web-client,openfire-plugin,openfire-plugin/benchmarks verify -DskipTests -DskipITs -Dusher.web.tests.skip=true
 * -Dusher.benchmark=dev.usher.benchmarks.WaitingVisitMemory}.
 */
public final class WaitingVisitMemory {
    private static final int VISITS = 100_000;
    private static final int ROUNDS = 3;
    private static final Address AGENT = new Address("nurse@example.org", "nurse@example.org/desk");

    private WaitingVisitMemory() {}

    public static void main(String[] args) {
        print("in the workgroup", WaitingVisitMemory::workgroup);
        print("in the desk's loop", WaitingVisitMemory::loop);
    }

    private static void print(String where, IntFunction<Object> made) {
        used(made, VISITS); // the classes are loaded
        for (int round = 1; round <= ROUNDS; round++) {
            long each = (used(made, VISITS) - used(made, 0)) / VISITS;
            System.out.printf("%,d waiting visits %s: %,d bytes each%n", VISITS, where, each);
        }
    }

    /** Nobody is served: the agent is away. */
    private static Object workgroup(int waiting) {
        var workgroup = new Workgroup(Settings.of(Set.of(AGENT.user())));
        var now = Instant.parse("2026-01-01T10:00:00Z");
        workgroup.handle(new Command.Attend(AGENT, false, 0), now);
        for (int i = 0; i < waiting; i++) {
            workgroup.handle(Customers.join("visit" + i), now.plusMillis(i));
        }
        require(workgroup.states().size() == waiting);
        return workgroup;
    }

    private static Object loop(int waiting) {
        var desk = new Desk(Settings.of(Set.of(AGENT.user())), new DriveBoard(new DrivePolicy(Set.of())));
        var store = new CountingStore();
        var loop = new DeskLoop<Integer>(
                "w",
                desk,
                10,
                new DeskLoop.Surroundings<>(store, Runnable::run, Clock.systemUTC(), (at, wake) -> {}, batch -> {}));
        loop.open(connection -> false);
        loop.report(new Command.Attend(AGENT, false, 0));
        for (int i = 0; i < waiting; i++) {
            loop.request(new Order.Route(Customers.join("visit" + i)), i);
        }
        require(store.added() == waiting);
        return loop;
    }

    private static void require(boolean allWait) {
        if (!allWait) {
            throw new IllegalStateException("somebody was refused");
        }
    }

    private static long used(IntFunction<Object> made, int waiting) {
        long before = usedNow();
        var kept = made.apply(waiting);
        long after = usedNow();
        java.lang.ref.Reference.reachabilityFence(kept);
        return after - before;
    }

    private static long usedNow() {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
