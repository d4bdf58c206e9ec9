package dev.usher.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;

/** A database with Usher's tables in it. Started when first used, once for all tests; it stops with their JVM. */
abstract class Database implements ConnectionSource {
    private final String script;
    private final DatabaseType rules;

    /** @param script the name of the script, between "usher_" and ".sql" */
    Database(String script, DatabaseType rules) {
        this.script = script;
        this.rules = rules;
    }

    abstract String url();

    /** Nobody can reach it any more, and who is connected no longer is. */
    abstract void stop();

    /** It is there again, with all that it had. */
    abstract void restart();

    /** What makes the tables; a database that only acts another one may need it in its own words. */
    String script() {
        return OpenfireSchema.script(script);
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url());
    }

    final void makeTables() {
        try (var connection = open()) {
            OpenfireSchema.makeVersionTable(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        runScript();
    }

    final void runScript() {
        try (var connection = open()) {
            OpenfireSchema.run(connection, script(), rules);
        } catch (SQLException e) {
            throw new IllegalStateException("usher_" + script + ".sql failed on " + url(), e);
        }
    }

    final void execute(String... statements) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final void clear() {
        Schema.TABLES.keySet().forEach(table -> execute("DELETE FROM " + table));
    }
}
