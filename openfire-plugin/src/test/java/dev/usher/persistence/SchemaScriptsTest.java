package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts for the databases at hand are run by the store's tests; here is what is to be known of all of them. */
class SchemaScriptsTest {
    /** As Openfire calls the databases that it may be asked to put Usher's tables into. */
    private static final List<String> TYPES =
            List.of("db2", "hsqldb", "mariadb", "mysql", "oracle", "postgresql", "sqlserver", "unknown");

    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+) \\((.*?)\\n\\)[^;)]*;", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("^  ([a-z]\\w*) +[A-Z]", Pattern.MULTILINE);
    private static final Pattern INDEX = Pattern.compile("INDEX (?:IF NOT EXISTS )?(\\w+) (?:ON \\w+ )?\\((.*?)\\)");
    private static final Pattern KEY = Pattern.compile("PRIMARY KEY \\((.*?)\\)");

    static Stream<String> types() {
        return TYPES.stream();
    }

    @Test
    void thereIsAScriptForEachDatabaseAndNoOther() throws IOException {
        try (var files = Files.list(OpenfireSchema.SCRIPTS)) {
            var scripts = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("upgrade"))
                    .sorted()
                    .toList();

            assertEquals(types().map(type -> "usher_" + type + ".sql").toList(), scripts);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyScriptMakesTheSameTables(String type) {
        var script = OpenfireSchema.script(type);
        var reference = OpenfireSchema.script("postgresql");

        assertEquals(Schema.TABLES, tables(script));
        assertEquals(all(INDEX, reference), all(INDEX, script));
        assertEquals(all(KEY, reference), all(KEY, script));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyScriptSaysLastWhichVersionItMakes(String type) {
        var statements = statements(OpenfireSchema.script(type));
        statements.remove("commit");

        assertEquals(
                "INSERT INTO ofVersion (name, version) VALUES ('" + Schema.KEY + "', " + Schema.VERSION + ")",
                statements.get(statements.size() - 1));
    }

    /** Openfire reads scripts in the charset of the machine; the build puts values in for ${...}. */
    @ParameterizedTest
    @MethodSource("types")
    void everyScriptSurvivesOpenfireAndTheBuild(String type) {
        var script = OpenfireSchema.script(type);

        assertTrue(script.matches("[\\n\\x20-\\x7E]*"));
        assertFalse(script.contains("${"));
        assertFalse(script.contains("@"));
        assertTrue(script.lines().filter(line -> line.contains(";")).allMatch(line -> line.endsWith(";")));
    }

    @Test
    void thePluginAsksForTheVersionThatTheCodeKnows() throws IOException {
        var plugin = Files.readString(OpenfireSchema.SCRIPTS.resolveSibling("plugin.xml"));

        assertTrue(plugin.contains("<databaseKey>" + Schema.KEY + "</databaseKey>"));
        assertTrue(plugin.contains("<databaseVersion>" + Schema.VERSION + "</databaseVersion>"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void thereIsAWayUpFromEveryVersionBefore(String type) throws IOException {
        for (int version : IntStream.rangeClosed(2, Schema.VERSION).toArray()) {
            var upgrade = OpenfireSchema.SCRIPTS.resolve(Path.of("upgrade", "" + version, "usher_" + type + ".sql"));
            var statements = statements(Files.readString(upgrade));
            statements.remove("commit");

            assertEquals(
                    "UPDATE ofVersion SET version = " + version + " WHERE name = '" + Schema.KEY + "'",
                    statements.get(statements.size() - 1));
        }
    }

    @Test
    void whatAnAdminIsToldToRunIsThere() {
        for (var dialect : Dialect.values()) {
            var file = OpenfireSchema.SCRIPTS.resolveSibling(dialect.script());

            assertTrue(Files.exists(file), file.toString());
        }
    }

    private static Map<String, List<String>> tables(String script) {
        return TABLE.matcher(script)
                .results()
                .collect(Collectors.toMap(
                        table -> table.group(1),
                        table -> COLUMN.matcher(table.group(2))
                                .results()
                                .map(column -> column.group(1))
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> all(Pattern pattern, String script) {
        return pattern.matcher(script)
                .results()
                .map(match -> IntStream.rangeClosed(1, match.groupCount())
                        .mapToObj(match::group)
                        .collect(Collectors.joining(" on ")))
                .toList();
    }

    private static List<String> statements(String script) {
        var sql = script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Stream.of(sql.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
