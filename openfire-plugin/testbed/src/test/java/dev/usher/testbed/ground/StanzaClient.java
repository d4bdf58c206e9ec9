package dev.usher.testbed.ground;

import dev.usher.testbed.Loopback;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An XMPP client for many at once and for the stop-watch: a thread of its own reads, notes the time and hands each stanza
 * to the listener, so that an answer is on its way as soon as it can be. What is sent into a connection that is gone is
 * lost, and {@link #closed} tells.
 */
public final class StanzaClient implements AutoCloseable {
    private static final int PATIENCE = 20;
    private static final Stanza END = new Stanza("", 0);

    private final Socket socket;
    private final BlockingQueue<Stanza> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Consumer<Stanza> listener = answers::add;
    private String jid;

    private StanzaClient(Socket socket) {
        this.socket = socket;
    }

    /** Logs in with SASL ANONYMOUS, as a customer does, and shows that it is there. */
    public static StanzaClient anonymous(int port, Consumer<Stanza> listener) throws IOException {
        return login(port, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", listener);
    }

    /** Logs in as a user whose password is the name, and shows that it is there. */
    public static StanzaClient user(int port, String name, Consumer<Stanza> listener) throws IOException {
        var secret = Base64.getEncoder().encodeToString(("\0" + name + "\0" + name).getBytes(StandardCharsets.UTF_8));
        return login(
                port,
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>",
                listener);
    }

    private static StanzaClient login(int port, String auth, Consumer<Stanza> listener) throws IOException {
        var socket = new Socket(Loopback.address(), port);
        // Small stanzas, often two in a row: the second must not wait for an acknowledgement of the first.
        socket.setTcpNoDelay(true);
        var client = new StanzaClient(socket);
        var reader = new Thread(client::read, "stanza-client");
        reader.setDaemon(true);
        reader.start();
        try {
            client.logIn(auth);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        client.listener = listener;
        client.send("<presence/>");
        return client;
    }

    private void logIn(String auth) throws IOException {
        openStream();
        ask(auth, "success");
        openStream();
        jid = ask("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "iq")
                .text("jid")
                .orElseThrow();
        ask("<iq type='set' id='session'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>", "iq");
    }

    /** This connection's address. */
    public String jid() {
        return jid;
    }

    public void send(String xml) {
        try {
            synchronized (this) {
                socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            close();
        }
    }

    /** Done when everything that came has been heard and nothing more can come; failed if the listener threw. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void openStream() throws IOException {
        ask(
                "<stream:stream to='" + UsherServer.DOMAIN + "' xmlns='jabber:client'"
                        + " xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
                "stream:features");
    }

    private Stanza ask(String xml, String expected) throws IOException {
        send(xml);
        try {
            var answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
            if (answer == null || !answer.is(expected)) {
                throw new IOException("No <" + expected + "> but " + (answer == null ? "nothing" : answer.xml()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private void read() {
        var splitter = new StanzaSplitter();
        try (var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
            var buffer = new char[8_192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                long at = System.nanoTime();
                for (var xml : splitter.feed(buffer, n)) {
                    listener.accept(new Stanza(xml, at));
                }
            }
            closed.complete(null);
        } catch (IOException gone) {
            closed.complete(null); // closed here, or the server was killed
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        } finally {
            answers.add(END);
        }
    }
}
