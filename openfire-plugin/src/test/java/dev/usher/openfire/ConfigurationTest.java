package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.FakeClock;
import dev.usher.Logs;
import dev.usher.desk.ChatPage;
import dev.usher.routing.Settings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of a change, and what the log says of it. */
class ConfigurationTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private final PropertySheet sheet = new PropertySheet()
            .with("usher.workgroups", "sales, help")
            .with("usher.workgroup.sales.agents", "alice, group:evening")
            .with("usher.workgroup.help.agents", "bob");
    private final Function<String, Set<String>> groups =
            name -> name.equals("evening") ? Set.of("carol@example.org") : Set.of();
    private final Configuration configuration =
            new Configuration(sheet, groups, "example.org", new FakeClock(() -> TEN));

    @Test
    void everyWorkgroupIsOpenedWithItsAgents() {
        var openings = configuration.openings();

        assertEquals("sales", openings.get(0).name());
        assertEquals(
                Set.of("alice@example.org", "carol@example.org"),
                openings.get(0).settings().agents());
        assertEquals(Set.of("bob@example.org"), openings.get(1).settings().agents());
    }

    @Test
    void aGroupThatChangesConcernsTheWorkgroupsThatUseItAndOneThatGoesHasNobody() {
        configuration.openings();
        Map<String, Settings> changed = new LinkedHashMap<>();

        configuration.groupChanged("morning", false, changed::put);
        assertEquals(Map.of(), changed);
        configuration.groupChanged("evening", false, changed::put);
        assertEquals(Set.of("sales"), changed.keySet());
        Logs.during(() -> configuration.groupChanged("evening", true, changed::put));
        assertEquals(Set.of("alice@example.org"), changed.get("sales").agents());
    }

    @Test
    void whatCannotBeUsedAndWhatIsNotMeantIsNamed() {
        sheet.with("usher.workgroup.sales.maxVisits", "many")
                .with("usher.workgroup.sales.rule.1", "product is phone -> skill german");

        var log = Logs.during(() -> configuration.settings("sales"));

        assertThat(log)
                .contains("property-unusable usher.workgroup.sales.maxVisits")
                .contains("settings-doubtful workgroup=sales Rule 1 demands german, which no agent of");
    }

    @Test
    void whatIsSaidOfThePageCountsWhenItIsReadAgain() {
        configuration.openings();
        assertEquals(ChatPage.PLAIN, configuration.page("sales"));
        sheet.with("usher.workgroup.sales.welcome", "Good morrow!");

        configuration.settings("sales");

        assertEquals("Good morrow!", configuration.page("sales").texts("en").welcome());
        assertEquals(ChatPage.PLAIN, configuration.page("help"));
        assertEquals(ChatPage.PLAIN, configuration.page("unknown"));
    }

    @Test
    void aFormThatAsksLessInOneLanguageIsNamed() {
        sheet.with("usher.workgroup.sales.form", "topic = Topic\nsize = Size\ntext: Thank you")
                .with("usher.workgroup.sales.form.de", "thema = Thema\nsize = Größe");

        assertThat(Logs.during(() -> configuration.settings("sales")))
                .contains("settings-doubtful workgroup=sales The property form asks for no thema, which is asked for in"
                        + " another language: rules and agents miss it. Give the fields the same names.")
                .contains("The property form.de asks for no topic, which");
    }

    @Test
    void coloursThatAreHardToReadAreNamed() {
        sheet.with("usher.workgroup.sales.theme.ink", "#888");

        assertThat(Logs.during(() -> configuration.settings("sales")))
                .contains(
                        "settings-doubtful workgroup=sales Text in theme.ink (#888888) on theme.ground (#f3f6f5) has a"
                                + " contrast of 3.2 to 1");
    }

    @Test
    void withoutAWorkgroupTheLogSaysWhatToDo() {
        var empty = new Configuration(new PropertySheet(), groups, "example.org", new FakeClock(() -> TEN));

        assertThat(Logs.during(empty::openings)).contains("no-workgroup Set the system property usher.workgroups");
    }
}
