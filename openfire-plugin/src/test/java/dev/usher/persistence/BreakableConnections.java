package dev.usher.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Connections that fail at a chosen call, as a network would; it counts who gives them back and how. */
final class BreakableConnections implements ConnectionSource {
    private final ConnectionSource whole;
    private final Queue<SQLException> failures = new ArrayDeque<>();
    private String failsAt = "";
    int opened;
    /** Statements that somebody had prepared. */
    int prepared;

    int closed;
    int closedAsTheyWere;

    BreakableConnections(ConnectionSource whole) {
        this.whole = whole;
    }

    /** The next calls of that method fail with these, one after the other. */
    void failAt(String method, SQLException... reasons) {
        failsAt = method;
        failures.addAll(List.of(reasons));
    }

    @Override
    public Connection open() throws SQLException {
        var real = whole.open();
        int isolation = real.getTransactionIsolation();
        opened++;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        closed++;
                        closedAsTheyWere += real.getAutoCommit() && real.getTransactionIsolation() == isolation ? 1 : 0;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        prepared++;
                    }
                    if (method.getName().equals(failsAt) && !failures.isEmpty()) {
                        throw failures.remove();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
