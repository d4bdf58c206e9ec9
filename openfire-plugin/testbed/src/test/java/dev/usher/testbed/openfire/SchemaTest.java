package dev.usher.testbed.openfire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our schema against everything that the server's classes may send to it. */
class SchemaTest {
    /** How the statements begin that H2 refuses, each with the reason. */
    private static final List<String> KNOWN = List.of(
            // Databases of before 2009 are looked for first; that there is none is the answer.
            "SELECT minorVersion FROM jiveVersion",
            "SELECT version FROM jiveVersion",
            "UPDATE jiveVersion SET",
            // For MySQL; and the purge of old pubsub items for databases unknown to the server, which H2 does not
            // understand: it is logged at every stop, and items of trial servers are few.
            "DELETE ofPubsubItem FROM ofPubsubItem",
            "DELETE FROM ofPubsubItem LEFT JOIN",
            // A closing bracket is missing in a repair of databases of 2010.
            "INSERT INTO ofMucConversationLog(roomID, sender, nickname, logTime, subject, body VALUES",
            // The beginning of a search, completed when it is run.
            "SELECT username FROM ofUser WHERE",
            // For DB2, to see whether a connection lives; only Openfire's own pool asks.
            "select 1 from sysibm.sysdummy1");

    private Connection database;

    @BeforeEach
    void createTables() throws Exception {
        database = DriverManager.getConnection("jdbc:h2:mem:;NON_KEYWORDS=RANK,VALUE,KEY");
        try (var in = OpenfireHome.class.getResourceAsStream("schema.sql");
                var statement = database.createStatement()) {
            // As Openfire does it: one statement up to each semicolon at the end of a line.
            for (var sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\R")) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void everyStatementOfTheServerPreparesExceptTheOnesThatAreNotForThisDatabase() throws Exception {
        var statements = ServerStatements.all();
        var refused = new ArrayList<String>();
        for (var sql : statements) {
            try (var prepared = database.prepareStatement(sql)) {
                assertThat(prepared).isNotNull();
            } catch (SQLException e) {
                refused.add(sql);
            }
        }
        assertThat(statements).hasSizeGreaterThan(200);
        assertThat(refused).allSatisfy(sql -> assertThat(KNOWN).as(sql).anyMatch(sql::startsWith));
        assertThat(refused).hasSameSizeAs(KNOWN);
    }

    @Test
    void theSchemaIsTheOneThatTheServerAsksFor() throws SQLException {
        try (var statement = database.createStatement();
                var versions = statement.executeQuery("SELECT name, version FROM ofVersion")) {
            assertThat(versions.next()).isTrue();
            assertThat(Map.entry(versions.getString(1), versions.getInt(2))).isEqualTo(Map.entry("openfire", 26));
        }
    }
}
