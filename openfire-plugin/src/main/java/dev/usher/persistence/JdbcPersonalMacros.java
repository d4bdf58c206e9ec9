package dev.usher.persistence;

import dev.usher.desk.PersonalMacros;
import dev.usher.desk.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * ofUsherMacros: a row for each agent of each workgroup who has saved any. A bare JID is too long for an index of MySQL
 * or SQL Server, so its SHA-256 is the key. Thread-safe, without state of its own.
 */
public final class JdbcPersonalMacros implements PersonalMacros {
    private static final String SELECT = "SELECT model FROM ofUsherMacros WHERE workgroup = ? AND userHash = ?";
    private static final String DELETE = "DELETE FROM ofUsherMacros WHERE workgroup = ? AND userHash = ?";
    private static final String INSERT =
            "INSERT INTO ofUsherMacros (workgroup, userHash, agentUser, model) VALUES (?, ?, ?, ?)";

    private final ConnectionSource connections;

    public JdbcPersonalMacros(ConnectionSource connections) {
        this.connections = connections;
    }

    @Override
    public Optional<String> find(String workgroup, String user) {
        try (var connection = connections.open();
                var select = connection.prepareStatement(SELECT)) {
            new Columns(select).text(Text.key(workgroup)).text(Text.hash(user));
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Row.text(rows, 1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("Could not read the macros of " + user + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void save(String workgroup, String user, String model) {
        var key = Text.key(workgroup);
        var row = List.of(Text.hash(user));
        try {
            Transaction.run(connections, connection -> {
                Batch.run(
                        connection,
                        DELETE,
                        row,
                        (columns, hash) -> columns.text(key).text(hash));
                Batch.run(
                        connection,
                        INSERT,
                        row,
                        (columns, hash) -> columns.text(key)
                                .text(hash)
                                .text(Text.fit(user, Schema.BARE_JID))
                                .text(Text.escape(model)));
            });
        } catch (SQLException e) {
            var reason = e.getNextException() == null ? e : e.getNextException();
            throw new StoreException("Could not keep the macros of " + user + ": " + reason.getMessage(), e);
        }
    }
}
