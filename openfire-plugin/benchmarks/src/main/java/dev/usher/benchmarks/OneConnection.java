package dev.usher.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** One connection that is lent again and again, as a pool would: closing it gives it back. For one thread at a time. */
final class OneConnection {
    private final Connection lent;

    OneConnection(Connection real) {
        lent = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    Connection lend() {
        return lent;
    }
}
