package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.waiting;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.Logs;
import dev.usher.desk.StoreException;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Memory;
import dev.usher.routing.VisitId;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not every store's business: broken rows, and what becomes of connections. */
class JdbcVisitStoreTest {
    private final Database database = Databases.H2_ON_5.get();
    private final BreakableConnections connections = new BreakableConnections(database);
    private final JdbcVisitStore store = new JdbcVisitStore(connections);

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterEach
    void everyConnectionIsGivenBack() {
        assertEquals(connections.opened, connections.closed);
    }

    @Test
    void aBrokenRowIsLeftOutAndTheOthersGoOn() {
        store.keep("sales", added(waiting("one", 1), waiting("two", 2), waiting("three", 3)));
        database.execute("UPDATE ofUsherVisit SET visitState = 'nonsense' WHERE visitID = 'two'");

        var log = Logs.during(() -> assertEquals(
                List.of(waiting("one", 1), waiting("three", 3)),
                store.recall("sales", NOON).visits()));

        assertTrue(log.contains("skipped visit=two workgroup=sales"), log);
        database.execute("DELETE FROM ofUsherVisit WHERE visitID = 'two' AND visitState = 'nonsense'");
        assertEquals(2, store.recall("sales", NOON).visits().size());
    }

    @Test
    void aRefusalSaysWhatAndForWhichWorkgroupAndWhy() {
        var twice = entry(waiting("v", 1), 1, "secret");

        var refusal = assertThrows(StoreException.class, () -> store.keep("sales", written(twice, twice)));

        assertTrue(refusal.getMessage().contains("2 entries"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("workgroup 'sales'"), refusal.getMessage());
        assertTrue(refusal.getCause() instanceof SQLException);
        assertEquals(connections.opened, connections.closedAsTheyWere);
    }

    @Test
    void nothingIsKeptOfACommitThatFails() {
        var reason = new SQLException("the cable is out", "08006");
        connections.failAt("commit", reason);

        var refusal = assertThrows(StoreException.class, () -> store.keep("sales", added(waiting("v", 1))));

        assertSame(reason, refusal.getCause());
        assertEquals(new Memory(List.of(), List.of(), List.of()), store.recall("sales", NOON));
        assertEquals(connections.opened, connections.closedAsTheyWere);
    }

    /** A connection that goes back to autocommit commits what it could not roll back. */
    @Test
    void aConnectionThatCannotRollBackIsNotRestored() {
        var twice = entry(waiting("v", 1), 1, "");
        connections.failAt("rollback", new SQLException("the cable is out", "08006"));

        var refusal = assertThrows(StoreException.class, () -> store.keep("sales", written(twice, twice)));

        assertEquals("the cable is out", refusal.getCause().getSuppressed()[0].getMessage());
        assertEquals(0, connections.closedAsTheyWere);
        assertEquals(List.of(), store.journal(new VisitId("v"), 0, 9));
    }

    @Test
    void aTransactionThatTheDatabaseGaveUpIsTriedAgain() {
        var deadlock = new SQLException("deadlock", "40001");
        connections.failAt("commit", deadlock, new SQLException("in a batch", null, 0, null) {
            private static final long serialVersionUID = 1L;

            {
                setNextException(deadlock);
            }
        });

        store.keep("sales", added(waiting("v", 1)));

        assertEquals(List.of(waiting("v", 1)), store.recall("sales", NOON).visits());
    }

    @Test
    void aTransactionThatIsGivenUpAgainAndAgainFails() {
        var deadlock = new SQLException("deadlock", "40001");
        connections.failAt("commit", deadlock, deadlock, deadlock);

        assertThrows(StoreException.class, () -> store.keep("sales", added(waiting("v", 1))));

        assertEquals(3, connections.opened);
    }

    @Test
    void nothingToKeepNeedsNoDatabase() {
        store.keep("sales", new Changes(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

        assertEquals(0, connections.opened);
    }

    @Test
    void aNameThatIsTooLongForTheTablesIsRefusedWhole() {
        var refusal = assertThrows(StoreException.class, () -> store.keep("s".repeat(256), added(waiting("v", 1))));

        assertTrue(refusal.getMessage().contains("256 bytes"), refusal.getMessage());
        assertFalse(store.workgroups().iterator().hasNext());
        assertEquals(connections.opened, connections.closedAsTheyWere);
    }
}
