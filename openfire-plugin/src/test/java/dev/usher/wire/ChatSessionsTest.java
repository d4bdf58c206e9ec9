package dev.usher.wire;

import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** What an agent has served, and what is told of the customer. */
class ChatSessionsTest {
    private final Past past = new Past();

    private List<Element> sessions(String attributes) {
        var answer = past.answer("<iq type='get' id='c' from='nurse@example.org/chamber'"
                + " to='demo@workgroup.example.org'><chat-sessions"
                + " xmlns='http://jivesoftware.com/protocol/workgroup' agentJID='nurse@example.org' " + attributes
                + "/></iq>");
        var reply = CanonicalXml.parse(answer.toXML());
        assertEquals("result", reply.attributeValue("type"));
        return reply.element("chat-sessions").elements();
    }

    private void nurseServes(int visits) {
        for (int i = 0; i < visits; i++) {
            var visit = new VisitId("v" + i);
            past.begins(visit, i, ROMEO, Map.of());
            past.happens(visit, i + 1, "agent-entered", NURSE, "");
        }
    }

    @Test
    void whoHasServedNobodyHasAnEmptyList() {
        assertEquals(List.of(), sessions("maxSessions='10' startDate='0'"));
    }

    @Test
    void theNewestAreListedAsManyAsAreWantedAndNeverMoreThanMayBe() {
        nurseServes(HistoryLimits.SESSIONS + 1);

        assertEquals(10, sessions("maxSessions='10'").size());
        assertEquals("v100", sessions("maxSessions='1'").get(0).elementText("sessionID"));
        assertEquals(
                HistoryLimits.SESSIONS, sessions("maxSessions='2147483647'").size());
        assertEquals(
                HistoryLimits.SESSIONS,
                sessions("maxSessions='9223372036854775807'").size());
        assertEquals(HistoryLimits.SESSIONS, sessions("").size());
    }

    @Test
    void onlyThoseSinceADateAreListed() {
        nurseServes(3);

        assertEquals(
                1, sessions("startDate='" + Past.at(3).toEpochMilli() + "'").size());
        assertEquals(0, sessions("startDate='9223372036854775807'").size());
        assertEquals(3, sessions("startDate='-9223372036854775808'").size());
    }

    @Test
    void aVisitThatIsUnderWayLastsUntilNow() {
        nurseServes(1);

        assertEquals("599000", sessions("").get(0).elementText("duration"));
    }

    @Test
    void everyAnswerOfTheFormIsToldAndNothingThatTheCustomerMayNotSay() {
        past.begins(
                Examples.VISIT,
                0,
                ROMEO,
                Map.of("colour", List.of("red", "blue"), "userID", List.of("admin"), "username", List.of()));

        var metadata =
                CanonicalXml.of(past.answer(Examples.text("chat-metadata-get")).toXML());

        assertThat(metadata)
                .contains("value name='username'\n        \"Customer\"")
                .contains("value name='userID'\n        \"romeo@example.org\"")
                .contains("\"red\"")
                .contains("\"blue\"")
                .doesNotContain("admin");
    }
}
