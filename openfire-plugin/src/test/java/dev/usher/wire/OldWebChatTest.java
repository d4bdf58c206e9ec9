package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only the web chat of Fastpath used to ask and do: whoever asks, it is refused, and nothing comes of it. */
class OldWebChatTest {
    private static final String V = " xmlns='http://jivesoftware.com/protocol/workgroup'";
    private static final String NURSE = "nurse@example.org/chamber";
    private static final String VISIT = " sessionID='" + Examples.VISIT.value() + "'";

    /** Settings that do not exist here. */
    private static final List<String> MISSING = List.of(
            "<chat-settings" + V + "/>",
            "<chat-settings" + V + " key='agent_invite'/>",
            "<chat-settings" + V + " type='0'/>",
            "<offline-settings" + V + "/>",
            "<sound-settings" + V + "/>",
            "<workgroup-properties" + V + "/>",
            "<workgroup-properties" + V + " jid='juliet@example.org'/>",
            "<search-settings" + V + "/>",
            "<generic-metadata" + V + "><query>everything</query></generic-metadata>");

    /** Deeds, and questions, that nobody understands here. */
    private static final List<String> UNKNOWN = List.of(
            "set <send-email" + V + "><fromAddress>a@b.example</fromAddress><toAddress>c@d.example</toAddress>"
                    + "<subject>Buy</subject><message>Now</message><useHTML>true</useHTML><sessionID>"
                    + Examples.VISIT.value() + "</sessionID></send-email>",
            "set <site-user" + V + VISIT + "/>",
            "set <site-invite" + V + VISIT + "/>",
            "get <site-user-history" + V + VISIT + "/>",
            "set <tracker" + V + "/>",
            "set <chat-settings" + V + "><chat-setting><key>a</key><value>b</value></chat-setting></chat-settings>",
            "set <workgroup-properties" + V + "/>",
            "set <generic-metadata" + V + "><entry><name>a</name><value>b</value></entry></generic-metadata>",
            "get <query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query>",
            "set <query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><x>y</x></exodus></query>",
            "get <vCard xmlns='vcard-temp'/>",
            "set <vCard xmlns='vcard-temp'><FN>Romeo</FN></vCard>",
            "get <query xmlns='jabber:iq:version'/>");

    /** An agent, her customer, an agent of another workgroup, an anonymous user, a user of another server. */
    private static final List<String> PEOPLE = List.of(
            NURSE,
            "romeo@example.org/balcony",
            "peter@example.org/hall",
            "7f3a@example.org/7f3a",
            "tybalt@elsewhere.example/street");

    private final Play play = new Play();

    static Stream<Arguments> cases() {
        return Stream.concat(
                        MISSING.stream().map(question -> List.of("get " + question, "item-not-found")),
                        UNKNOWN.stream().map(question -> List.of(question, "service-unavailable")))
                .flatMap(scene -> PEOPLE.stream().map(who -> Arguments.of(scene.get(0), who, scene.get(1))));
    }

    @BeforeEach
    void nurseServesRomeo() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedAndNothingComesOfIt(String request, String who, String condition) {
        int written = play.store.journal(play.visit(), 0, 1_000).size();
        var asking = who.equals(NURSE) ? play.nurse : who.startsWith("romeo") ? play.romeo : play.enters(who, NURSE);

        asking.says("<iq type='" + request.substring(0, 3) + "' id='w' from='" + who
                + "' to='demo@workgroup.example.org'>" + request.substring(4) + "</iq>");

        assertEquals(1, asking.count("error"), "refusals");
        var told = asking.takes();
        assertEquals(1, told.size());
        assertThat(told.get(0)).contains("{urn:ietf:params:xml:ns:xmpp-stanzas}" + condition + "\n");
        play.nurse.receivesNothing();
        play.romeo.receivesNothing();
        assertEquals(List.of(), play.rooms.heard);
        assertEquals(written, play.store.journal(play.visit(), 0, 1_000).size());
        assertEquals(0, play.macros.size());
    }
}
