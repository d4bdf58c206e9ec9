package dev.usher.testbed.ground;

import com.google.gson.JsonArray;
import dev.usher.testbed.Directories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * A customer's Firefox as it comes, with the pop-up blocker and a process for each site, driven by WebDriver BiDi:
 * Playwright drives a Firefox of its own making only. Reading a page is no gesture of the customer; clicks and keys are.
 */
public final class CustomerFirefox implements AutoCloseable {
    private static final String LISTENING = "WebDriver BiDi listening on ";
    private static final List<String> PREFERENCES = List.of(
            // What it sets by itself for tests turns the pop-up blocker off, and more.
            "'remote.prefs.recommended', false",
            "'dom.disable_open_during_load', true",
            // Every name is this machine: shop.test, chat.test and other.test are sites of their own, and nothing gets
            // out.
            "'network.dns.forceResolve', '127.0.0.1'",
            "'network.proxy.type', 0",
            "'network.captive-portal-service.enabled', false",
            "'network.connectivity-service.enabled', false",
            "'network.prefetch-next', false",
            "'app.update.disabledForTesting', true",
            "'app.normandy.enabled', false",
            "'browser.safebrowsing.malware.enabled', false",
            "'browser.safebrowsing.phishing.enabled', false",
            "'browser.search.update', false",
            "'browser.startup.page', 0",
            "'browser.startup.homepage_override.mstone', 'ignore'",
            "'browser.newtabpage.enabled', false",
            "'browser.shell.checkDefaultBrowser', false",
            "'browser.aboutwelcome.enabled', false",
            "'browser.sessionstore.resume_from_crash', false",
            "'browser.tabs.warnOnClose', false",
            "'datareporting.policy.dataSubmissionEnabled', false",
            "'datareporting.healthreport.uploadEnabled', false",
            "'toolkit.telemetry.enabled', false",
            "'toolkit.telemetry.server', 'data:,'",
            "'extensions.update.enabled', false",
            "'extensions.getAddons.cache.enabled', false",
            "'services.settings.server', 'data:,'");

    private final Process process;
    private final Path profile;
    private final Bidi bidi;

    private CustomerFirefox(Process process, Path profile, Bidi bidi) {
        this.process = process;
        this.profile = profile;
        this.bidi = bidi;
    }

    public static CustomerFirefox open() {
        try {
            var profile = newProfile();
            var builder = new ProcessBuilder(
                            Found.FIREFOX.toString(),
                            "--headless",
                            "--no-remote",
                            "--profile",
                            profile.toString(),
                            // Any free port, on loopback.
                            "--remote-debugging-port=0",
                            "about:blank")
                    .redirectErrorStream(true);
            builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
            var process = builder.start();
            try {
                return new CustomerFirefox(process, profile, Bidi.connect(addressOf(process)));
            } catch (RuntimeException | IOException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first tab, empty at first. */
    public FirefoxTab tab() {
        return new FirefoxTab(
                bidi, windows().get(0).getAsJsonObject().get("context").getAsString());
    }

    /** The addresses of all windows and tabs, the oldest first. */
    public List<String> addresses() {
        return StreamSupport.stream(windows().spliterator(), false)
                .map(window -> window.getAsJsonObject().get("url").getAsString())
                .toList();
    }

    private JsonArray windows() {
        return bidi.send("browsingContext.getTree", "{'maxDepth':0}").getAsJsonArray("contexts");
    }

    @Override
    public void close() {
        try {
            bidi.send("browser.close", "{}");
        } catch (IllegalStateException goneAlready) {
            // just as well
        }
        bidi.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Directories.delete(profile);
        } catch (IOException stillWriting) {
            // Under target/: the next clean takes it.
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path newProfile() throws IOException {
        var parent = Files.createDirectories(Path.of("target/browser").toAbsolutePath());
        var profile = Files.createTempDirectory(parent, "firefox");
        var lines = PREFERENCES.stream().map(preference -> "user_pref(" + preference.replace('\'', '"') + ");");
        Files.write(profile.resolve("user.js"), lines.toList());
        return profile;
    }

    /** Where it listens. What it prints afterwards is read on, so that it never waits for us. */
    private static String addressOf(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith(LISTENING)) {
                var reader = new Thread(() -> lines.lines().forEach(ignored -> {}), "firefox-output");
                reader.setDaemon(true);
                reader.start();
                return line.substring(LISTENING.length()).trim();
            }
            said.append(line).append('\n');
        }
        throw new IOException("Firefox did not start: " + said);
    }

    /** Looked for once, when the first browser is opened. */
    private static final class Found {
        static final Path FIREFOX = Firefox.ofThisMachine().find();
    }
}
