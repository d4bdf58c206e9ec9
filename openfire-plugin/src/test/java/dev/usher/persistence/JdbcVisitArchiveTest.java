package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.ended;
import static dev.usher.persistence.Example.ending;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.since;
import static dev.usher.persistence.Example.waiting;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.Logs;
import dev.usher.desk.StoreException;
import dev.usher.desk.VisitArchive.Archived;
import dev.usher.desk.VisitArchive.Found;
import dev.usher.desk.VisitArchive.Search;
import dev.usher.desk.VisitStore.Changes;
import dev.usher.routing.VisitId;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not every archive's business: broken rows, searches without an end, and what it costs the desks. */
class JdbcVisitArchiveTest {
    private static final Search EAST =
            new Search(List.of("sales"), "east", Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database = Databases.H2_ON_5.get();
    private final BreakableConnections connections = new BreakableConnections(database);
    private final JdbcVisitStore store = new JdbcVisitStore(connections);
    private final JdbcVisitArchive archive = new JdbcVisitArchive(connections);

    @BeforeEach
    void empty() {
        database.clear();
    }

    @AfterEach
    void everyConnectionIsGivenBack() {
        assertEquals(connections.opened, connections.closed);
    }

    @Test
    void aBrokenFormIsLeftOutAndTheOtherVisitsAreRead() {
        for (var visit : List.of("one", "two", "three")) {
            store.keep("sales", added(since(visit, visit.length(), ROMEO, Map.of("question", List.of("east")))));
        }
        database.execute("UPDATE ofUsherVisit SET answers = 'east' WHERE visitID = 'two'");

        var log = Logs.during(() -> {
            assertEquals(List.of("three", "one"), ids(archive.ofCustomer("sales", ROMEO.user(), 9)));
            assertEquals(Optional.empty(), archive.find("sales", new VisitId("two")));
            assertEquals(List.of("three", "one"), ids(archive.search(EAST, 9, 9).visits()));
        });

        assertTrue(log.contains("skipped visit=two"), log);
    }

    private static List<String> ids(List<Archived> visits) {
        return visits.stream().map(visit -> visit.visit().value()).toList();
    }

    @Test
    void whatIsForgottenLeavesNoRow() throws SQLException {
        store.keep("sales", added(waiting("v", 1)));
        store.keep("sales", written(entry("v", 1, 2, "agent-entered", NURSE, "")));
        store.keep("sales", ended(ending(waiting("v", 1), NOON)));

        store.forget(NOON.plusSeconds(1), 9);

        for (var table : Schema.TABLES.keySet()) {
            try (var connection = database.open();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                assertEquals(0, rows.getInt(1), table);
            }
        }
    }

    /** The desks wait for each statement. */
    @Test
    void onlyABatchInWhichAnAgentComesInNeedsOneStatementMore() {
        var visit = waiting("v", 1);
        store.keep(
                "sales",
                new Changes(
                        List.of(visit),
                        List.of(visit),
                        List.of(),
                        List.of(entry("v", 1, 2, "queued", ROMEO, ""), entry("v", 2, 2, "said", ROMEO, "hello")),
                        List.of(),
                        List.of()));
        assertEquals(3, connections.prepared);

        store.keep("sales", written(entry("v", 3, 2, "agent-entered", NURSE, "")));
        assertEquals(5, connections.prepared);
    }

    @Test
    void aSearchThatTakesTooLongFindsNothingAndSaysThatThereMayBeMore() {
        for (var reason : List.of(new SQLTimeoutException("10 s"), new SQLException("canceled", "57014"))) {
            connections.failAt("prepareStatement", reason);

            assertEquals(new Found(List.of(), true), archive.search(EAST, 9, 9));
        }
    }

    @Test
    void aSearchThatFailsOtherwiseSaysWhy() {
        connections.failAt("prepareStatement", new SQLException("the cable is out", "08006"));

        var refusal = assertThrows(StoreException.class, () -> archive.search(EAST, 9, 9));

        assertTrue(refusal.getMessage().contains("the cable is out"), refusal.getMessage());
    }

    @Test
    void aNoteThatCannotBeKeptLeavesNoTrace() {
        store.keep("sales", added(waiting("v", 1)));
        store.keep("sales", written(entry("v", 1, 2, "agent-entered", NURSE, "")));
        store.keep("sales", ended(ending(waiting("v", 1), NOON)));
        connections.failAt("commit", new SQLException("the cable is out", "08006"));

        assertThrows(StoreException.class, () -> archive.annotate("sales", new VisitId("v"), NURSE, "x", NOON));

        assertEquals(1, store.journal(new VisitId("v"), 0, 9).size());
    }
}
