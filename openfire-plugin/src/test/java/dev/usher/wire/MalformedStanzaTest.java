package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.usher.Logs;
import dev.usher.MemoryPersonalMacros;
import dev.usher.MemoryVisitArchive;
import dev.usher.MemoryVisitStore;
import dev.usher.desk.ChatPage;
import dev.usher.drive.DrivePolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** Whatever is sent to the workgroup is answered by the rules, or not at all, and nothing of it is an error of ours. */
class MalformedStanzaTest {
    private static final String FROM = "from='nurse@example.org/chamber' to='demo@workgroup.example.org'";
    private static final String STRANGER = "from='nurse@example.org/chamber' to='nobody@workgroup.example.org'";
    private static final String CUSTOMER = "from='romeo@example.org/balcony' to='demo@workgroup.example.org'";
    private static final String SERVICE = "from='nurse@example.org/chamber' to='workgroup.example.org'";
    private static final String W = "xmlns='http://jabber.org/protocol/workgroup'";
    private static final String D = "xmlns='urn:usher:drive:1'";

    static Stream<Arguments> answered() {
        return Stream.of(
                // IQs that say nothing that can be understood
                arguments(iq("set", FROM, ""), "modify bad-request"),
                arguments(iq("get", FROM, ""), "modify bad-request"),
                arguments(iq("bogus", FROM, "<join-queue " + W + "/>"), "modify bad-request"),
                arguments("<iq id='x' " + FROM + "><join-queue " + W + "/></iq>", "modify bad-request"),
                arguments(iq("get", FROM, "<drive " + D + "/>"), "cancel service-unavailable"),
                arguments(iq("set", FROM, "<workgroup-form " + W + "/>"), "cancel service-unavailable"),
                arguments(iq("set", FROM, "<query xmlns='jabber:iq:roster'/>"), "cancel service-unavailable"),
                arguments(iq("get", FROM, "<query xmlns='jabber:iq:private'/>"), "cancel service-unavailable"),
                arguments(iq("set", FROM, "<join-queue/>"), "cancel service-unavailable"),
                arguments(iq("set", FROM, "<join-queue xmlns='urn:other'/>"), "cancel service-unavailable"),
                arguments(iq("set", FROM, "<unheard-of " + W + "/>"), "cancel service-unavailable"),
                arguments(iq("set", SERVICE, "<join-queue " + W + "/>"), "cancel service-unavailable"),
                // a workgroup that is not there
                arguments(iq("set", STRANGER, "<join-queue " + W + "/>"), "cancel item-not-found"),
                arguments(
                        iq("get", STRANGER, "<query xmlns='http://jabber.org/protocol/disco#info'/>"),
                        "cancel item-not-found"),
                arguments("<presence " + STRANGER + "/>", "cancel item-not-found"),
                arguments("<message " + STRANGER + "><body>hello</body></message>", "cancel item-not-found"),
                arguments("<message " + SERVICE + "><body>hello</body></message>", "cancel item-not-found"),
                // joining
                arguments(join(field("<field><value>x</value></field>")), "modify bad-request"),
                arguments(join(field("<field var=''><value>x</value></field>")), "modify bad-request"),
                arguments(join(field(question("a".repeat(64 * 1024)))), "modify not-acceptable"),
                arguments(join(field(question("a".repeat(4_001)))), "modify not-acceptable"),
                arguments(join(field(many(100, "<field var='f%d'><value>x</value></field>"))), "modify not-acceptable"),
                arguments(
                        join(field("<field var='f'>" + many(100, "<value>%d</value>") + "</field>")),
                        "modify not-acceptable"),
                arguments(
                        join(field("<field var='" + "f".repeat(4_001) + "'><value>x</value></field>")),
                        "modify not-acceptable"),
                // answering
                arguments(iq("set", FROM, "<offer-accept " + W + "/>"), "modify bad-request"),
                arguments(iq("set", FROM, "<offer-reject " + W + "/>"), "modify bad-request"),
                arguments(iq("set", FROM, "<offer-accept " + W + " id=''/>"), "cancel not-acceptable"),
                arguments(iq("set", FROM, "<offer-accept " + W + " id='unknown'/>"), "cancel not-acceptable"),
                arguments(iq("set", FROM, "<offer-reject " + W + " jid='no@ad@dress'/>"), "cancel not-acceptable"),
                arguments(iq("set", FROM, "<depart-queue " + W + "/>"), "cancel item-not-found"),
                // driving
                arguments(iq("set", FROM, "<drive " + D + "/>"), "modify bad-request"),
                arguments(iq("set", FROM, "<drive " + D + " session='s'/>"), "modify bad-request"),
                arguments(
                        iq("set", FROM, "<drive " + D + " session='' url='https://a.example/'/>"),
                        "modify bad-request"),
                arguments(iq("set", FROM, "<drive " + D + " session='s' url=''/>"), "modify bad-request"),
                arguments(drive("soon"), "modify bad-request"),
                arguments(drive("2026-01-01"), "modify bad-request"),
                arguments(drive("2026-01-01T10:01:00"), "modify bad-request"),
                arguments(drive("+999999999-12-31T23:59:59Z"), "auth forbidden"),
                arguments(drive("2026-01-01T10:01:00Z"), "auth forbidden"),
                // reporting
                arguments(ack("session='s' drive='d'"), "modify bad-request"),
                arguments(ack("session='s' drive='d' state='ARRIVED'"), "modify bad-request"),
                arguments(ack("session='s' drive='d' state='gone'"), "modify bad-request"),
                arguments(ack("session='s' state='arrived'"), "modify bad-request"),
                arguments(ack("drive='d' state='arrived'"), "modify bad-request"),
                arguments(ack("session='s' drive='d' state='refused' reason='Because!'"), "modify bad-request"),
                arguments(
                        ack("session='s' drive='d' state='refused' reason='" + "a".repeat(33) + "'"),
                        "modify bad-request"),
                arguments(ack("session='s' drive='d' state='arrived'"), "auth forbidden"),
                // talking to the workgroup itself
                arguments("<message " + CUSTOMER + "><body>hello</body></message>", "cancel service-unavailable"),
                arguments(
                        "<message type='bogus' " + CUSTOMER + "><body>hello</body></message>",
                        "cancel service-unavailable"));
    }

    @ParameterizedTest
    @MethodSource
    void answered(String stanza, String error) {
        var answers = new ArrayList<Packet>();

        assertEquals("", Logs.during(() -> answers.addAll(answersTo(stanza))));

        assertThat(answers).hasSize(1);
        assertEquals(error, error(answers.get(0)));
        var request = Examples.stanza(stanza);
        assertEquals(request.getFrom(), answers.get(0).getTo());
        assertEquals(request.getTo(), answers.get(0).getFrom());
        assertEquals(request.getID(), answers.get(0).getID());
        assertEquals(request.getClass(), answers.get(0).getClass());
    }

    static Stream<String> leftAlone() {
        return Stream.of(
                iq("result", FROM, ""),
                iq("result", FROM, "<join-queue " + W + "/>"),
                iq("error", FROM, "<offer " + W + "/><error type='cancel'/>"),
                iq("result", STRANGER, ""),
                iq("error", SERVICE, ""),
                "<message type='error' " + FROM + "><body>hello</body></message>",
                "<message type='error' " + FROM + "><ack " + D + " state='gone'/></message>",
                "<message type='error' " + STRANGER + "/>",
                "<message " + FROM + "><composing xmlns='http://jabber.org/protocol/chatstates'/></message>",
                "<presence type='error' " + FROM + "/>",
                "<presence type='unsubscribed' " + FROM + "/>",
                "<presence type='bogus' " + FROM + "/>",
                "<presence type='unavailable' " + FROM + "/>",
                "<presence type='unavailable' " + STRANGER + "/>",
                "<presence " + SERVICE + "/>",
                "<presence to='demo@workgroup.example.org'/>",
                "<presence from='nurse@example.org/chamber'/>",
                // from the rooms
                "<message from='v@conference.example.org/demo' to='demo@workgroup.example.org/switch'><body/></message>",
                "<presence from='v@conference.example.org/Romeo' to='demo@workgroup.example.org/switch'/>",
                "<presence from='v@conference.example.org' to='demo@workgroup.example.org/switch'/>",
                "<presence from='conference.example.org' to='demo@workgroup.example.org/switch'/>",
                "<presence from='v@conference.example.org/demo' to='workgroup.example.org'/>",
                "<presence from='v@conference.example.org/R' to='demo@workgroup.example.org/switch'>"
                        + "<x xmlns='http://jabber.org/protocol/muc#user'/></presence>",
                "<iq type='result' from='v@conference.example.org' to='demo@workgroup.example.org/switch'/>",
                "<iq type='error' id='destroy-v' from='v@conference.example.org' to='demo@workgroup.example.org/switch'/>",
                "<iq type='result' from='conference.example.org' to='nobody@workgroup.example.org/switch'/>");
    }

    @ParameterizedTest
    @MethodSource
    void leftAlone(String stanza) {
        var answers = new ArrayList<Packet>();

        assertEquals("", Logs.during(() -> answers.addAll(answersTo(stanza))));

        assertEquals(List.of(), answers);
    }

    @Test
    void aFormWithAsMuchAsIsAllowedIsTaken() {
        var fields = many(39, "<field var='f%d'><value>x</value></field>") + question("a".repeat(4_000));

        assertThat(answersTo(join(field(fields))).get(0).toXML()).contains("type=\"result\"");
    }

    @Test
    void whatTheCustomerMayNotSayOfThemselvesIsNotPassedOn() {
        var play = new Play();
        play.nurse.sends("agent-online").forgets();

        play.romeo.says(Examples.text("join-queue")
                .replace(
                        "<field var='username'>",
                        "<field var='userID'><value>admin</value></field>"
                                + "<field var='FORM_TYPE'><value>urn:x</value></field><field var='username'>"));

        play.nurse.receives("offer");
    }

    @Test
    void aRoomThatSaysSomethingUnreadableIsLoggedAndNoMore() {
        var play = new Play();
        var stanza = "<presence from='v@conference.example.org/R' to='demo@workgroup.example.org/switch'>"
                + "<x xmlns='http://jabber.org/protocol/muc#user'><item jid='@@'/></x></presence>";

        var log = Logs.during(() -> play.post(stanza));

        assertThat(log).contains("stanza-failed from=v@conference.example.org/R");
    }

    /** What is sent because of one stanza; the queue that agents see is left out. */
    static List<Packet> answersTo(String stanza) {
        var answers = new ArrayList<Packet>();
        var store = new MemoryVisitStore();
        var reception = new Reception(
                List.of(new Reception.Opening("demo", "Demo", Play.settings("nurse@example.org"))),
                new Reception.Surroundings(
                        new JID("workgroup.example.org"),
                        Examples.CONFERENCE,
                        new DrivePolicy(Set.of()),
                        store,
                        new MemoryVisitArchive(store),
                        workgroup -> Optional.empty(),
                        workgroup -> ChatPage.PLAIN,
                        new MemoryPersonalMacros(),
                        Examples.TOKENS,
                        connection -> "",
                        workgroup -> IdentityRules.NONE,
                        user -> List.of(),
                        connection -> false,
                        Runnable::run,
                        Runnable::run,
                        Clock.systemUTC(),
                        () -> (at, wake) -> {},
                        answers::add,
                        (workgroup, message) -> {}));
        reception.open(connection -> false);
        reception.receive(Examples.stanza(Examples.text("agent-online").replace("chamber", "cellar")));
        answers.clear();
        reception.receive(Examples.stanza(stanza));
        return answers.stream()
                .map(answer -> Examples.stanza(answer.toXML()))
                .filter(answer -> !answer.toXML().contains("notify-queue"))
                .toList();
    }

    static String error(Packet answer) {
        var stanza = answer.getElement();
        assertEquals("error", stanza.attributeValue("type"));
        var error = stanza.element("error");
        var condition = error.elements().stream()
                .filter(child -> child.getNamespaceURI().equals(Namespaces.STANZA_ERROR))
                .map(Element::getName)
                .findFirst();
        return error.attributeValue("type") + " " + condition.orElseThrow();
    }

    private static String iq(String type, String addresses, String payload) {
        return "<iq type='" + type + "' id='x' " + addresses + ">" + payload + "</iq>";
    }

    private static String join(String payload) {
        return iq("set", FROM, "<join-queue " + W + ">" + payload + "</join-queue>");
    }

    private static String field(String fields) {
        return "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
    }

    private static String question(String text) {
        return "<field var='question'><value>" + text + "</value></field>";
    }

    private static String many(int number, String pattern) {
        return IntStream.range(0, number).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    private static String drive(String expires) {
        return iq("set", FROM, "<drive " + D + " session='s' url='https://a.example/' expires='" + expires + "'/>");
    }

    private static String ack(String attributes) {
        return "<message id='x' " + FROM + "><ack " + D + " " + attributes + "/></message>";
    }
}
