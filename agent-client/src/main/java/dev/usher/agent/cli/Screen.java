package dev.usher.agent.cli;

import java.io.PrintStream;

/** The only place that writes to the terminal, so that nothing gets there unsifted. Thread-safe. */
final class Screen {

    private final PrintStream out;
    private final PrintStream err;

    Screen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    synchronized void line(String text) {
        out.println(PlainText.of(text));
        out.flush();
    }

    /** Warnings and errors; apart from the conversation, so that a script can tell them. */
    synchronized void warning(String text) {
        err.println(PlainText.of(text));
        err.flush();
    }
}
