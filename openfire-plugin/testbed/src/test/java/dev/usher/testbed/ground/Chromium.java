package dev.usher.testbed.ground;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a Chromium for the browser tests, or gets one: they are never skipped. The lookups are parameters, so that the
 * decision can be tested without any of them.
 *
 * @param named the value of the environment variable {@value #VARIABLE}, perhaps null
 * @param onPath finds a program on the search path
 * @param playwright downloads Playwright's own
 * @param packages installs the system's, where that is possible
 */
record Chromium(String named, Function<String, Optional<Path>> onPath, Source playwright, Source packages) {
    static final String VARIABLE = "USHER_CHROMIUM";
    static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** A way to get a browser that is not there yet. Empty: it did not work here. */
    interface Source {
        Optional<Path> get();
    }

    static Chromium ofThisMachine() {
        return new Chromium(
                System.getenv(VARIABLE),
                ThisMachine::search,
                Chromium::fromPlaywright,
                () -> ThisMachine.install("chromium"));
    }

    Path find() {
        if (named != null && !named.isBlank()) {
            var browser = Path.of(named);
            if (!Files.isExecutable(browser)) {
                throw new IllegalStateException(VARIABLE + " names " + browser + ", which is no program");
            }
            return browser;
        }
        return NAMES.stream()
                .flatMap(name -> onPath.apply(name).stream())
                .findFirst()
                .or(playwright::get)
                .or(packages::get)
                .orElseThrow(
                        () -> new IllegalStateException("The browser tests need Chromium: install it, or name it in "
                                + "the environment variable " + VARIABLE));
    }

    private static Optional<Path> fromPlaywright() {
        var cli = Driver.ensureDriverInstalled(PlaywrightDriver.environment(), false)
                .createProcessBuilder();
        // With the variable that keeps every other call from downloading, this one would do nothing.
        cli.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        cli.command().addAll(List.of("install", "chromium"));
        if (!ThisMachine.run("No Chromium here: downloading Playwright's", cli)) {
            return Optional.empty();
        }
        try (var playwright = PlaywrightDriver.start()) {
            return Optional.of(Path.of(playwright.chromium().executablePath())).filter(Files::isExecutable);
        }
    }
}
