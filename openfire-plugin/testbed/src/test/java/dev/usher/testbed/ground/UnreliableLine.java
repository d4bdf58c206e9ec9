package dev.usher.testbed.ground;

import dev.usher.testbed.Loopback;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A network between a customer and the server that can be cut, or fall silent, as networks do, and is mended again. */
public final class UnreliableLine implements AutoCloseable {
    private enum State {
        UP,
        /** Every connection is broken, and no new one comes about. */
        CUT,
        /** Every connection stays, and nothing comes through. */
        SILENT
    }

    private final ServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.UP;

    private UnreliableLine(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    public static UnreliableLine to(int port) throws IOException {
        var line = new UnreliableLine(new ServerSocket(0, 50, Loopback.address()), port);
        line.threads.execute(line::accept);
        return line;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void cut() {
        become(State.CUT);
        open.forEach(UnreliableLine::shut);
    }

    public void fallSilent() {
        become(State.SILENT);
    }

    /** What was held back comes through now. */
    public void mend() {
        become(State.UP);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized void awaitSound() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    @Override
    public void close() {
        shut(listener);
        mend();
        open.forEach(UnreliableLine::shut);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                if (isCut()) {
                    shut(client);
                } else {
                    connect(client);
                }
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(Loopback.address(), target);
        open.add(client);
        open.add(server);
        threads.execute(() -> pump(client, server));
        threads.execute(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8_192];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                awaitSound();
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException gone) {
            // One of the two hung up, or the line was cut.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
        }
    }
}
