package dev.usher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jivesoftware.smack.DummyConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/**
 * Where the plays run: the nurse is logged in over a connection whose server is the play itself. What she sends is
 * read with {@link #next()}; what the server sends is given to {@link #server}.
 */
public final class Stage {

    public static final EntityBareJid DEMO = JidCreate.entityBareFromOrThrowUnchecked("demo@workgroup.example.org");
    public static final String VISIT = "k3v9x2m7q4w8t6z1p5r0c2d8f7";
    public static final String ROOM = VISIT + "@conference.example.org";

    private static final Duration SOON = Duration.ofSeconds(5);

    public final DummyConnection connection;

    public Stage() throws Exception {
        connection = new DummyConnection(DummyConnection.getDummyConfigurationBuilder()
                .setXmppDomain("example.org")
                .setUsernameAndPassword("nurse", "secret")
                .setResource("chamber")
                .build());
        connection.connect();
        connection.login();
    }

    /** How long the desk waits for an answer; the default of 5 s is for plays in which all answers come. */
    public Stage patience(Duration patience) {
        connection.setReplyTimeout(patience.toMillis());
        return this;
    }

    /** The next stanza that the nurse sends. */
    public Stanza next() {
        Stanza sent = connection.getSentPacket((int) SOON.toSeconds());
        assertThat(sent).as("the nurse sends a stanza").isNotNull();
        return sent;
    }

    /** The nurse sends exactly this, whatever id she gives it; who she is the server adds. */
    public Stanza sends(String expected) {
        return isSame(next(), expected);
    }

    private static Stanza isSame(Stanza sent, String expected) {
        var told = Examples.parse(expected);
        // COMPAT: into each presence Smack writes the default priority, and its capabilities (XEP-0115) once it has
        // them.
        var written = Examples.parse(Examples.written(sent).replace("<priority>0</priority>", ""));
        written.removeExtension("c", "http://jabber.org/protocol/caps");
        written.setFrom(told.getFrom());
        written.setStanzaId(told.getStanzaId());
        SameXml.assertSame(Examples.written(written), expected);
        return sent;
    }

    public Stanza sendsExample(String name) {
        return sends(Examples.xml(name));
    }

    /** The nurse answers an IQ and asks one herself, on two threads: whichever is sent first. Returns what she asks. */
    public Stanza answersAndAsks(String answer, String question) {
        var sent = List.of(next(), next());
        int asked = ((IQ) sent.get(0)).isRequestIQ() ? 0 : 1;
        isSame(sent.get(1 - asked), Examples.xml(answer));
        return isSame(sent.get(asked), Examples.xml(question));
    }

    public void server(String xml) {
        connection.processStanza(Examples.parse(xml));
    }

    /** The server sends an example, under the id of the stanza that it answers. */
    public void answers(Stanza question, String example) {
        var answer = Examples.stanza(example);
        answer.setStanzaId(question.getStanzaId());
        connection.processStanza(answer);
    }

    public void serverSendsExample(String name) {
        connection.processStanza(Examples.stanza(name));
    }

    public void presence(String nick, String affiliation, String more) {
        server("<presence from='" + ROOM + "/" + nick + "' to='nurse@example.org/chamber'>"
                + "<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='" + affiliation
                + "' role='participant'/>" + more + "</x></presence>");
    }

    public void absence(String nick, String more) {
        server("<presence type='unavailable' from='" + ROOM + "/" + nick + "' to='nurse@example.org/chamber'>"
                + "<x xmlns='http://jabber.org/protocol/muc#user'>" + more + "</x></presence>");
    }

    public void groupchat(String nick, String id, String inner) {
        server("<message type='groupchat' id='" + id + "' from='" + ROOM + "/" + nick
                + "' to='nurse@example.org/chamber'>" + inner + "</message>");
    }

    /** The nurse comes online in the demo workgroup. */
    public void nurseIsOnline(AgentDesk desk) {
        var online = desk.goOnline(DEMO);
        sendsExample("agent-online");
        serverSendsExample("queue-overview");
        await(online);
    }

    /** The room lets the nurse in; the switch and Romeo are there already. */
    public void roomOpens() {
        sends("<presence to='" + ROOM + "/Nurse'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        presence("demo", "owner", "");
        presence("Romeo", "member", "");
        presence("Nurse", "member", "<status code='110'/>");
    }

    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("nothing happened", e);
        }
    }

    /** The failure of a future, which has to be of that kind. */
    public static <E extends Throwable> E failure(CompletableFuture<?> future, Class<E> kind) {
        try {
            var value = future.get(SOON.toSeconds(), TimeUnit.SECONDS);
            throw new AssertionError("succeeded: " + value);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(kind);
            return kind.cast(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("nothing happened", e);
        }
    }
}
