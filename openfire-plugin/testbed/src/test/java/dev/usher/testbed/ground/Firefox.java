package dev.usher.testbed.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds a Firefox for the browser tests, or gets one: they are never skipped. The lookups are parameters, so that the
 * decision can be tested without any of them.
 *
 * @param named the value of the environment variable {@value #VARIABLE}, perhaps null
 * @param onPath finds a program on the search path
 * @param packages installs the system's, where that is possible
 */
record Firefox(String named, Function<String, Optional<Path>> onPath, Supplier<Optional<Path>> packages) {
    static final String VARIABLE = "USHER_FIREFOX";
    static final List<String> NAMES = List.of("firefox-esr", "firefox");

    static Firefox ofThisMachine() {
        return new Firefox(System.getenv(VARIABLE), ThisMachine::search, () -> ThisMachine.install("firefox-esr"));
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
                .or(packages)
                .orElseThrow(
                        () -> new IllegalStateException("The browser tests need Firefox: install it, or name it in "
                                + "the environment variable " + VARIABLE));
    }
}
