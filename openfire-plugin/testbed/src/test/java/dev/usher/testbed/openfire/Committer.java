package dev.usher.testbed.openfire;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Changes a few rows of the database of a home directory again and again, from several threads as a server does, and says
 * each change when it is committed. Goes on until it is killed; an input that ends, since its test is gone, ends it too.
 */
final class Committer {
    private static final int THREADS = 4;
    private static final int ROWS = 50;

    private Committer() {}

    /** @param arguments the database's address, and a number above every one that was said before */
    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection(arguments[0], "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS committed (id INT PRIMARY KEY, version BIGINT, text VARCHAR(500))");
        }
        long first = Long.parseLong(arguments[1]);
        for (int i = 0; i < THREADS; i++) {
            int lane = i;
            new Thread(() -> commit(arguments[0], lane * ROWS, first)).start();
        }
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static void commit(String url, int firstRow, long firstVersion) {
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var change = connection.prepareStatement("MERGE INTO committed VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (long version = firstVersion; ; version++) {
                var row = firstRow + version % ROWS;
                change.setLong(1, row);
                change.setLong(2, version);
                change.setString(3, "x".repeat(200));
                change.executeUpdate();
                connection.commit();
                System.out.println(row + " " + version);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
