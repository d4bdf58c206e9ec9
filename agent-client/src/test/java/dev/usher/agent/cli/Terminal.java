package dev.usher.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal whose keys a test presses and whose lines it reads; what goes to the error stream begins with "! ". */
final class Terminal {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final PipedWriter keys = new PipedWriter();
    final BufferedReader in;
    final Screen screen = new Screen(stream(""), stream("! "));

    Terminal() throws IOException {
        in = new BufferedReader(new PipedReader(keys));
    }

    private PrintStream stream(String prefix) {
        return new PrintStream(
                new OutputStream() {
                    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

                    @Override
                    public void write(int b) {
                        if (b == '\n') {
                            lines.add(prefix
                                    + line.toString(StandardCharsets.UTF_8).stripTrailing());
                            line.reset();
                        } else {
                            line.write(b);
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    void types(String line) throws IOException {
        keys.write(line + "\n");
        keys.flush();
    }

    void endsInput() throws IOException {
        keys.close();
    }

    String next() throws InterruptedException {
        var line = lines.poll(5, TimeUnit.SECONDS);
        assertThat(line).as("the terminal shows a line").isNotNull();
        return line;
    }

    void shows(String... expected) throws InterruptedException {
        for (var line : expected) {
            assertThat(next()).isEqualTo(line);
        }
    }
}
