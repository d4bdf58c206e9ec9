package dev.usher.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One statement for many rows, sent in one go. Stateless. */
final class Batch {
    /** Fills in the statement's parameters for one row. */
    @FunctionalInterface
    interface Row<T> {
        void bind(Columns columns, T row) throws SQLException;
    }

    private Batch() {}

    static <T> void run(Connection connection, String sql, List<T> rows, Row<T> row) throws SQLException {
        run(connection, sql, rows, row, false);
    }

    /** As {@link #run}, and each row has to be there. */
    static <T> void mustHit(Connection connection, String sql, List<T> rows, Row<T> row) throws SQLException {
        run(connection, sql, rows, row, true);
    }

    private static <T> void run(Connection connection, String sql, List<T> rows, Row<T> row, boolean mustHit)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var each : rows) {
                row.bind(new Columns(statement), each);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            if (mustHit) {
                requireHits(counts);
            }
        }
    }

    /** Drivers that put rows together answer SUCCESS_NO_INFO: then there is nothing to be known. */
    private static void requireHits(int[] counts) throws SQLException {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0 || counts[i] == Statement.EXECUTE_FAILED) {
                throw new SQLException("row " + (i + 1) + " of " + counts.length + " is not in the table");
            }
        }
    }
}
