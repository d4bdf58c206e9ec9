package dev.usher.interop.xmppjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The scenarios in a child process, which ends with the stream of their results at the latest. */
final class NodeTests {
    /** A scenario that leaves a connection open would keep its process for ever. */
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private NodeTests() {}

    static Stream<DynamicTest> run(UsherServer server) throws IOException {
        var process = start(server);
        var results = new TapReader(process.inputReader().lines().peek(System.out::println));
        var scenarios = Stream.generate(results::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(NodeTests::test);
        var end = DynamicTest.dynamicTest("all scenarios have been played", () -> {
            int code = process.waitFor();
            assertThat(results.count()).isPositive();
            assertThat(results.hasFailure() || code == 0)
                    .as("node has ended with " + code)
                    .isTrue();
        });
        return Stream.concat(scenarios, Stream.of(end)).onClose(process::destroy);
    }

    private static Process start(UsherServer server) throws IOException {
        var builder = new ProcessBuilder("node", "--test-reporter=tap", "--input-type=module", "--eval", scenarios())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "USHER_DOMAIN", UsherServer.DOMAIN,
                        "USHER_XMPP_PORT", Integer.toString(server.config().xmppPort()),
                        "USHER_WEB_PORT", Integer.toString(server.config().webPort()),
                        "USHER_FINDINGS", newFindings().toString()));
        var process = builder.start();
        CompletableFuture.delayedExecutor(AT_MOST.toSeconds(), TimeUnit.SECONDS).execute(process::destroy);
        return process;
    }

    /** All of them as one program: {@code node --test} would start a process for each file. */
    private static String scenarios() throws IOException {
        try (var files = Files.list(Path.of("scenarios"))) {
            return files.map(file -> "import './scenarios/" + file.getFileName() + "';")
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    /** What the scenarios find goes to the conformance page; each of them writes lines of its own. */
    private static Path newFindings() throws IOException {
        var file = Path.of("target/conformance", System.getProperty("usher.client") + ".txt");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        return file;
    }

    private static DynamicTest test(TapReader.Result result) {
        return DynamicTest.dynamicTest(result.name(), () -> {
            if (!result.passed()) {
                throw new AssertionError(result.name() + "\n" + result.detail());
            }
        });
    }
}
