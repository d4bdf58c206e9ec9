package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Loopback;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line for agents, against the real server: a whole visit, and every door that stays shut. */
class UsherAgentIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    @Test
    void anAgentServesAVisitOverTcp() throws Exception {
        serve("--server", "127.0.0.1:" + usher.config().xmppPort());
    }

    @Test
    void anAgentServesAVisitOverWebSocket() throws Exception {
        serve("--websocket", "ws://127.0.0.1:" + usher.config().webPort() + "/ws/");
    }

    private static void serve(String option, String address) throws Exception {
        try (var alice = Terminal.open(
                        "alice", "alice", option, address, "--domain", UsherServer.DOMAIN, "--tls", "off");
                var romeo = RawClient.anonymous(usher)) {
            alice.awaitText("Online in demo");
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP + "'>"
                    + "<join-queue xmlns='http://jabber.org/protocol/workgroup'><x xmlns='jabber:x:data' type='submit'>"
                    + "<field var='username'><value>Romeo</value></field>"
                    + "<field var='question'><value>Where is the balcony?</value></field></x></join-queue></iq>");
            alice.awaitText("Romeo asks: Where is the balcony?");
            alice.type("/accept");
            var room = romeo.await("jid=\"([^\"@]+@conference[^\"]+)\"").group(1);
            romeo.send("<presence to='" + room + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            alice.awaitText("Romeo is here");

            alice.type("Good evening!");
            romeo.await("Good evening!");
            romeo.send("<message type='groupchat' to='" + room + "'><body>At last " + "&#x202e;nuf</body></message>");
            alice.awaitText("At last nuf");

            alice.type("/go other.test/balcony");
            var drive = romeo.await("<drive [^>]*id=\"([0-9a-v]+)\"").group(1);
            ack(romeo, room, drive, "received");
            alice.awaitText("received (1 of 1)");
            ack(romeo, room, drive, "arrived");
            alice.awaitText("arrived (1 of 1)");
            alice.type("/go javascript:alert(1)");
            alice.awaitText("Only http and https addresses can be opened.");

            alice.type("/end");
            romeo.await("<destroy");
            assertThat(alice.end()).isZero();
        }
    }

    @Test
    void aWrongPasswordIsSaidInALine() throws Exception {
        refused(3, "password", Terminal.open("alice", "wrong", options()));
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int nobody = Loopback.freePorts(1).get(0);
        refused(
                4,
                "127.0.0.1:" + nobody,
                Terminal.open(
                        "alice",
                        "alice",
                        "--server",
                        "127.0.0.1:" + nobody,
                        "--domain",
                        UsherServer.DOMAIN,
                        "--tls",
                        "off"));
    }

    @Test
    void encryptionIsAskedForUnlessItIsSwitchedOff() throws Exception {
        refused(
                5,
                "--tls off",
                Terminal.open(
                        "alice",
                        "alice",
                        "--server",
                        "127.0.0.1:" + usher.config().xmppPort(),
                        "--domain",
                        UsherServer.DOMAIN));
    }

    @Test
    void whoIsNoAgentIsToldSo() throws Exception {
        refused(6, "agent", Terminal.open("admin", "admin", options()));
    }

    private static void refused(int exitCode, String word, Terminal terminal) throws Exception {
        try (terminal) {
            assertThat(terminal.awaitExit()).isEqualTo(exitCode);
            assertThat(terminal.screen().strip())
                    .startsWith("usher-agent: ")
                    .contains(word)
                    .doesNotContain("\n");
        }
    }

    private static String[] options() {
        return new String[] {
            "--server", "127.0.0.1:" + usher.config().xmppPort(), "--domain", UsherServer.DOMAIN, "--tls", "off"
        };
    }

    private static void ack(RawClient romeo, String room, String drive, String state) throws Exception {
        romeo.send("<message to='" + SmackAgent.WORKGROUP + "'><ack xmlns='urn:usher:drive:1' session='"
                + room.substring(0, room.indexOf('@')) + "' drive='" + drive + "' state='" + state + "'/></message>");
    }
}
