package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCheckTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private Connection database;

    @BeforeEach
    void openfireHasItsTables() throws SQLException {
        database = DriverManager.getConnection(url);
        OpenfireSchema.makeVersionTable(database);
    }

    @AfterEach
    void forgetIt() throws SQLException {
        database.close();
    }

    static Stream<Supplier<Database>> databases() {
        return Stream.of(
                Databases.H2_ON_4_2,
                Databases.H2_ON_5,
                Databases.HSQLDB,
                Databases.POSTGRESQL,
                Databases.MARIADB,
                Databases.MARIADB_BY_MYSQL,
                Databases.LIKE_ORACLE,
                Databases.LIKE_SQL_SERVER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseThatOpenfireMadeTheTablesInIsFine(Supplier<Database> ready) {
        assertEquals(Optional.empty(), new SchemaCheck(ready.get()).complaint());
    }

    @Test
    void withoutTablesItSaysWhichScriptMakesThem() {
        assertComplaint("not in the database", "Run database/usher_unknown.sql from the plugin's folder by hand");
    }

    @ParameterizedTest
    @CsvSource({
        "Oracle, oracle",
        "PostgreSQL, postgresql",
        "Microsoft SQL Server, sqlserver",
        "MySQL, mysql",
        "MariaDB, mariadb",
        "HSQL Database Engine, hsqldb",
        "DB2/LINUXX8664, db2"
    })
    void theScriptIsTheOneForThatDatabase(String product, String script) {
        var complaint = new SchemaCheck(() -> calledThat(product)).complaint().orElseThrow();

        assertTrue(complaint.contains("Run database/usher_" + script + ".sql"), complaint);
    }

    @Test
    void aDatabaseThatThereIsNoScriptForIsNamed() {
        var complaint =
                new SchemaCheck(() -> calledThat("Firebird")).complaint().orElseThrow();

        assertTrue(complaint.contains("Usher has no script for Firebird"), complaint);
        assertFalse(complaint.contains("Run "), complaint);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aScriptThatBrokeOffHalfwayCanBeRunAgain(Supplier<Database> ready) {
        var database = ready.get();
        if (ready == Databases.LIKE_ORACLE || ready == Databases.LIKE_SQL_SERVER) {
            // These have no words for "if not there yet": their scripts say so.
            database.execute(
                    "DROP TABLE ofUsherVisit",
                    "DROP TABLE ofUsherEntry",
                    "DROP TABLE ofUsherSeat",
                    "DROP TABLE ofUsherMacros");
        }
        database.execute("DROP TABLE ofUsherDuty", "DELETE FROM ofVersion WHERE name = 'usher'");
        var check = new SchemaCheck(database);
        assertTrue(check.complaint().orElseThrow().contains("not in the database"));

        database.runScript();

        assertEquals(Optional.empty(), check.complaint());
    }

    @Test
    void tablesOfAnOlderVersionAreNamedWithTheUpgrade() throws SQLException {
        makeTables();
        execute("UPDATE ofVersion SET version = 0");

        assertComplaint("of version 0", "needs version " + Schema.VERSION, "Run database/upgrade/1/usher_unknown.sql");
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws SQLException {
        makeTables();
        execute("UPDATE ofVersion SET version = 99");

        assertComplaint("of version 99", "a newer Usher ran here before");
    }

    @Test
    void aMissingTableOrColumnIsNamed() throws SQLException {
        makeTables();
        execute("ALTER TABLE ofUsherEntry DROP COLUMN what");
        assertComplaint("ofUsherEntry cannot be used", "WHAT");

        execute("DROP TABLE ofUsherDuty");
        assertComplaint("ofUsherDuty cannot be used");
    }

    @Test
    void aDatabaseThatIsNotThereIsNoReasonToRunScripts() {
        var away = new SchemaCheck(() -> {
            throw new SQLException("no route to it");
        });

        var complaint = away.complaint().orElseThrow();
        assertTrue(complaint.contains("no route to it"), complaint);
        assertFalse(complaint.contains(".sql"), complaint);
    }

    private void assertComplaint(String... parts) {
        var complaint = complaint().orElseThrow();
        for (var part : parts) {
            assertTrue(complaint.contains(part), complaint);
        }
    }

    private Optional<String> complaint() {
        return new SchemaCheck(() -> DriverManager.getConnection(url)).complaint();
    }

    private void makeTables() throws SQLException {
        OpenfireSchema.run(database, OpenfireSchema.script("unknown"), DatabaseType.unknown);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The same database, by another name. */
    private Connection calledThat(String product) throws SQLException {
        var real = DriverManager.getConnection(url);
        var loader = getClass().getClassLoader();
        var named = Proxy.newProxyInstance(
                loader, new Class<?>[] {DatabaseMetaData.class}, (proxy, method, args) -> product);
        return (Connection) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> method.getName().equals("getMetaData") ? named : method.invoke(real, args));
    }
}
