package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.usher.Logs;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.Packet;

/** Questions about past visits that cannot be answered get a sentence, and nothing of it is an error of ours. */
class MalformedQuestionTest {
    private static final String FROM = "from='nurse@example.org/chamber' to='demo@workgroup.example.org'";
    private static final String CUSTOMER = "from='romeo@example.org/balcony' to='demo@workgroup.example.org'";
    private static final String SERVICE = "from='nurse@example.org/chamber' to='workgroup.example.org'";
    private static final String W = "xmlns='http://jabber.org/protocol/workgroup'";
    private static final String V = "xmlns='http://jivesoftware.com/protocol/workgroup'";

    static Stream<Arguments> answered() {
        return Stream.of(
                // asking about the past
                arguments(iq("get", FROM, "<transcripts " + W + "/>"), "modify bad-request"),
                arguments(iq("get", FROM, "<transcripts " + W + " userID=''/>"), "modify bad-request"),
                arguments(iq("get", FROM, "<transcripts " + W + " userID='no@ad@dress'/>"), "modify bad-request"),
                arguments(iq("set", FROM, "<transcripts " + W + " userID='a@b'/>"), "cancel service-unavailable"),
                arguments(iq("get", SERVICE, "<transcripts " + W + " userID='a@b'/>"), "cancel service-unavailable"),
                arguments(iq("get", CUSTOMER, "<transcripts " + W + " userID='a@b'/>"), "auth not-authorized"),
                arguments(iq("get", FROM, "<transcript " + W + "/>"), "modify bad-request"),
                arguments(iq("get", FROM, "<transcript " + W + " sessionID=' '/>"), "modify bad-request"),
                arguments(iq("get", FROM, "<transcript " + W + " sessionID='s'/>"), "cancel item-not-found"),
                arguments(
                        iq("get", FROM, "<transcript " + W + " sessionID='" + "s".repeat(3_000) + "'/>"),
                        "cancel item-not-found"),
                arguments(iq("get", FROM, "<chat-notes " + V + "/>"), "modify bad-request"),
                arguments(iq("get", FROM, session("chat-notes", "s", "")), "cancel item-not-found"),
                arguments(iq("set", FROM, "<chat-notes " + V + "/>"), "modify bad-request"),
                arguments(iq("set", FROM, session("chat-notes", "s", "")), "modify bad-request"),
                arguments(iq("set", FROM, session("chat-notes", "s", "<notes> </notes>")), "modify bad-request"),
                arguments(iq("set", FROM, session("chat-notes", "s", "<notes>x</notes>")), "auth forbidden"),
                arguments(
                        iq("set", FROM, session("chat-notes", "s".repeat(3_000), "<notes>x</notes>")),
                        "auth forbidden"),
                arguments(iq("set", CUSTOMER, session("chat-notes", "s", "<notes>x</notes>")), "auth forbidden"),
                arguments(
                        iq("set", FROM, session("chat-notes", "s", "<notes>" + "x".repeat(4_001) + "</notes>")),
                        "modify not-acceptable"),
                arguments(
                        iq("set", SERVICE, session("chat-notes", "s", "<notes>x</notes>")),
                        "cancel service-unavailable"),
                arguments(iq("get", FROM, "<chat-metadata " + V + "/>"), "modify bad-request"),
                arguments(iq("get", FROM, session("chat-metadata", "s", "")), "cancel item-not-found"),
                arguments(iq("set", FROM, session("chat-metadata", "s", "")), "cancel service-unavailable"),
                arguments(iq("get", FROM, "<chat-sessions " + V + "/>"), "modify bad-request"),
                arguments(iq("get", FROM, sessions("agentJID='@'")), "modify bad-request"),
                arguments(iq("get", FROM, sessions("agentJID='a@b' maxSessions='many'")), "modify bad-request"),
                arguments(iq("get", FROM, sessions("agentJID='a@b' maxSessions='0'")), "modify bad-request"),
                arguments(iq("get", FROM, sessions("agentJID='a@b' startDate='today'")), "modify bad-request"),
                arguments(iq("get", SERVICE, sessions("agentJID='a@b'")), "cancel service-unavailable"),
                // searching
                arguments(search(SERVICE, ""), "modify bad-request"),
                arguments(search(SERVICE, "<field var='queryString'><value/></field>"), "modify bad-request"),
                arguments(search(SERVICE, "<field><value>x</value></field>"), "modify bad-request"),
                arguments(search(SERVICE, query("x".repeat(201))), "modify not-acceptable"),
                arguments(search(SERVICE, query("x") + answer("date/start", "yesterday")), "modify bad-request"),
                arguments(search(SERVICE, query("x") + answer("date/end", "2026-13-01")), "modify bad-request"),
                arguments(
                        search(
                                SERVICE,
                                query("x") + answer("date/start", "2026-01-02") + answer("date/end", "2026-01-01")),
                        "modify bad-request"),
                arguments(search(SERVICE, query("x") + answer("agent", "@")), "modify bad-request"),
                arguments(search(FROM, ""), "modify bad-request"),
                arguments(search(CUSTOMER, query("x")), "auth not-authorized"));
    }

    @ParameterizedTest
    @MethodSource
    void answered(String stanza, String error) {
        var answers = new ArrayList<Packet>();

        assertEquals("", Logs.during(() -> answers.addAll(MalformedStanzaTest.answersTo(stanza))));

        assertThat(answers).hasSize(1);
        assertEquals(error, MalformedStanzaTest.error(answers.get(0)));
    }

    private static String iq(String type, String addresses, String payload) {
        return "<iq type='" + type + "' id='x' " + addresses + ">" + payload + "</iq>";
    }

    private static String session(String element, String id, String more) {
        return "<" + element + " " + V + "><sessionID>" + id + "</sessionID>" + more + "</" + element + ">";
    }

    private static String sessions(String attributes) {
        return "<chat-sessions " + V + " " + attributes + "/>";
    }

    private static String search(String addresses, String fields) {
        return iq(
                "get",
                addresses,
                "<transcript-search " + V + ">" + "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>"
                        + "</transcript-search>");
    }

    private static String query(String text) {
        return answer("queryString", text);
    }

    private static String answer(String field, String value) {
        return "<field var='" + field + "'><value>" + value + "</value></field>";
    }
}
