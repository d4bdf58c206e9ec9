package dev.usher.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement's parameters, filled in from the first to the last. Not thread-safe. */
final class Columns {
    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    Columns text(String text) throws SQLException {
        statement.setString(next++, text);
        return this;
    }

    Columns texts(Iterable<String> all) throws SQLException {
        for (var text : all) {
            text(text);
        }
        return this;
    }

    Columns number(long number) throws SQLException {
        statement.setLong(next++, number);
        return this;
    }
}
