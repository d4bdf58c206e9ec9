package dev.usher.testbed.quickstart;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what was started, the last first, when the virtual machine is told to end: Ctrl-C, a signal, or the end of the
 * process that started this one.
 */
final class Closing {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final PrintStream terminal;

    private Closing(PrintStream terminal) {
        this.terminal = terminal;
    }

    static Closing atExit(PrintStream terminal) {
        var closing = new Closing(terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(closing::closeAll, "closing"));
        return closing;
    }

    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    private synchronized void closeAll() {
        boolean anything = !opened.isEmpty();
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // The others still have to be stopped, and the terminal is no place for a stack trace.
                log().warn("did not stop cleanly", e);
            }
        }
        if (anything) {
            terminal.println("Stopped.");
        }
    }

    // Not a field: the logger must not be made before the server's log has a file.
    private static Logger log() {
        return LoggerFactory.getLogger(Closing.class);
    }
}
