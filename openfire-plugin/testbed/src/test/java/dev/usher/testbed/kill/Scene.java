package dev.usher.testbed.kill;

import dev.usher.testbed.ground.StanzaClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One life of the server as the players live it. Until it is opened they answer what they must, and nobody does anything
 * of their own will: so the audit finds a server at rest. Thread-safe.
 */
final class Scene {
    private static final int PATIENCE = 20;
    private static final int LONGEST_THOUGHT = 120;

    private final Life life = new Life();
    private final int port;
    private final Random random;
    private final ScheduledExecutorService timer;
    private final Queue<StanzaClient> connections = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final List<Runnable> postponed = new ArrayList<>();
    private boolean open;
    private volatile boolean over;

    Scene(int port, long seed, ScheduledExecutorService timer) {
        this.port = port;
        this.random = new Random(seed);
        this.timer = timer;
    }

    Life life() {
        return life;
    }

    int port() {
        return port;
    }

    boolean isOver() {
        return over;
    }

    /** One of so many, chosen by the seed. */
    int choose(int many) {
        return random.nextInt(many);
    }

    /** Somebody does that of their own will, after a moment's thought. */
    synchronized void later(Runnable action) {
        if (open) {
            timer.schedule(() -> perform(action), choose(LONGEST_THOUGHT), TimeUnit.MILLISECONDS);
        } else {
            postponed.add(action);
        }
    }

    private void perform(Runnable action) {
        try {
            if (!over) {
                action.run();
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Something went wrong that is not the kill's doing. */
    void failed(Exception failure) {
        failures.add(failure);
    }

    synchronized void open() {
        open = true;
        postponed.forEach(this::later);
        postponed.clear();
    }

    StanzaClient connected(StanzaClient client) {
        connections.add(client);
        return client;
    }

    /** The server is being killed: nobody begins anything new. */
    void end() {
        over = true;
    }

    /** Returns when everything that the dead server had sent is heard. Throws what a player threw. */
    void awaitSilence() throws Exception {
        var all = connections.stream().map(StanzaClient::closed).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(PATIENCE, TimeUnit.SECONDS);
        for (var failure : failures) {
            throw failure;
        }
    }
}
