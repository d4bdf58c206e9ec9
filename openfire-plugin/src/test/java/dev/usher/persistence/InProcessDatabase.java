package dev.usher.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;

/** H2 or HSQLDB in files below target/, fresh for each JVM. Stopping it closes the files. */
final class InProcessDatabase extends Database {
    private final String url;
    private volatile boolean isStopped;

    private InProcessDatabase(String script, DatabaseType rules, String url) {
        super(script, rules);
        this.url = url;
    }

    /** @param settings what follows the file's name in the URL */
    static Database h2(String script, DatabaseType rules, String settings) {
        return fresh(
                script,
                rules,
                "jdbc:h2:file:" + ServerFolder.fresh("h2-" + script) + "/usher;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                        + settings);
    }

    static Database hsqldb() {
        return fresh(
                "hsqldb", DatabaseType.hsqldb, "jdbc:hsqldb:file:" + ServerFolder.fresh("hsqldb") + "/usher;user=sa");
    }

    private static Database fresh(String script, DatabaseType rules, String url) {
        var database = new InProcessDatabase(script, rules, url);
        database.makeTables();
        return database;
    }

    /** Neither H2 nor HSQLDB can be told how to compare the text of one column; both compare it by its characters. */
    @Override
    String script() {
        return super.script().replaceAll(" COLLATE \\w+", "");
    }

    @Override
    String url() {
        return url;
    }

    @Override
    public Connection open() throws SQLException {
        if (isStopped) {
            throw new SQLException("the database is not running");
        }
        return super.open();
    }

    @Override
    void stop() {
        execute("SHUTDOWN");
        isStopped = true;
    }

    @Override
    void restart() {
        isStopped = false;
    }
}
