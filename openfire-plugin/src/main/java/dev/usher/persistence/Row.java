package dev.usher.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Text out of a row. Stateless. */
final class Row {
    private Row() {}

    static String text(ResultSet row, int column) throws SQLException {
        return Text.unescape(raw(row, column));
    }

    /** As it is in the column. */
    static String raw(ResultSet row, int column) throws SQLException {
        var text = row.getString(column);
        // COMPAT Oracle: what was empty comes back as NULL.
        return text == null ? "" : text;
    }
}
