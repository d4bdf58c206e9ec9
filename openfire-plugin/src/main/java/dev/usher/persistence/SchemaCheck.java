package dev.usher.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether Usher's tables are there as this version needs them. Openfire makes and upgrades them before it starts the
 * plugin, but starts it all the same when that failed. Thread-safe.
 */
public final class SchemaCheck {
    private static final String VERSION = "SELECT version FROM ofVersion WHERE name = ?";

    private final ConnectionSource connections;

    public SchemaCheck(ConnectionSource connections) {
        this.connections = connections;
    }

    /** What is wrong and what to do about it, in sentences for an admin; empty if all is well. */
    public Optional<String> complaint() {
        try (var connection = connections.open()) {
            return complaint(connection);
        } catch (SQLException e) {
            return Optional.of("Usher cannot ask the database for its tables: " + e.getMessage()
                    + ". Once the database can be reached, reload the plugin.");
        }
    }

    private Optional<String> complaint(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        var version = version(connection);
        if (version.isEmpty()) {
            return Optional.of(
                    "Usher's tables are not in the database: Openfire could not make them (its log says why). "
                            + make(product));
        }
        if (version.getAsInt() < Schema.VERSION) {
            return Optional.of(
                    "Usher's tables are of version " + version.getAsInt() + ", and this plugin needs version "
                            + Schema.VERSION + ": Openfire could not upgrade them (its log says why). "
                            + upgrade(product, version.getAsInt()));
        }
        if (version.getAsInt() > Schema.VERSION) {
            return Optional.of("Usher's tables are of version " + version.getAsInt()
                    + ", and this plugin knows only up to" + " version " + Schema.VERSION
                    + ": a newer Usher ran here before. Install that one again.");
        }
        for (var table : Schema.TABLES.entrySet()) {
            var refusal = refusal(connection, table.getKey(), table.getValue());
            if (refusal.isPresent()) {
                return Optional.of(
                        "Usher's table " + table.getKey() + " cannot be used, although ofVersion says that it is"
                                + " there: " + refusal.get()
                                + ". If tables of Usher (ofUsher...) are left that nobody needs, drop"
                                + " them; delete the row '" + Schema.KEY + "' from ofVersion. " + make(product));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt version(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(VERSION)) {
            select.setString(1, Schema.KEY);
            try (var rows = select.executeQuery()) {
                return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    /** Why these columns cannot be read; empty if they can. */
    private static Optional<String> refusal(Connection connection, String table, List<String> columns) {
        var probe = "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE 1 = 0";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(probe)) {
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String make(String product) {
        return Dialect.of(product)
                .map(dialect ->
                        "Run " + dialect.script() + " from the plugin's folder by hand, then reload the plugin.")
                .orElse(none(product));
    }

    private static String upgrade(String product, int from) {
        return Dialect.of(product)
                .map(dialect -> IntStream.rangeClosed(from + 1, Schema.VERSION)
                        .mapToObj(dialect::upgrade)
                        .collect(Collectors.joining(
                                ", ", "Run ", " from the plugin's folder by hand, then reload the plugin.")))
                .orElse(none(product));
    }

    private static String none(String product) {
        return "Usher has no script for " + product + ": it works with PostgreSQL, MySQL, MariaDB, SQL Server, Oracle,"
                + " DB2, HSQLDB and H2.";
    }
}
