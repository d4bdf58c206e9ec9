package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jivesoftware.openfire.session.Session;
import org.junit.jupiter.api.Test;

/** Whether who leaves a room has meant to. */
class LostConnectionsTest {
    private static final String ROMEO = "romeo@example.org/garden";

    private static boolean isLost(String connection, Callable<Boolean> closed) {
        var session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (any, method, none) -> closed.call());
        return new LostConnections("example.org", jid -> jid.toString().equals(ROMEO) ? session : null)
                .test(connection);
    }

    @Test
    void whatIsOpenIsThere() {
        assertEquals(false, isLost(ROMEO, () -> false));
    }

    @Test
    void whatIsClosedOrGoneIsLost() {
        assertEquals(true, isLost(ROMEO, () -> true));
        assertEquals(true, isLost("juliet@example.org/balcony", () -> false));
    }

    @Test
    void whatIsKeptForItsClientToResumeIsLost() {
        assertEquals(true, isLost(ROMEO, () -> {
            throw new NullPointerException("no connection");
        }));
    }

    @Test
    void ofAnotherServersConnectionsNobodyKnows() {
        assertEquals(false, isLost("paris@elsewhere.example/hall", () -> true));
    }
}
