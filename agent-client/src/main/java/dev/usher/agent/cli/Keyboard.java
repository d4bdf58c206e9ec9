package dev.usher.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Reads lines on a thread of its own, as reading cannot be interrupted. Gives the next line only when asked, so that a
 * script's {@code /accept} is done before the text after it is said.
 */
final class Keyboard {

    private final Semaphore wanted = new Semaphore(1);
    private final BufferedReader in;
    private final Consumer<String> line;
    private final Runnable end;

    Keyboard(BufferedReader in, Consumer<String> line, Runnable end) {
        this.in = in;
        this.line = line;
        this.end = end;
    }

    void open() {
        var thread = new Thread(this::read, "usher-keyboard");
        thread.setDaemon(true);
        thread.start();
    }

    void next() {
        wanted.release();
    }

    private void read() {
        try {
            while (true) {
                wanted.acquire();
                var text = in.readLine();
                if (text == null) {
                    break;
                }
                line.accept(text);
            }
        } catch (IOException | InterruptedException e) {
            // Nothing more can be typed: the same as the end of the input.
        }
        end.run();
    }
}
