package dev.usher.testbed.ground;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.ConnectOverCDPOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.usher.testbed.Directories;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
    /** Null when Playwright has started it. */
    private final Process process;

    private CustomerBrowser(Playwright playwright, BrowserContext context, Path profile, Process process) {
        this.playwright = playwright;
        this.context = context;
        this.profile = profile;
        this.process = process;
    }

    public static CustomerBrowser open(String... furtherArguments) {
        return open(true, newProfile(), furtherArguments);
    }

    /** As some customers have it: no page's scripts run. */
    public static CustomerBrowser withoutScripts() {
        return open(false, newProfile());
    }

    /** @param json as in the file of that name in a Chromium profile */
    public static CustomerBrowser openWithPreferences(String json) {
        var profile = newProfile();
        try {
            Files.writeString(
                    Files.createDirectories(profile.resolve("Default")).resolve("Preferences"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(true, profile);
    }

    private static CustomerBrowser open(boolean runsScripts, Path profile, String... furtherArguments) {
        var browser = Found.CHROMIUM;
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.addAll(List.of(furtherArguments));
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
                    playwright, playwright.chromium().launchPersistentContext(profile, options), profile, null);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /**
     * The same with tabs that are hidden when another is in front: Playwright makes every page believe that it is seen, and
     * one that is seen cannot be frozen. It leaves a browser alone that it has not started itself.
     */
    public static CustomerBrowser openWithHiddenTabs() {
        var command = new ArrayList<>(List.of(Found.CHROMIUM.toString(), "--remote-debugging-port=0"));
        command.addAll(ARGUMENTS);
        command.add("--no-default-browser-check");
        if (ThisMachine.isRoot()) {
            command.add("--no-sandbox");
        }
        var profile = newProfile().toAbsolutePath();
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        var playwright = PlaywrightDriver.start();
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("output.log").toFile())
                    .start();
            var browser = playwright
                    .chromium()
                    .connectOverCDP(debuggerOf(profile), new ConnectOverCDPOptions().setNoDefaults(true));
            return new CustomerBrowser(playwright, browser.contexts().get(0), profile, process);
        } catch (RuntimeException | IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            playwright.close();
            throw new IllegalStateException("Chromium did not start: see " + profile, e);
        }
    }

    /** Chromium writes down where it listens: the port, and the path. */
    private static String debuggerOf(Path profile) {
        var file = profile.resolve("DevToolsActivePort");
        Poll.until(() -> linesOf(file).size() == 2, PATIENCE, () -> "No debugger");
        return "ws://127.0.0.1:" + linesOf(file).get(0) + linesOf(file).get(1);
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            if (process == null) {
                context.close();
            } else {
                end(process);
            }
        } finally {
            playwright.close();
            delete(profile);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
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
