package dev.usher.testbed.journey;

import dev.usher.testbed.Poll;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code usher-agent} as people run it: the jar in a process of its own, with somebody typing and reading. */
final class Terminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Writer keyboard;
    private final StringBuffer screen = new StringBuffer();

    private Terminal(Process process) {
        this.process = process;
        this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
        var reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it, with the password in the environment. */
    static Terminal open(String user, String password, String... options) throws IOException {
        var jar = Path.of(System.getProperty("usher.agent.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is missing: build the agent client first (mvn verify at the root).");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(List.of(java.toString(), "-Xmx128m", "-jar", jar.toString(), "--user", user));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("USHER_PASSWORD", password);
        return new Terminal(builder.start());
    }

    void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    void awaitText(String text) {
        Poll.until(() -> screen.indexOf(text) >= 0, PATIENCE, () -> "'" + text + "' is not on the screen: " + screen);
    }

    String screen() {
        return screen.toString();
    }

    /** The input ends, and with it the program: returns its exit code. */
    int end() throws IOException, InterruptedException {
        keyboard.close();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running: " + screen);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                screen.append(line).append('\n');
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
