package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.ThemeDoubts;
import dev.usher.routing.SettingsDoubts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The admins' guide says what is so: its examples are read without a complaint, and its properties are known. */
class AdminGuideTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T10:00:00Z");
    private static final Pattern EXAMPLE = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`)[^|]*\\|", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String guide;

    AdminGuideTest() throws IOException {
        var examples = Path.of(System.getProperty("usher.examples", "../docs/protocol/examples"));
        guide = Files.readString(examples.resolve("../../guides/admin.md").normalize());
    }

    private static SettingsReader reader(PropertySource source) {
        Function<String, Set<String>> support = group -> Set.of("carol@example.org", "dave@example.org");
        return new SettingsReader(source, support, "example.org", ZoneOffset.UTC);
    }

    /** The properties in the tables between two headings, with something in the place of what varies. */
    private List<String> properties(String from, String to) {
        var section = guide.substring(guide.indexOf(from), guide.indexOf(to));
        var names = new ArrayList<String>();
        ROW.matcher(section)
                .results()
                .forEach(row -> CODE.matcher(row.group(1))
                        .results()
                        .forEach(name -> names.add(name.group(1).replaceAll("<.*?>", "x"))));
        return names;
    }

    private static void areKnown(List<String> names) {
        var sheet = new PropertySheet("usher.workgroups = sales");
        names.forEach(name -> sheet.with("usher.workgroup.sales." + name, "?"));

        assertThat(reader(sheet).read("sales").problems())
                .noneMatch(problem -> problem.why().startsWith("belongs to no setting"));
    }

    @Test
    void itsExamplesAreReadWithoutAComplaint() {
        var examples = EXAMPLE.matcher(guide).results().toList();
        assertThat(examples).hasSizeGreaterThan(2);
        for (var example : examples) {
            var sheet = new PropertySheet(example.group(1).strip().split("\\n"));
            var names = WorkgroupNames.read(sheet, "example.org");
            assertEquals(List.of(), names.problems());
            for (var name : names.names()) {
                var reading = reader(sheet).read(name);
                assertEquals(List.of(), reading.problems());
                assertEquals(List.of(), SettingsDoubts.of(reading.settings(), name, NEW_YEAR));
                assertEquals(List.of(), ThemeDoubts.of(reading.page().theme()));
            }
        }
    }

    @Test
    void itsMacrosAreReadWithoutAComplaint() {
        var example =
                Pattern.compile("### Macros.*?```\\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(example.find()).isTrue();
        var sheet =
                new PropertySheet("usher.workgroups = sales").with("usher.workgroup.sales.macros", example.group(1));

        var reading = reader(sheet).read("sales");

        assertEquals(List.of(), reading.problems());
        assertThat(reading.macros().orElseThrow().groups()).hasSize(2);
    }

    @Test
    void itsFormIsReadWithoutAComplaint() {
        var example =
                Pattern.compile("### The form.*?```\\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(example.find()).isTrue();
        var sheet = new PropertySheet("usher.workgroups = sales").with("usher.workgroup.sales.form", example.group(1));

        var reading = reader(sheet).read("sales");

        assertEquals(List.of(), reading.problems());
        assertThat(reading.page().form("en").orElseThrow().fields()).hasSize(9);
    }

    @Test
    void thePropertiesOfTheCustomersPageAreKnown() {
        var names = properties("## The customers' page", "### The form").stream()
                .map(name -> name.replace("theme.x", "theme.ink").replace("dark.x", "dark.ink"))
                .map(name -> name.replace(".x", ".de"))
                .toList();
        assertThat(names).contains("form", "consent.de", "theme.dark.ink");
        areKnown(names);
    }

    @Test
    void thePropertiesOfAWorkgroupAreKnown() {
        var names = properties("## One workgroup", "## Queues");
        assertThat(names).contains("title", "perAddress");
        areKnown(names);
    }

    @Test
    void thePropertiesOfAQueueAreKnown() {
        var names = properties("## Queues", "## Skills, rules, hours");
        assertThat(names).contains("cap");
        areKnown(names.stream().map(name -> "queue.Default_Queue." + name).toList());
    }

    @Test
    void thePropertiesOfSkillsRulesAndHoursAreKnown() {
        var names = properties("## Skills, rules, hours", "### Rules");
        assertThat(names).contains("rule.1", "agent.x.skills", "holidays");
        areKnown(names);
    }

    @Test
    void theUnreadableRuleIsReportedAsItSays() {
        var sheet = new PropertySheet(
                "usher.workgroups = sales", "usher.workgroup.sales.rule.20 = product is mobile phone -> queue Support");

        var problem = reader(sheet).read("sales").problems().get(0);
        assertThat(guide.replaceAll("\\s+", " ")).contains("property-unusable " + problem.sentence());
    }
}
