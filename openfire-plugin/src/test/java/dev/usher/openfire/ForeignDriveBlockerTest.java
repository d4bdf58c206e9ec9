package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.wire.ForeignDrives;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.DocumentException;
import org.dom4j.Element;
import org.dom4j.io.SAXReader;
import org.jivesoftware.openfire.interceptor.PacketRejectedException;
import org.jivesoftware.openfire.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;
import org.xmpp.packet.Presence;

/** Nobody but the switch puts a drive into a room. */
class ForeignDriveBlockerTest {
    private static final String DRIVE = "<drive xmlns='urn:usher:drive:1' id='d' seq='9' url='https://evil.example/'/>";
    private static final String TO_ROOM = "to='v@conference.example.org'";
    private static final String ROMEO = "from='romeo@example.org/balcony'";

    private final ForeignDriveBlocker blocker =
            new ForeignDriveBlocker(new ForeignDrives("workgroup.example.org", "conference.example.org"));
    private final List<Packet> answers = new ArrayList<>();
    private final Session session = (Session) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Session.class}, (self, method, arguments) -> {
                assertEquals("process", method.getName());
                answers.add((Packet) arguments[0]);
                return null;
            });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message id='m' type='groupchat' " + ROMEO + " " + TO_ROOM + ">" + DRIVE + "</message>",
                "<message id='m' " + ROMEO + " " + TO_ROOM + "><body>look</body>" + DRIVE + "</message>",
                "<message id='m' type='chat' " + ROMEO + " to='v@conference.example.org/Juliet'>" + DRIVE
                        + "</message>",
                "<message id='m' type='groupchat' from='x@workgroup.example.org.evil.example' " + TO_ROOM + ">" + DRIVE
                        + "</message>",
                "<message id='m' type='groupchat' " + TO_ROOM + ">" + DRIVE + "</message>"
            })
    void aDriveOfAnybodyElseIsDroppedAndRefused(String stanza) {
        var message = message(stanza);

        assertThrows(PacketRejectedException.class, () -> blocker.interceptPacket(message, session, true, false));

        assertThat(answers).hasSize(1);
        var refusal = (Message) answers.get(0);
        assertEquals(message.getFrom(), refusal.getTo());
        assertEquals(message.getTo(), refusal.getFrom());
        assertEquals("m", refusal.getID());
        assertEquals(PacketError.Condition.forbidden, refusal.getError().getCondition());
        assertEquals(PacketError.Type.auth, refusal.getError().getType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the switch's own
                "<message type='groupchat' from='demo@workgroup.example.org/switch' " + TO_ROOM + ">" + DRIVE
                        + "</message>",
                // others, about other things
                "<message type='groupchat' " + ROMEO + " " + TO_ROOM + "><body>hello</body></message>",
                "<message type='groupchat' " + ROMEO + " " + TO_ROOM + "><drive xmlns='urn:other'/></message>",
                "<message " + ROMEO + " to='demo@workgroup.example.org'><ack xmlns='urn:usher:drive:1'/></message>",
                // not into a room: nobody obeys it there
                "<message type='chat' " + ROMEO + " to='juliet@example.org/chapel'>" + DRIVE + "</message>",
                "<message " + ROMEO + ">" + DRIVE + "</message>"
            })
    void everythingElsePasses(String stanza) {
        assertDoesNotThrow(() -> blocker.interceptPacket(message(stanza), session, true, false));

        assertEquals(List.of(), answers);
    }

    @Test
    void whatTheServerSendsOutPasses() {
        var delivered = message("<message type='groupchat' from='v@conference.example.org/demo' "
                + ROMEO.replace("from", "to") + ">" + DRIVE + "</message>");

        assertDoesNotThrow(() -> blocker.interceptPacket(delivered, session, false, false));
    }

    @Test
    void aMessageIsJudgedOnce() {
        var message = message("<message type='groupchat' " + ROMEO + " " + TO_ROOM + ">" + DRIVE + "</message>");

        assertDoesNotThrow(() -> blocker.interceptPacket(message, session, true, true));
        assertDoesNotThrow(() -> blocker.interceptPacket(message, session, false, false));
    }

    @Test
    void anErrorIsDroppedAndNeverAnswered() {
        var error = message("<message type='error' " + ROMEO + " " + TO_ROOM + ">" + DRIVE + "</message>");

        assertThrows(PacketRejectedException.class, () -> blocker.interceptPacket(error, session, true, false));
        assertEquals(List.of(), answers);
    }

    @Test
    void whoHasNoSessionIsDroppedWithoutAWord() {
        var message = message("<message type='groupchat' " + ROMEO + " " + TO_ROOM + ">" + DRIVE + "</message>");

        assertThrows(PacketRejectedException.class, () -> blocker.interceptPacket(message, null, true, false));
    }

    @Test
    void presenceAndRequestsPass() {
        var to = "v@conference.example.org/Romeo";
        var presence = new Presence(parse("<presence " + ROMEO + " to='" + to + "'>" + DRIVE + "</presence>"));
        var iq = new IQ(parse("<iq type='set' id='i' " + ROMEO + " to='" + to + "'>" + DRIVE + "</iq>"));

        assertDoesNotThrow(() -> blocker.interceptPacket(presence, session, true, false));
        assertDoesNotThrow(() -> blocker.interceptPacket(iq, session, true, false));
    }

    private static Message message(String xml) {
        return new Message(parse(xml));
    }

    private static Element parse(String xml) {
        try {
            return new SAXReader().read(new StringReader(xml)).getRootElement();
        } catch (DocumentException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }
}
