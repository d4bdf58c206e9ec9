package dev.usher.persistence;

import dev.usher.desk.Stay;
import dev.usher.desk.VisitStore.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * ofUsherSeat: who has been in which visit, a row for each entry of the journal by which an agent comes into a channel.
 * A bare JID is too long for an index of MySQL or SQL Server, so agents are found by its SHA-256. Stateless.
 */
final class SeatTable {
    private static final String INSERT = "INSERT INTO ofUsherSeat (visitID, entryNumber, workgroup, agentHash,"
            + " agentUser, enteredAt) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String VISITS = "SELECT visitID FROM ofUsherSeat"
            + " WHERE workgroup = ? AND agentHash = ? GROUP BY visitID HAVING MIN(enteredAt) >= ?"
            + " ORDER BY MIN(enteredAt) DESC, visitID";
    private static final String HAS_SERVED =
            "SELECT entryNumber FROM ofUsherSeat WHERE visitID = ? AND workgroup = ? AND agentHash = ?";
    private static final String DELETE = "DELETE FROM ofUsherSeat WHERE visitID = ?";

    private SeatTable() {}

    static void add(Connection connection, String workgroup, List<Entry> entries) throws SQLException {
        Batch.run(
                connection,
                INSERT,
                entries.stream().filter(Stay::begins).toList(),
                (columns, entry) -> columns.text(Text.key(entry.visit().value()))
                        .number(entry.number())
                        .text(Text.key(workgroup))
                        .text(Text.hash(entry.user()))
                        .text(Text.fit(entry.user(), Schema.BARE_JID))
                        .number(Nanos.of(entry.at())));
    }

    /** The keys of the visits in which an agent has been, for the first time since then; newest first. */
    static List<String> visits(Connection connection, String workgroup, String agent, Instant since, int atMost)
            throws SQLException {
        return Rows.read(
                connection,
                VISITS,
                atMost,
                columns ->
                        columns.text(Text.key(workgroup)).text(Text.hash(agent)).number(Nanos.of(since)),
                row -> row.getString(1));
    }

    static boolean hasServed(Connection connection, String visit, String workgroup, String agent) throws SQLException {
        return !Rows.read(
                        connection,
                        HAS_SERVED,
                        1,
                        columns -> columns.text(visit).text(Text.key(workgroup)).text(Text.hash(agent)),
                        row -> row.getInt(1))
                .isEmpty();
    }

    static void delete(Connection connection, List<String> visits) throws SQLException {
        Batch.run(connection, DELETE, visits, Columns::text);
    }
}
