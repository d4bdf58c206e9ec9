package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nurse searches for visits, in the workgroups that she serves and in no other. */
class SearchPlayTest {
    private final Play play = new Play();
    private Player peter;

    @BeforeEach
    void romeoAsksDemoAndJulietAsksHelp() {
        peter = play.enters("peter@example.org/hall", Examples.NURSE.connection());
        play.nurse.sends("agent-online");
        peter.says(Examples.text("agent-online").replace("demo@", "help@"));
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.romeo.speaks("What light through yonder window breaks?");
        play.nurse.speaks("/note A poet, 100%.");
        play.juliet.says(Examples.text("join-queue").replace("demo@", "help@").replace("Where", "O Romeo, where"));
        play.nurse.forgets();
        peter.forgets();
    }

    private static String field(String name, String value) {
        return "<field var='" + name + "'><value>" + value + "</value></field>";
    }

    private static String search(String to, String fields) {
        return "<iq type='get' id='s' from='nurse@example.org/chamber' to='" + to
                + "'><transcript-search xmlns='http://jivesoftware.com/protocol/workgroup'>"
                + "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x></transcript-search></iq>";
    }

    /** The workgroups of what is found. */
    private List<String> found(Player who, String fields) {
        return found(who, "workgroup.example.org", fields);
    }

    private List<String> found(Player who, String to, String fields) {
        who.says(search(to, fields));
        var answers = who.takes();
        assertEquals(1, answers.size());
        assertThat(answers.get(0)).startsWith("{}iq ").contains("type='result'");
        return answers.get(0)
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith("@workgroup.example.org\""))
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    @Test
    void theFormSaysWhatCanBeSearchedFor() {
        play.nurse.sends("transcript-search-form-get");

        play.nurse.receives("transcript-search-form-result");
    }

    @Test
    void visitsAreFoundByWhatWasSaidNotedOrAnswered() {
        for (var text : List.of("YONDER window", "poet", "100%", "balcony?")) {
            assertEquals(List.of("demo@workgroup.example.org"), found(play.nurse, field("queryString", text)), text);
        }
        assertEquals(List.of(), found(play.nurse, field("queryString", "1%0")));
    }

    @Test
    void nobodyFindsWhatWasAskedOfAnotherWorkgroup() {
        var romeo = field("queryString", "where");
        assertEquals(List.of("demo@workgroup.example.org"), found(play.nurse, romeo));
        assertEquals(List.of("help@workgroup.example.org"), found(peter, romeo));

        var help = field("workgroups", "help@workgroup.example.org");
        assertEquals(List.of(), found(play.nurse, romeo + help));
        assertEquals(found(play.nurse, romeo + field("workgroups", "never@workgroup.example.org")), List.of());
        assertEquals(List.of("help@workgroup.example.org"), found(peter, romeo + help));
    }

    @Test
    void workgroupsThatAreNotThereAreAsIfTheyWereNotNamed() {
        var query = field("queryString", "where");
        var some = "<field var='workgroups'><value>@@</value><value>demo@elsewhere.example</value>"
                + "<value>Demo@Workgroup.example.org</value></field>";

        assertEquals(List.of("demo@workgroup.example.org"), found(play.nurse, query + some));
        assertEquals(List.of(), found(play.nurse, query + field("workgroups", "demo@elsewhere.example")));
        assertEquals(List.of("demo@workgroup.example.org"), found(play.nurse, query + field("workgroups", "")));
    }

    @Test
    void aWorkgroupIsSearchedByItself() {
        assertEquals(
                List.of("demo@workgroup.example.org"),
                found(play.nurse, "demo@workgroup.example.org", field("queryString", "where")));
        play.nurse.says(search("help@workgroup.example.org", field("queryString", "where")));
        assertThat(play.nurse.takes().get(0)).contains("not-authorized");
    }

    @Test
    void datesAndAgentsNarrowIt() {
        var query = field("queryString", "where");
        assertEquals(
                1, found(play.nurse, query + field("date/start", "2026-01-01")).size());
        assertEquals(
                1, found(play.nurse, query + field("date/end", "2026-01-01")).size());
        assertEquals(
                1,
                found(play.nurse, query + field("date/end", "20260101T10:00:00"))
                        .size());
        assertEquals(
                0,
                found(play.nurse, query + field("date/start", "2026-01-01T10:00:01Z"))
                        .size());
        assertEquals(
                0, found(play.nurse, query + field("date/end", "2025-12-31")).size());
        assertEquals(
                1,
                found(play.nurse, query + field("agent", "nurse@example.org/x")).size());
        assertEquals(
                0,
                found(play.nurse, query + field("agent", "friar@example.org")).size());
    }

    @Test
    void whoServesNothingIsToldNothing() {
        for (var player : List.of(play.romeo, play.juliet)) {
            player.forgets();
            player.says(search("workgroup.example.org", field("queryString", "where"))
                    .replace("nurse@example.org/chamber", "romeo@example.org/balcony"));
            assertThat(player.takes().get(0)).contains("not-authorized");
        }
    }

    @Test
    void whatIsLeftOutIsSaid() {
        var past = new Past();
        for (int i = 0; i <= HistoryLimits.HITS; i++) {
            past.begins(new VisitId("v" + i), i, Examples.ROMEO, Map.of("question", List.of("balcony")));
        }

        var answer = CanonicalXml.parse(past.answer(search("workgroup.example.org", field("queryString", "balcony")))
                .toXML());

        Element table = answer.element("transcript-search").element("x");
        assertEquals(HistoryLimits.HITS, table.elements("item").size());
        assertThat(table.elementText("instructions")).contains("There may be more");
    }
}
