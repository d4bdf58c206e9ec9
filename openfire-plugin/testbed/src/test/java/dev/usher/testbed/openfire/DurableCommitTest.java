package dev.usher.testbed.openfire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is there after SIGKILL: what the tests that kill the server rely on, and what H2 does not do unasked. */
class DurableCommitTest {
    private static final int COMMITS = 500;
    private static final int KILLS = 4;
    /** H2 may use the space of what is older again: that it does not must show at once, not after a minute. */
    private static final String AGE_AT_ONCE = ";RETENTION_TIME=0";

    @TempDir
    Path home;

    @Test
    void everythingThatWasCommittedOutlivesTheProcessThatIsKilled() throws Exception {
        var committed = new HashMap<Integer, Long>();
        for (int i = 0; i < KILLS; i++) {
            commitUntilKilled(i * 1_000_000L, committed);
            var stored = stored();
            assertThat(committed)
                    .isNotEmpty()
                    .allSatisfy((row, version) -> assertThat(stored.get(row))
                            .as("version of row %s", row)
                            .isGreaterThanOrEqualTo(version));
        }
    }

    /** Kills in the midst of it, then takes in what was said until then. */
    private void commitUntilKilled(long first, Map<Integer, Long> committed) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committer.class.getName(),
                        url(),
                        Long.toString(first))
                .redirectError(Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            int count = 0;
            for (String line; (line = lines.readLine()) != null; ) {
                var words = line.split(" ");
                committed.put(Integer.parseInt(words[0]), Long.parseLong(words[1]));
                if (++count == COMMITS) {
                    // By its handle: Process.destroyForcibly() would close our end of what it still says.
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(count).isGreaterThanOrEqualTo(COMMITS);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private Map<Integer, Long> stored() throws SQLException {
        var versions = new HashMap<Integer, Long>();
        try (var connection = DriverManager.getConnection(url(), "sa", "");
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT id, version FROM committed")) {
                while (rows.next()) {
                    versions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            // The next one shall find the file as a kill leaves it.
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        return versions;
    }

    private String url() {
        return H2Connections.url(home.toString()) + AGE_AT_ONCE;
    }
}
