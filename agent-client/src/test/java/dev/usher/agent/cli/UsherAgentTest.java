package dev.usher.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options, exit codes and one-line errors. The servers here are real sockets on this machine. */
class UsherAgentTest {

    private final Terminal terminal;
    private final StringWriter usage = new StringWriter();

    @TempDir
    Path folder;

    UsherAgentTest() throws IOException {
        terminal = new Terminal();
    }

    private int run(String... args) {
        return UsherAgent.commandLine(terminal.screen, terminal.in)
                .setOut(new PrintWriter(usage))
                .setErr(new PrintWriter(usage))
                .execute(args);
    }

    private int login(String... more) {
        var args = new ArrayList<>(List.of("--user", "nurse@example.org", "--password=secret"));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void helpNamesEveryOptionAndEveryExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(usage.toString())
                .contains("--user", "--domain", "--server", "--websocket", "--workgroup", "--password", "--tls")
                .contains("--password-file", "--auto-accept", "--help", "--version")
                .contains("3  wrong user or password", "7  the connection was lost");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(usage.toString()).startsWith("usher-agent ");
    }

    @ParameterizedTest
    @CsvSource({
        "--workgroup demo, Missing required option: '--user",
        "--user nurse@example.org --tls maybe, --tls",
        "--user nurse@example.org --fly, Unknown option: '--fly'"
    })
    void picocliExplainsABadOption(String args, String complaint) {
        assertThat(run(args.split(" "))).isEqualTo(Exit.USAGE.code);
        assertThat(usage.toString()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --user nurse                                              | Of which domain?
            --user nurse@example.org --domain example.com             | do not agree
            --user @example.org                                       | There can be no user @example.org.
            --user nurse@example.org --server chat:x                  | That is not a host with an optional port: chat:x
            --user nurse@example.org --websocket https://example.org/ | not a ws:// or wss:// URL
            --user nurse@example.org --websocket wss://a/ --server b  | Either --server or --websocket, not both.
            --user nurse@example.org --workgroup @example.org         | There can be no workgroup @example.org.
            --user nurse@example.org --password-file no-such-file     | The password file no-such-file cannot be read.
            --user nurse@example.org --password=a --password-file b   | Either --password or --password-file, not both.
            """)
    void weExplainABadValue(String args, String complaint) throws Exception {
        assertThat(run(args.split(" "))).isEqualTo(Exit.USAGE.code);
        assertThat(terminal.next()).startsWith("! usher-agent: ").contains(complaint);
    }

    @Test
    void anEmptyPasswordFileIsNoPassword() throws Exception {
        var file = Files.writeString(folder.resolve("password"), "\nsecret\n");

        assertThat(run("--user", "nurse@example.org", "--password-file", file.toString()))
                .isEqualTo(Exit.USAGE.code);
        assertThat(terminal.next()).contains("There is no password in");
    }

    @Test
    void anUnencryptedWebSocketHasToBeAskedFor() throws Exception {
        assertThat(login("--websocket", "ws://127.0.0.1:7070/ws/")).isEqualTo(Exit.TLS.code);
        assertThat(terminal.next()).contains("is not encrypted: use wss://");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(login("--server", "127.0.0.1:" + closed)).isEqualTo(Exit.UNREACHABLE.code);
        assertThat(terminal.next())
                .isEqualTo("! usher-agent: No XMPP server answers at 127.0.0.1:" + closed + ": Connection refused.");
        assertThat(login("--tls", "off", "--websocket", "ws://127.0.0.1:" + closed + "/ws/"))
                .isEqualTo(Exit.UNREACHABLE.code);
        assertThat(terminal.next()).contains("No XMPP server answers at ws://127.0.0.1:" + closed + "/ws/");
    }

    @Test
    void aNameThatDoesNotExistIsNamed() throws Exception {
        assertThat(login("--server", "no-such-host.invalid")).isEqualTo(Exit.UNREACHABLE.code);
        assertThat(terminal.next()).contains("No XMPP server answers at no-such-host.invalid:5222");
    }

    @Test
    void anOpenLineThatLeavesThisMachineIsWarnedAbout() throws Exception {
        assertThat(login("--server", "no-such-host.invalid", "--tls", "off")).isEqualTo(Exit.UNREACHABLE.code);
        assertThat(terminal.next())
                .startsWith("! Warning: the connection to no-such-host.invalid:5222 is not encrypted.");
    }

    @Test
    void aServerWithoutEncryptionIsRefusedUnlessAskedFor() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.features("SCRAM-SHA-1"))) {
            assertThat(login("--server", server.address())).isEqualTo(Exit.TLS.code);
            assertThat(terminal.next())
                    .contains(server.address() + " offers no encryption (TLS).")
                    .contains("--tls off");
        }
    }

    @Test
    void aWrongPasswordIsToldApart() throws Exception {
        var refusal = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>";
        try (var server = new ScriptedServer(ScriptedServer.features("SCRAM-SHA-1"), refusal)) {
            assertThat(login("--server", server.address(), "--tls", "off")).isEqualTo(Exit.LOGIN.code);
            assertThat(terminal.next()).contains("does not let nurse@example.org in: wrong user or password.");
            assertThat(server.received()).contains("SCRAM-SHA-1").doesNotContain("secret");
        }
    }

    @Test
    void thePasswordIsNeverSentInTheClear() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.features("PLAIN"))) {
            assertThat(login("--server", server.address(), "--tls", "off")).isEqualTo(Exit.LOGIN.code);
            assertThat(terminal.next()).contains("offers no way to log in that keeps the password secret without TLS.");
            assertThat(server.received()).doesNotContain("<auth");
        }
    }

    @Test
    void aServerOfAnotherDomainIsToldApart() throws Exception {
        var unknown = "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";
        try (var server = new ScriptedServer(ScriptedServer.STREAM + unknown + "</stream:stream>")) {
            assertThat(login("--server", server.address(), "--tls", "off")).isEqualTo(Exit.UNREACHABLE.code);
            assertThat(terminal.next()).contains("does not serve example.org: check --domain.");
        }
    }
}
