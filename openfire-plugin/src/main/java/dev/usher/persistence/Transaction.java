package dev.usher.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** All or nothing on a borrowed connection, which is given back as it was. Stateless. */
final class Transaction {
    private static final int ATTEMPTS = 3;
    /** The database gave this transaction up for the sake of another one, and did nothing of it. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01", "61000");

    /** What is to be done in it. May be called again, if the database asks for that. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private Transaction() {}

    static void run(ConnectionSource source, Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                runOnce(source, work);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isGivenUp(e)) {
                    throw e;
                }
            }
        }
    }

    private static void runOnce(ConnectionSource source, Work work) throws SQLException {
        try (var connection = source.open()) {
            int isolation = connection.getTransactionIsolation();
            // COMPAT MySQL, MariaDB: above this level two workgroups block each other by the gaps between rows.
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, autoCommit, isolation, e);
                throw e;
            }
            restore(connection, autoCommit, isolation);
        }
    }

    private static void undo(Connection connection, boolean autoCommit, int isolation, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Not restored: a connection that goes back to autocommit commits what it could not roll back.
            reason.addSuppressed(e);
            return;
        }
        restore(connection, autoCommit, isolation);
    }

    private static void restore(Connection connection, boolean autoCommit, int isolation) {
        try {
            connection.setAutoCommit(autoCommit);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException ignored) {
            // The transaction is over either way; the pool finds out about a broken connection by itself.
        }
    }

    private static boolean isGivenUp(SQLException e) {
        for (var each = e; each != null; each = each.getNextException()) {
            if (GIVEN_UP.contains(String.valueOf(each.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
