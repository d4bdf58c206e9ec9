package dev.usher.testbed.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody sees who types {@code mvn -Pquickstart} for the first time, and for the second. */
@Timeout(120)
class QuickStartIT {
    private static final Path PLUGIN = Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar"));

    private final List<Integer> ports = Loopback.freePorts(4);
    private final HttpClient http = HttpClient.newHttpClient();
    private Path home;

    @BeforeEach
    void emptyHome() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target/trials")), "home");
    }

    @Test
    void itSaysWhoOpensWhatAndNothingElseAndStops() throws Exception {
        try (var trial = start(PLUGIN)) {
            var said = String.join("\n", trial.until("Ctrl-C"));

            assertThat(said).startsWith("\nUsher is up after ").contains("on this machine only");
            assertThat(said).contains("customer: open http://localhost:" + ports.get(3) + "/");
            assertThat(said)
                    .contains("--server localhost:" + ports.get(0) + " --domain localhost --tls off --user alice");
            assertThat(said).contains("admin:    http://localhost:" + ports.get(2) + "/");
            assertThat(said).doesNotContain("WARN", "ERROR", "INFO", "Exception", "Jetty", "log4j");
            assertThat(get(ports.get(3), "/").body())
                    .contains("href=\"http://localhost:" + ports.get(1) + "/usher/c/demo\"")
                    .contains("target=\"usher-chat\"")
                    .contains("rel=\"opener\"");
            assertThat(get(ports.get(2), "/").statusCode()).isEqualTo(401);
            assertThat(console("alice", "alice").statusCode()).isEqualTo(401);
            assertThat(console("admin", "admin").body())
                    .contains(
                            "Openfire 4.2.0", "usher.workgroup.demo.agents", "alice,bob", "comes with a full Openfire");

            trial.terminate();
            assertThat(trial.toTheEnd()).last().isEqualTo("Stopped.");
            assertThat(trial.exitCode()).isEqualTo(143);
        }
        assertThat(ports).noneMatch(Loopback::answers);
    }

    @Test
    void theSecondStartFindsTheHomeOfTheFirst() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (var trial = start(PLUGIN)) {
                assertThat(String.join("\n", trial.until("Ctrl-C"))).contains("Ctrl-C stops everything.");
                assertThat(console("admin", "admin").statusCode()).isEqualTo(200);
                trial.terminate();
                assertThat(trial.toTheEnd()).last().isEqualTo("Stopped.");
            }
        }
        assertThat(Files.readString(home.resolve("logs/output.log"))).doesNotContain("Missing database schema");
    }

    @Test
    void twoServersInOneHomeAreOneTooMany() throws Exception {
        try (var first = start(PLUGIN)) {
            first.until("Ctrl-C");
            try (var second = Trial.start(PLUGIN, "-Dusher.home=" + home)) {
                assertThat(second.toTheEnd()).hasSize(1).first().asString().contains("Another server is running in");
                assertThat(second.exitCode()).isEqualTo(1);
            }
            first.terminate();
            first.toTheEnd();
        }
    }

    @Test
    void aNamedPortThatIsTakenIsOneLineAndAnError() throws Exception {
        try (var occupied = new ServerSocket(0, 1, Loopback.address());
                var trial =
                        Trial.start(PLUGIN, "-Dusher.home=" + home, "-Dusher.port.web=" + occupied.getLocalPort())) {
            assertThat(trial.toTheEnd())
                    .containsExactly("Usher did not start: Port " + occupied.getLocalPort()
                            + ", named for the web client, is taken.");
            assertThat(trial.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aDirectoryOfSomebodyElseIsLeftAlone() throws Exception {
        Files.writeString(home.resolve("letter.txt"), "Dear Juliet");

        try (var trial = start(PLUGIN)) {
            assertThat(trial.toTheEnd()).hasSize(1).first().asString().contains("neither empty nor the home of");
            assertThat(trial.exitCode()).isEqualTo(1);
        }
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aPluginThatDoesNotStartIsNamedWithItsReason() throws Exception {
        try (var trial = start(brokenPlugin())) {
            assertThat(trial.toTheEnd())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("'broken'")
                    .contains("wherefore art thou");
            assertThat(trial.exitCode()).isEqualTo(1);
        }
    }

    private Trial start(Path plugin) throws IOException {
        return Trial.start(
                plugin,
                "-Dusher.home=" + home,
                "-Dusher.port.xmpp=" + ports.get(0),
                "-Dusher.port.web=" + ports.get(1),
                "-Dusher.port.console=" + ports.get(2),
                "-Dusher.port.shop=" + ports.get(3));
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(request(port, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> console(String name, String password) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return http.send(
                request(ports.get(2), "/")
                        .header("Authorization", "Basic " + credentials)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + Loopback.HOST + ":" + port + path));
    }

    /** A plugin jar as Openfire wants it, the descriptor at the top and the code in lib. */
    private Path brokenPlugin() throws IOException {
        var code = new ByteArrayOutputStream();
        var type = BrokenPlugin.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(code);
                var in = BrokenPlugin.class.getClassLoader().getResourceAsStream(type)) {
            jar.putNextEntry(new JarEntry(type));
            in.transferTo(jar);
        }
        var file = Path.of("target/trials/broken.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("plugin.xml"));
            jar.write("<plugin><class>%s</class><name>Broken</name><version>1</version></plugin>"
                    .formatted(BrokenPlugin.class.getName())
                    .getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("lib/broken.jar"));
            jar.write(code.toByteArray());
        }
        return file;
    }
}
