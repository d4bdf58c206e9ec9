package dev.usher.testbed.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Directories;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the server at random moments under load, starts it again on the same home, and lets everybody come back:
 * everything that was acknowledged must be there. {@code -Dusher.kill.rounds=200} for longer, {@code -Dusher.kill.seed=}
 * for the same again, as far as threads let it be the same.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("usher.kill.rounds", 20);
    private static final long SEED = Long.getLong("usher.kill.seed", System.nanoTime());
    private static final Path PLUGIN = Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar"));
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SHORTEST_LOAD = 150;
    private static final int LONGEST_LOAD = 1_800;
    private static final int LONGEST_RETURN = 500;

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Ledger ledger = new Ledger();
    private final Arrivals arrivals = new Arrivals(ledger);
    private final Comeback comeback = new Comeback(ledger);
    private Path home;

    @BeforeEach
    void chooseHome() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target/kill")), "home");
        System.out.printf("KillIT: %d rounds, -Dusher.kill.seed=%d%n", ROUNDS, SEED);
    }

    @AfterEach
    void stop() {
        arrivals.close();
        comeback.close();
        timer.shutdownNow();
    }

    @Test
    void everyVisitThatWasAcknowledgedIsFoundAgain() throws Exception {
        var total = Tally.NOTHING;
        liveAndDie();
        for (int round = 1; round <= ROUNDS; round++) {
            boolean twice = random.nextInt(4) == 0;
            if (twice) {
                dieWhileTheyComeBack();
            }
            var tally = liveAndDie();
            System.out.printf("round %2d: %s%s%n", round, tally, twice ? "; killed again on the return" : "");
            total = total.plus(tally);
        }
        System.out.println("KillIT: " + total);
        // Of what the kills have not met, nothing is proved.
        assertThat(total.joins()).isGreaterThan(ROUNDS);
        assertThat(total.accepts()).isGreaterThan(ROUNDS);
        assertThat(total.over()).isGreaterThan(ROUNDS);
        // Kept when anything is wrong: the log tells what the server thought.
        Directories.delete(home);
    }

    /** Returns what was found again of what the server before this one had acknowledged. */
    private Tally liveAndDie() throws Exception {
        try (var server = ServerProcess.start(home, PLUGIN)) {
            var scene = scene(server);
            var tally = audit(scene);
            scene.open();
            arrivals.begin(scene);
            kill(server, scene, SHORTEST_LOAD + random.nextInt(LONGEST_LOAD - SHORTEST_LOAD));
            assertThat(ledger.findings()).isEmpty();
            assertThat(Audit.doubledSeats(scene.life())).isEmpty();
            return tally;
        }
    }

    private Tally audit(Scene scene) throws Exception {
        var audit = new Audit(ledger.visits(), ledger.unanswered());
        comeback.to(scene, audit.visits(), random.nextLong());
        try {
            Poll.until(() -> audit.findings(scene.life()).isEmpty(), PATIENCE, () -> "not as it was");
        } catch (IllegalStateException notAsItWas) {
            assertThat(audit.findings(scene.life()))
                    .as("%s in %s", audit.tally(scene.life()), home)
                    .isEmpty();
        }
        ledger.settle(scene.life());
        return audit.tally(scene.life());
    }

    /** What it has done until then is not looked at: the next one has to make up for it. */
    private void dieWhileTheyComeBack() throws Exception {
        try (var server = ServerProcess.start(home, PLUGIN)) {
            var scene = scene(server);
            var killed = timer.schedule(server::kill, random.nextInt(LONGEST_RETURN), TimeUnit.MILLISECONDS);
            try {
                comeback.to(scene, ledger.visits(), random.nextLong());
            } catch (IOException died) {
                // as it should
            }
            killed.get();
            kill(server, scene, 0);
        }
    }

    /** Dead in so many milliseconds, and silent on return. */
    private void kill(ServerProcess server, Scene scene, int delay) throws Exception {
        timer.schedule(server::kill, delay, TimeUnit.MILLISECONDS).get();
        scene.end();
        server.close();
        scene.awaitSilence();
        ledger.serverDied();
    }

    private Scene scene(ServerProcess server) {
        return new Scene(server.port(), random.nextLong(), timer);
    }
}
