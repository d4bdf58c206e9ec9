package dev.usher.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A question to the database, and all its answers. Stateless. */
final class Rows {
    /** Fills in the statement's parameters. */
    @FunctionalInterface
    interface Parameters {
        void bind(Columns columns) throws SQLException;
    }

    /** What is made of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Rows() {}

    static <T> List<T> read(Connection connection, String sql, int atMost, Parameters parameters, Reading<T> reading)
            throws SQLException {
        return read(connection, sql, atMost, 0, parameters, reading);
    }

    /** @param seconds how long it may take; 0 is for ever */
    static <T> List<T> read(
            Connection connection, String sql, int atMost, int seconds, Parameters parameters, Reading<T> reading)
            throws SQLException {
        if (atMost < 1) {
            return List.of();
        }
        try (var select = connection.prepareStatement(sql)) {
            parameters.bind(new Columns(select));
            select.setMaxRows(atMost);
            select.setQueryTimeout(seconds);
            try (var rows = select.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
                return all;
            }
        }
    }

    /** As many question marks, with commas between: for IN. */
    static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }
}
