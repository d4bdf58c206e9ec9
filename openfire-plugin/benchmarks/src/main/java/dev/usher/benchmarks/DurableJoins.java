package dev.usher.benchmarks;

import dev.usher.persistence.ConnectionSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins a second through a desk's loop, each of them stored before it is answered, beside the commits a second that the
 * same database does one row at a time on one connection: {@code mvn -Pbenchmarks -pl
 * web-client,openfire-plugin,openfire-plugin/benchmarks verify -DskipTests -DskipITs -Dusher.web.tests.skip=true
 * -Dusher.benchmark=dev.usher.benchmarks.DurableJoins}. The databases are below target/, on the disk of the build.
 *
 * <p>The two are not to be compared with each other: H2 hands each commit to the system and does not wait for the disk,
 * so that it outlives a kill of the process and not a power cut; PostgreSQL waits, which batches make up for.
 */
public final class DurableJoins {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 8;
    private static final int JOINS = 10_000;
    private static final int COMMITS = 2_000;

    private final String name;
    private final ConnectionSource connections;
    private int rounds;
    private int rows;

    private DurableJoins(String name, ConnectionSource connections) {
        this.name = name;
        this.connections = connections;
    }

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "durable-joins");
        try {
            measureBoth(home);
        } finally {
            delete(home);
        }
    }

    private static void measureBoth(Path home) throws Exception {
        var url = "jdbc:h2:file:" + home.resolve("h2") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;NON_KEYWORDS=RANK,VALUE,KEY";
        try (var h2 = DriverManager.getConnection(url)) {
            new DurableJoins("H2", new OneConnection(h2)::lend).measure("usher_unknown.sql");
        }
        try (var server = EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("postgresql"))
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var postgresql = server.getPostgresDatabase().getConnection()) {
            requireOn(postgresql, "fsync", "synchronous_commit", "full_page_writes");
            new DurableJoins("PostgreSQL", new OneConnection(postgresql)::lend).measure("usher_postgresql.sql");
        }
    }

    private void measure(String script) throws Exception {
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ofVersion (name VARCHAR(50) PRIMARY KEY, version INTEGER NOT NULL)");
            statement.execute("CREATE TABLE raw (id INTEGER NOT NULL PRIMARY KEY, what VARCHAR(200))");
            for (var sql : statements(script)) {
                statement.execute(sql);
            }
        }
        System.out.printf("%-10s  %9s  %9s  %9s%n", name, "joins/s", "commits/s", "ratio");
        var joins = new double[ROUNDS];
        var commits = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            boolean joinsFirst = round % 2 == 0; // whatever the one leaves behind meets the other as often
            double before = joinsFirst ? 0 : commits();
            double joined = new Joins(connections, "w" + rounds++, JOINS).perSecond();
            double committed = joinsFirst ? commits() : before;
            print(round < 0 ? "warm-up" : "round " + (round + 1), joined, committed, joined / committed);
            if (round >= 0) {
                joins[round] = joined;
                commits[round] = committed;
                ratios[round] = joined / committed;
            }
        }
        Stream.of(joins, commits, ratios).forEach(Arrays::sort);
        print("min", joins[0], commits[0], ratios[0]);
        print("median", median(joins), median(commits), median(ratios));
        print("max", joins[ROUNDS - 1], commits[ROUNDS - 1], ratios[ROUNDS - 1]);
    }

    private static void print(String what, double joins, double commits, double ratio) {
        System.out.printf("%-10s  %9.0f  %9.0f  %9.2f%n", what, joins, commits, ratio);
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double commits() throws SQLException {
        try (var connection = connections.open()) {
            connection.setAutoCommit(false);
            double seconds;
            try (var insert = connection.prepareStatement("INSERT INTO raw (id, what) VALUES (?, ?)")) {
                long start = System.nanoTime();
                for (int i = 0; i < COMMITS; i++) {
                    insert.setInt(1, ++rows);
                    insert.setString(2, "one row, one transaction");
                    insert.executeUpdate();
                    connection.commit();
                }
                seconds = (System.nanoTime() - start) / 1e9;
            }
            connection.setAutoCommit(true);
            return COMMITS / seconds;
        }
    }

    /** A server that was started for tests may not care: then the figures would mean nothing. */
    private static void requireOn(Connection postgresql, String... settings) throws SQLException {
        for (var setting : settings) {
            try (var statement = postgresql.createStatement();
                    var rows = statement.executeQuery("SHOW " + setting)) {
                rows.next();
                if (!rows.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + rows.getString(1));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> statements(String script) throws IOException {
        var folder = Path.of(System.getProperty("usher.database", "openfire-plugin/src/main/openfire/database"));
        var text = Files.readString(folder.resolve(script), StandardCharsets.US_ASCII)
                .replaceAll("(?m)^--.*$", "");
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
