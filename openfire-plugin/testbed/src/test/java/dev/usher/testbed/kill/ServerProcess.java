package dev.usher.testbed.kill;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the {@link DoomedServer}, from outside. */
public final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(Path home, Path plugin) throws IOException {
        return start(home, plugin, List.of(0, 0, 0));
    }

    /**
     * Returns when customers and agents can log in.
     *
     * @param ports of XMPP, web and console; 0 for any that is free
     */
    public static ServerProcess start(Path home, Path plugin, List<Integer> ports) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // A life of seconds: what the second compiler gains comes too late.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedServer.class.getName(),
                home.toString(),
                plugin.toAbsolutePath().toString()));
        ports.forEach(port -> command.add(port.toString()));
        var process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        var said = new StringBuilder();
        var lines = process.inputReader();
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith(DoomedServer.READY)) {
                return new ServerProcess(process, Integer.parseInt(line.substring(DoomedServer.READY.length())));
            }
            said.append(line).append('\n');
        }
        process.destroyForcibly();
        throw new IOException("The server did not start: " + said);
    }

    int port() {
        return port;
    }

    /** SIGKILL: nothing in it gets to know. */
    void kill() {
        process.destroyForcibly();
    }

    /** Stops it as its administrator would, and returns when it has ended. */
    public void stop() throws IOException, InterruptedException {
        process.getOutputStream().write(DoomedServer.STOP);
        process.getOutputStream().flush();
        awaitEnd();
    }

    /** Kills it, and returns when it is dead and its files are free. */
    @Override
    public void close() throws InterruptedException {
        kill();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Process " + process.pid() + " does not end");
        }
    }
}
