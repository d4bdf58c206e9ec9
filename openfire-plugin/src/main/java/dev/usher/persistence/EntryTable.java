package dev.usher.persistence;

import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.VisitId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** ofUsherEntry: the journals of all visits, a row for each entry. Stateless. */
final class EntryTable {
    private static final String INSERT =
            "INSERT INTO ofUsherEntry (visitID, entryNumber, enteredAt, kind, who, what) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT entryNumber, enteredAt, kind, who, what FROM ofUsherEntry"
            + " WHERE visitID = ? AND entryNumber > ? ORDER BY entryNumber";
    private static final String DELETE = "DELETE FROM ofUsherEntry WHERE visitID = ?";

    private EntryTable() {}

    static void add(Connection connection, List<Entry> entries) throws SQLException {
        Batch.run(
                connection,
                INSERT,
                entries,
                (columns, entry) -> columns.text(Text.key(entry.visit().value()))
                        .number(entry.number())
                        .number(Nanos.of(entry.at()))
                        .text(Text.fit(entry.kind(), Schema.WORD))
                        .text(Text.fit(entry.who(), Schema.FULL_JID))
                        .text(Text.escape(entry.what())));
    }

    static List<Entry> read(Connection connection, VisitId visit, int after, int atMost) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setString(1, Text.key(visit.value()));
            select.setInt(2, after);
            select.setMaxRows(atMost);
            try (var rows = select.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(new Entry(
                            visit,
                            rows.getInt(1),
                            Nanos.instant(rows.getLong(2)),
                            Row.text(rows, 3),
                            Row.text(rows, 4),
                            Row.text(rows, 5)));
                }
                return entries;
            }
        }
    }

    static void delete(Connection connection, List<String> visits) throws SQLException {
        Batch.run(connection, DELETE, visits, Columns::text);
    }
}
