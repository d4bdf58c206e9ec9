package dev.usher.testbed.ground;

import dev.usher.testbed.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A reverse proxy as some companies have them: HTTP passes, long polls too, but who asks for a WebSocket gets 403. It
 * takes one request for each connection and leaves everything else, the Host header above all, as it is.
 */
public final class UpgradeRefusingProxy implements AutoCloseable {
    private static final Pattern UPGRADE = Pattern.compile("(?im)^upgrade:\\s*websocket\\s*$");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:.*\\r\\n");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();

    private UpgradeRefusingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    public static UpgradeRefusingProxy before(int port) throws IOException {
        var proxy = new UpgradeRefusingProxy(new ServerSocket(0, 50, Loopback.address()), port);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int refused() {
        return refused.get();
    }

    public int passed() {
        return passed.get();
    }

    @Override
    public void close() {
        shut(listener);
        open.forEach(UpgradeRefusingProxy::shut);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            if (UPGRADE.matcher(head).find()) {
                refused.incrementAndGet();
                client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
                return;
            }
            passed.incrementAndGet();
            pass(client, head);
        } catch (IOException gone) {
            // Either side hung up: a browser does so with every long poll that it gives up.
        } finally {
            open.remove(client);
        }
    }

    private void pass(Socket client, String head) throws IOException {
        try (var server = new Socket(Loopback.address(), target)) {
            open.add(server);
            try {
                var to = server.getOutputStream();
                var closing = CONNECTION.matcher(head).replaceAll("").replaceFirst("\r\n", "\r\nConnection: close\r\n");
                to.write(closing.getBytes(StandardCharsets.ISO_8859_1));
                to.write(client.getInputStream().readNBytes(length(head)));
                to.flush();
                threads.execute(() -> hangUpWith(client, server));
                server.getInputStream().transferTo(client.getOutputStream());
            } finally {
                open.remove(server);
            }
        }
    }

    /** A client that goes away ends its request at the server too, as it would without a proxy. */
    private static void hangUpWith(Socket client, Socket server) {
        try {
            client.getInputStream().read();
        } catch (IOException gone) {
            // As good as the end of the stream.
        }
        shut(server);
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int last = 0; ; ) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static int length(String head) {
        var length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static void shut(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
