package dev.usher.testbed.ground;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.usher.testbed.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer's Chromium as it comes: with the pop-up blocker, partitioned storage and throttled background tabs, all of
 * which Playwright turns off. Drive it through the server, never with {@code evaluate} or a click in the chat: both
 * count as the customer's own gesture. Not thread-safe, as Playwright is not: one thread, one browser.
 */
public final class CustomerBrowser implements AutoCloseable {
    private static final List<String> DEFAULTS_THAT_FALSIFY = List.of(
            "--disable-popup-blocking",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--disable-ipc-flooding-protection",
            "--disable-back-forward-cache");
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-proxy-server",
            // The last list wins: this one takes the place of Playwright's, which turns partitioning off.
            "--disable-features=Translate,MediaRouter,OptimizationHints",
            // shop.test, chat.test and other.test are different sites on this machine.
            "--host-resolver-rules=MAP *.test 127.0.0.1");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Path profile;

    private CustomerBrowser(Playwright playwright, BrowserContext context, Path profile) {
        this.playwright = playwright;
        this.context = context;
        this.profile = profile;
    }

    public static CustomerBrowser open(String... furtherArguments) {
        return open(true, furtherArguments);
    }

    /** As some customers have it: no page's scripts run. */
    public static CustomerBrowser withoutScripts() {
        return open(false);
    }

    private static CustomerBrowser open(boolean runsScripts, String... furtherArguments) {
        var browser = Found.CHROMIUM;
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.addAll(List.of(furtherArguments));
        var profile = newProfile();
        var playwright = PlaywrightDriver.start();
        try {
            var options = new LaunchPersistentContextOptions()
                    .setExecutablePath(browser)
                    .setHeadless(true)
                    .setJavaScriptEnabled(runsScripts)
                    // Chromium refuses to run its sandbox as root.
                    .setChromiumSandbox(!ThisMachine.isRoot())
                    .setIgnoreDefaultArgs(DEFAULTS_THAT_FALSIFY)
                    .setArgs(arguments);
            return new CustomerBrowser(
                    playwright, playwright.chromium().launchPersistentContext(profile, options), profile);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** The first page, empty. */
    public Page page() {
        return context.pages().get(0);
    }

    /** Every page and pop-up that is open, the oldest first. */
    public List<Page> pages() {
        return List.copyOf(context.pages());
    }

    /** Every page crashes: the processes that show them are killed. */
    public void crash() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("--type=renderer") && line.contains(profile.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    public BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            playwright.close();
            delete(profile);
        }
    }

    private static void delete(Path profile) {
        try {
            Directories.delete(profile);
        } catch (IOException stillWriting) {
            // Under target/: the next clean takes it.
        }
    }

    private static Path newProfile() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/browser")), "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looked for once, when the first browser is opened. */
    private static final class Found {
        static final Path CHROMIUM = Chromium.ofThisMachine().find();
    }
}
