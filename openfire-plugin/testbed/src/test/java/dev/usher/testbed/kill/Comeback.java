package dev.usher.testbed.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everybody returns to a server that was started again: customers first, agents first, or all in a crowd. */
final class Comeback implements AutoCloseable {
    private static final int DOORS = 8;

    private final ExecutorService doors = Executors.newFixedThreadPool(DOORS);
    private final Ledger ledger;

    Comeback(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Returns when all are connected and have said what they want.
     *
     * @throws IOException if the server is dead, or dies meanwhile
     */
    void to(Scene scene, List<Known> visits, long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var customers = new ArrayList<Callable<Void>>();
        for (var visit : visits) {
            if (visit.customer != null) {
                customers.add(() -> {
                    Customer.comeBack(visit, ledger, scene);
                    return null;
                });
            }
        }
        // Not by their age: the order must be the server's doing.
        Collections.shuffle(customers, random);
        var agents = new ArrayList<Callable<Void>>();
        for (var name : DoomedServer.AGENTS) {
            agents.add(() -> {
                Agent.goOnline(name, ledger, scene);
                return null;
            });
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                run(customers);
                run(agents);
            }
            case 1 -> {
                run(agents);
                run(customers);
            }
            default -> {
                customers.addAll(agents);
                Collections.shuffle(customers, random);
                run(customers);
            }
        }
    }

    private void run(List<Callable<Void>> returns) throws IOException, InterruptedException {
        for (var done : doors.invokeAll(returns)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IOException("Could not come back", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        doors.shutdownNow();
    }
}
