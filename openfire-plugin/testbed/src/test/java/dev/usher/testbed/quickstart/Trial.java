package dev.usher.testbed.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A quick start in a process of its own, as Maven starts it, with what it says. */
final class Trial implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private Trial(Process process) {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Trial start(Path plugin, String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-Dusher.plugin.jar=" + plugin.toAbsolutePath());
        command.addAll(List.of(options));
        // The fork's class path has the tests' libraries besides; the quick start takes nothing from them.
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), QuickStart.class.getName()));
        return new Trial(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads on until that line, or to the end. */
    List<String> until(String wanted) throws IOException {
        for (String line; (line = lines.readLine()) != null; ) {
            said.add(line);
            if (line.contains(wanted)) {
                break;
            }
        }
        return List.copyOf(said);
    }

    List<String> toTheEnd() throws IOException {
        lines.lines().forEach(said::add);
        return List.copyOf(said);
    }

    void terminate() {
        // Process.destroy() would close our end of its output, and with it the last line.
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Still running, having said " + said);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
