package dev.usher.interop.xmppjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The test files of one directory, in a child process that ends with the stream of their results. */
final class NodeTests {
    private NodeTests() {}

    static Stream<DynamicTest> run(UsherServer server, String directory) throws IOException {
        var command = new ArrayList<>(
                List.of("node", "--test", "--test-reporter=tap", "--test-concurrency=1", "--test-timeout=60000"));
        command.addAll(filesIn(Path.of(directory)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "USHER_DOMAIN", UsherServer.DOMAIN,
                        "USHER_XMPP_PORT", Integer.toString(server.config().xmppPort()),
                        "USHER_WEB_PORT", Integer.toString(server.config().webPort())));
        var process = builder.start();
        var results = new TapReader(process.inputReader().lines().peek(System.out::println));
        var scenarios = Stream.generate(results::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(NodeTests::test);
        return Stream.concat(scenarios, Stream.of(DynamicTest.dynamicTest("node has run them all", () -> {
                    int code = process.waitFor();
                    assertThat(results.failed() ? 0 : code).isZero();
                    assertThat(results.count()).isPositive();
                })))
                .onClose(process::destroy);
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }

    private static DynamicTest test(TapReader.Result result) {
        return DynamicTest.dynamicTest(result.name(), () -> {
            if (!result.passed()) {
                throw new AssertionError(result.detail());
            }
        });
    }
}
