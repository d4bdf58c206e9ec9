package dev.usher.persistence;

import dev.usher.desk.StoreException;
import dev.usher.desk.VisitStore.Ending;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Address;
import dev.usher.routing.Bond;
import dev.usher.routing.Seat;
import dev.usher.routing.VisitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ofUsherVisit: one row for each visit, on or over. A visit is read from the columns answers and visitState alone; the
 * others are for finding it, and for people. How a visit began is written once. Stateless.
 */
final class VisitTable {
    private static final Logger LOG = LoggerFactory.getLogger(VisitTable.class);

    private static final String INSERT = "INSERT INTO ofUsherVisit (queueName, phase, customerUser, customerConnection,"
            + " customerHash, agentUser, agentConnection, entryCount, driveCount, visitState, visitID, workgroup,"
            + " priority, arrivalNumber, arrivedAt, origin, answers)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SET = "UPDATE ofUsherVisit SET queueName = ?, phase = ?, customerUser = ?,"
            + " customerConnection = ?, customerHash = ?, agentUser = ?, agentConnection = ?, entryCount = ?, driveCount = ?,"
            + " visitState = ?";
    private static final String CHANGE = SET + " WHERE visitID = ?";
    private static final String END = SET + ", endedAt = ?, endReason = ? WHERE visitID = ?";
    private static final String LIVE = "SELECT visitID, entryCount, driveCount, answers, visitState FROM ofUsherVisit"
            + " WHERE workgroup = ? AND endedAt IS NULL ORDER BY arrivalNumber, arrivedAt, visitID";
    private static final String BONDS = "SELECT customerUser, agentUser, endedAt FROM ofUsherVisit"
            + " WHERE workgroup = ? AND endedAt >= ? AND agentUser IS NOT NULL ORDER BY endedAt, arrivalNumber";
    private static final String WORKGROUPS =
            "SELECT DISTINCT workgroup FROM ofUsherVisit WHERE endedAt IS NULL ORDER BY workgroup";
    private static final String ENDED = "SELECT visitID FROM ofUsherVisit WHERE endedAt < ? ORDER BY endedAt";
    private static final String DELETE = "DELETE FROM ofUsherVisit WHERE visitID = ?";

    private static final String LOCK =
            "UPDATE ofUsherVisit SET entryCount = entryCount WHERE visitID = ? AND endedAt IS NOT NULL";
    private static final String COUNT = "SELECT entryCount FROM ofUsherVisit WHERE visitID = ?";
    private static final String SET_COUNT = "UPDATE ofUsherVisit SET entryCount = ? WHERE visitID = ?";

    private VisitTable() {}

    static void add(Connection connection, String workgroup, List<Kept> added) throws SQLException {
        Batch.run(connection, INSERT, added, (columns, visit) -> {
            bind(columns, visit);
            columns.text(key(visit)).text(Text.key(workgroup));
            var placed = visit.state().placed();
            columns.number(placed.priority())
                    .number(placed.number())
                    .number(Nanos.of(placed.since()))
                    .text(Text.fit(placed.origin(), Schema.WORD))
                    .text(VisitText.answers(visit.state()));
        });
    }

    static void change(Connection connection, List<Kept> changed) throws SQLException {
        Batch.mustHit(connection, CHANGE, changed, (columns, visit) -> {
            bind(columns, visit);
            columns.text(key(visit));
        });
    }

    static void end(Connection connection, List<Ending> ended) throws SQLException {
        Batch.mustHit(connection, END, ended, (columns, ending) -> {
            bind(columns, ending.last());
            columns.number(Nanos.of(ending.at())).text(Text.fit(ending.why(), Schema.WORD));
            columns.text(key(ending.last()));
        });
    }

    /** In the order of arrival. A row that cannot be understood is left where it is, and out of here. */
    static List<Kept> live(Connection connection, String workgroup) throws SQLException {
        try (var select = connection.prepareStatement(LIVE)) {
            select.setString(1, Text.key(workgroup));
            try (var rows = select.executeQuery()) {
                var visits = new ArrayList<Kept>();
                while (rows.next()) {
                    read(rows, workgroup).ifPresent(visits::add);
                }
                return visits;
            }
        }
    }

    /** Of a customer who was served by several, the last one. */
    static List<Bond> bonds(Connection connection, String workgroup, Instant since) throws SQLException {
        try (var select = connection.prepareStatement(BONDS)) {
            select.setString(1, Text.key(workgroup));
            select.setLong(2, Nanos.of(since));
            try (var rows = select.executeQuery()) {
                var bonds = new LinkedHashMap<String, Bond>();
                while (rows.next()) {
                    var customer = Row.text(rows, 1);
                    bonds.remove(customer);
                    bonds.put(customer, new Bond(customer, Row.text(rows, 2), Nanos.instant(rows.getLong(3))));
                }
                return List.copyOf(bonds.values());
            }
        }
    }

    static List<String> workgroups(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(WORKGROUPS);
                var rows = select.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(Row.text(rows, 1));
            }
            return names;
        }
    }

    /** Those that have been over for the longest, as they are called in the tables. */
    static List<String> endedBefore(Connection connection, Instant instant, int atMost) throws SQLException {
        try (var select = connection.prepareStatement(ENDED)) {
            select.setLong(1, Nanos.of(instant));
            select.setMaxRows(atMost);
            try (var rows = select.executeQuery()) {
                var keys = new ArrayList<String>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                return keys;
            }
        }
    }

    static void delete(Connection connection, List<String> keys) throws SQLException {
        Batch.run(connection, DELETE, keys, Columns::text);
    }

    /** How many entries a visit that is over has, which nobody else can change now; empty if it is on, or not there. */
    static OptionalInt lockEnded(Connection connection, String key) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, key);
            if (lock.executeUpdate() == 0) {
                return OptionalInt.empty();
            }
        }
        return Rows.read(connection, COUNT, 1, columns -> columns.text(key), row -> row.getInt(1)).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    static void count(Connection connection, String key, int entries) throws SQLException {
        Batch.mustHit(
                connection,
                SET_COUNT,
                List.of(entries),
                (columns, count) -> columns.number(count).text(key));
    }

    private static void bind(Columns columns, Kept visit) throws SQLException {
        var state = visit.state();
        var leader = state.seats().stream().findFirst().map(Seat::agent);
        columns.text(Text.fit(state.queue(), Schema.WORD))
                .text(state.phase().name())
                .text(Text.fit(state.customer().user(), Schema.BARE_JID))
                .text(Text.fit(state.customer().connection(), Schema.FULL_JID))
                .text(Text.hash(state.customer().user()))
                .text(leader.map(Address::user)
                        .map(user -> Text.fit(user, Schema.BARE_JID))
                        .orElse(null))
                .text(leader.map(Address::connection)
                        .map(connection -> Text.fit(connection, Schema.FULL_JID))
                        .orElse(null))
                .number(visit.entries())
                .number(visit.drives())
                .text(VisitText.state(state));
    }

    private static String key(Kept visit) {
        return Text.key(visit.state().id().value());
    }

    private static Optional<Kept> read(ResultSet row, String workgroup) throws SQLException {
        var id = new VisitId(Row.text(row, 1));
        try {
            var state = VisitText.read(id, Row.raw(row, 4), Row.raw(row, 5));
            return Optional.of(new Kept(state, row.getInt(2), row.getInt(3)));
        } catch (StoreException e) {
            LOG.error("skipped visit={} workgroup={}: its row in ofUsherVisit is broken", id.value(), workgroup, e);
            return Optional.empty();
        }
    }
}
