package dev.usher.testbed.ground;

import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Playwright on the Node of this machine: its own bundle brings five Nodes, 202 MB, and is left out. */
final class PlaywrightDriver {
    private PlaywrightDriver() {}

    static Playwright start() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
    }

    static Map<String, String> environment() {
        unpackUnder(Path.of("target/playwright"));
        return Map.of("PLAYWRIGHT_NODEJS_PATH", node(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }

    private static String node() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser tests need Node 20 or newer on the path"))
                .toString();
    }

    /** Not under /tmp: nothing that a test makes shall outlive a {@code mvn clean}. */
    private static void unpackUnder(Path directory) {
        try {
            System.setProperty(
                    "playwright.driver.tmpdir",
                    Files.createDirectories(directory).toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
