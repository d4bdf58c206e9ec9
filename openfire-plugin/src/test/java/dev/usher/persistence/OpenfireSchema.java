package dev.usher.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jivesoftware.database.DbConnectionManager;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;
import org.jivesoftware.database.SchemaManager;

/** Runs the plugin's scripts by Openfire 4.2.0's own code, which nobody but itself may call. */
final class OpenfireSchema {
    static final Path SCRIPTS = Path.of("src", "main", "openfire", "database");

    private static final String OPENFIRE_HAS =
            "CREATE TABLE ofVersion (name VARCHAR(50) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (name))";

    private OpenfireSchema() {}

    /** The table of Openfire that scripts of plugins write into. */
    static void makeVersionTable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(OPENFIRE_HAS);
        }
    }

    /** @param rules the database whose rules Openfire applies to the script */
    static void run(Connection connection, String script, DatabaseType rules) throws SQLException {
        try (var text = new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8))) {
            var type = DbConnectionManager.class.getDeclaredField("databaseType");
            type.setAccessible(true);
            type.set(null, rules);
            var run = SchemaManager.class.getDeclaredMethod(
                    "executeSQLScript", Connection.class, InputStream.class, Boolean.class);
            run.setAccessible(true);
            run.invoke(null, connection, text, true);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new SQLException(e);
        }
    }

    /** The plugin's script of that name, as Openfire looks for it. */
    static String script(String type) {
        try {
            return Files.readString(SCRIPTS.resolve("usher_" + type + ".sql"), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Openfire 4.2.0 takes the database for. */
    static DatabaseType typeOf(Connection connection) throws SQLException {
        try {
            var look = DbConnectionManager.class.getDeclaredMethod("setMetaData", Connection.class);
            look.setAccessible(true);
            look.invoke(null, connection);
            return DbConnectionManager.getDatabaseType();
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }
}
