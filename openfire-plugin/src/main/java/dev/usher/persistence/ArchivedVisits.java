package dev.usher.persistence;

import dev.usher.desk.Stay;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of ofUsherVisit for those who read about visits, with the agents' stays from ofUsherEntry. A row whose form cannot
 * be understood is logged and left out. Stateless.
 */
final class ArchivedVisits {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivedVisits.class);

    private static final String SELECT = "SELECT visitID, workgroup, customerUser, customerConnection, answers,"
            + " arrivedAt, endedAt FROM ofUsherVisit WHERE ";
    private static final String ONE = SELECT + "visitID = ? AND workgroup = ?";
    private static final String OF_CUSTOMER =
            SELECT + "workgroup = ? AND customerHash = ? ORDER BY arrivedAt DESC, visitID";

    private static final String ANSWERS = "SELECT answers FROM ofUsherVisit WHERE visitID = ?";

    private ArchivedVisits() {}

    static Optional<Archived> find(Connection connection, String workgroup, VisitId visit) throws SQLException {
        var found = read(
                connection,
                ONE,
                1,
                columns -> columns.text(Text.key(visit.value())).text(Text.key(workgroup)));
        return found.values().stream().findFirst();
    }

    static List<Archived> ofCustomer(Connection connection, String workgroup, String customer, int atMost)
            throws SQLException {
        var found = read(
                connection,
                OF_CUSTOMER,
                atMost,
                columns -> columns.text(Text.key(workgroup)).text(Text.hash(customer)));
        return List.copyOf(found.values());
    }

    /** In the order of these keys. */
    static List<Archived> of(Connection connection, List<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        var sql = SELECT + "visitID IN (" + Rows.marks(keys.size()) + ")";
        var found = read(connection, sql, keys.size(), columns -> columns.texts(keys));
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** What a customer answered in the form; nothing if that cannot be understood. */
    static List<String> answers(Connection connection, String key) throws SQLException {
        return Rows.read(connection, ANSWERS, 1, columns -> columns.text(key), row -> Row.raw(row, 1)).stream()
                .flatMap(stored -> answers(stored).stream())
                .toList();
    }

    private static List<String> answers(String stored) {
        try {
            return VisitText.readAnswers(stored).values().stream()
                    .flatMap(List::stream)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(); // found by what was said, it is told then
        }
    }

    /** By their keys, in the order of the rows. */
    private static Map<String, Archived> read(Connection connection, String sql, int atMost, Rows.Parameters parameters)
            throws SQLException {
        var bare = new ArrayList<Archived>();
        Rows.read(connection, sql, atMost, parameters, row -> of(row).map(bare::add));
        var visits = new LinkedHashMap<String, Archived>();
        if (bare.isEmpty()) {
            return visits;
        }
        var keys = bare.stream().map(visit -> Text.key(visit.visit().value())).toList();
        var comings = EntryTable.comings(connection, keys);
        for (int i = 0; i < keys.size(); i++) {
            var stays = Stay.of(comings.getOrDefault(keys.get(i), List.of()));
            visits.put(keys.get(i), with(bare.get(i), stays));
        }
        return visits;
    }

    private static Archived with(Archived visit, List<Stay> stays) {
        return new Archived(
                visit.visit(),
                visit.workgroup(),
                visit.customer(),
                visit.answers(),
                visit.arrivedAt(),
                visit.endedAt(),
                stays);
    }

    private static Optional<Archived> of(ResultSet row) throws SQLException {
        var id = new VisitId(Row.text(row, 1));
        try {
            var ended = row.getLong(7);
            boolean isOn = row.wasNull();
            return Optional.of(new Archived(
                    id,
                    Row.text(row, 2),
                    new Address(Row.text(row, 3), Row.text(row, 4)),
                    VisitText.readAnswers(Row.raw(row, 5)),
                    Nanos.instant(row.getLong(6)),
                    isOn ? Optional.empty() : Optional.of(Nanos.instant(ended)),
                    List.of()));
        } catch (IllegalArgumentException e) {
            LOG.error("skipped visit={}: its row in ofUsherVisit is broken", id.value(), e);
            return Optional.empty();
        }
    }
}
