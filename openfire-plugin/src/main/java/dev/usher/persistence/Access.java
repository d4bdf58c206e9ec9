package dev.usher.persistence;

import dev.usher.desk.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** Calls to the database, each on a connection of its own; what fails is said in words. Thread-safe. */
final class Access {
    private final ConnectionSource connections;

    Access(ConnectionSource connections) {
        this.connections = connections;
    }

    /** What is asked on a connection. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T read(String failure, Question<T> question) {
        try (var connection = connections.open()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw failed(failure, e);
        }
    }

    /** All or nothing. */
    void change(String failure, Transaction.Work work) {
        try {
            Transaction.run(connections, work);
        } catch (SQLException e) {
            throw failed(failure, e);
        }
    }

    /** A failed batch says only that it failed; the reason is the next exception. */
    private static StoreException failed(String failure, SQLException e) {
        var reason = e.getNextException() == null ? e : e.getNextException();
        return new StoreException(failure + ": " + reason.getMessage(), e);
    }
}
