package dev.usher.testbed.openfire;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jivesoftware.database.ConnectionProvider;
import org.jivesoftware.util.JiveGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Openfire's way to its database: an H2 file in the home directory behind H2's own pool, since Openfire's (Proxool)
 * does not run on Java 17. Openfire makes it by reflection and owns it.
 */
public final class H2Connections implements ConnectionProvider {
    private static final Logger log = LoggerFactory.getLogger(H2Connections.class);

    // The server closes the database; three of its columns are words that H2 keeps for itself.
    private static final String NEEDED = ";DB_CLOSE_ON_EXIT=FALSE;NON_KEYWORDS=RANK,VALUE,KEY";
    // What was committed outlives a server that is killed, which H2 does not do unasked. It would write up to half a
    // second later, in the background: with a delay of 0 the commit itself writes (it does not wait for the disk, so a
    // power cut may still take the last ones). And it would use the space of what is 45 seconds old again, after which
    // a
    // kill takes several commits at once: so it uses none again while the server runs, and the file is made small when
    // the server stops.
    private static final String DURABLE = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";
    // Each of the server's threads takes at most one, and a plugin has its own: the server's default is 25 too.
    private static final int MOST = 25;

    private JdbcConnectionPool pool;

    static String url(String home) {
        return "jdbc:h2:file:" + home + File.separator + "database" + File.separator + "openfire" + NEEDED + DURABLE;
    }

    @Override
    public synchronized void start() {
        pool = JdbcConnectionPool.create(url(JiveGlobals.getHomeDirectory()), "sa", "");
        pool.setMaxConnections(MOST);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var current = current();
        if (current == null) {
            throw new SQLException("The server has closed its database");
        }
        // The pool rolls back what was left open and turns auto-commit on again before it lends a connection out.
        return current.getConnection();
    }

    @Override
    public synchronized void restart() {
        destroy();
        start();
    }

    @Override
    public synchronized void destroy() {
        if (pool == null) {
            return;
        }
        // A connection that somebody forgot would keep the file locked: the database itself is told to close.
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            log.warn("database did not close", e);
        }
        pool.dispose();
        pool = null;
    }

    @Override
    public boolean isPooled() {
        return true;
    }

    private synchronized JdbcConnectionPool current() {
        return pool;
    }
}
