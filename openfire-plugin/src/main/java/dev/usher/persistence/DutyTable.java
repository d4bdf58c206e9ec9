package dev.usher.persistence;

import dev.usher.desk.VisitStore.Duty;
import dev.usher.routing.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * ofUsherDuty: who is on duty, a row for each connection. A full JID is too long for an index of MySQL or SQL Server, so
 * its SHA-256 is the key. Stateless.
 */
final class DutyTable {
    private static final String DELETE = "DELETE FROM ofUsherDuty WHERE workgroup = ? AND connectionHash = ?";
    private static final String INSERT = "INSERT INTO ofUsherDuty (workgroup, connectionHash, agentUser,"
            + " agentConnection, available, wish) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT agentUser, agentConnection, available, wish FROM ofUsherDuty"
            + " WHERE workgroup = ? ORDER BY agentUser, connectionHash";

    private DutyTable() {}

    static void change(Connection connection, String workgroup, List<Duty> on, List<Address> off) throws SQLException {
        var key = Text.key(workgroup);
        var latest = new LinkedHashMap<String, Duty>();
        on.forEach(duty -> latest.put(hash(duty.agent()), duty));
        var gone = Stream.concat(off.stream().map(DutyTable::hash), latest.keySet().stream())
                .distinct()
                .toList();
        Batch.run(connection, DELETE, gone, (columns, hash) -> columns.text(key).text(hash));
        Batch.run(
                connection,
                INSERT,
                List.copyOf(latest.values()),
                (columns, duty) -> columns.text(key)
                        .text(hash(duty.agent()))
                        .text(Text.fit(duty.agent().user(), Schema.BARE_JID))
                        .text(Text.fit(duty.agent().connection(), Schema.FULL_JID))
                        .number(duty.available() ? 1 : 0)
                        .number(duty.wish()));
    }

    static List<Duty> read(Connection connection, String workgroup) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setString(1, Text.key(workgroup));
            try (var rows = select.executeQuery()) {
                var duties = new ArrayList<Duty>();
                while (rows.next()) {
                    var agent = new Address(Row.text(rows, 1), Row.text(rows, 2));
                    duties.add(new Duty(agent, rows.getInt(3) != 0, rows.getInt(4)));
                }
                return duties;
            }
        }
    }

    private static String hash(Address agent) {
        return Text.hash(agent.connection());
    }
}
