package dev.usher.testbed.ground;

import dev.usher.testbed.Loopback;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XMPP client that sends any text at all, as no library would: for stanzas that are wrong. It has read everything that
 * came, as text, and {@link #await} looks into that.
 */
public final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final StringBuffer read = new StringBuffer();
    private String jid;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** Logs in with SASL ANONYMOUS, as a customer does. */
    public static RawClient anonymous(UsherServer usher) throws IOException {
        return login(usher, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>");
    }

    /** Logs in as a user whose password is the name. */
    public static RawClient user(UsherServer usher, String name) throws IOException {
        var secret = Base64.getEncoder().encodeToString(("\0" + name + "\0" + name).getBytes(StandardCharsets.UTF_8));
        return login(usher, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>");
    }

    private static RawClient login(UsherServer usher, String auth) throws IOException {
        var client = new RawClient(new Socket(Loopback.address(), usher.config().xmppPort()));
        client.readAll();
        client.openStream();
        client.send(auth);
        client.await("<success");
        client.openStream();
        client.send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        client.jid = client.await("<jid>([^<]+)</jid>").group(1);
        client.send("<iq type='set' id='session'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
        client.await("id=\"session\"");
        return client;
    }

    /** This connection's address. */
    public String jid() {
        return jid;
    }

    public void send(String xml) throws IOException {
        socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Waits until the pattern is found, and forgets what came before the end of it. */
    public Matcher await(String pattern) {
        var compiled = Pattern.compile(pattern, Pattern.DOTALL);
        Poll.until(() -> compiled.matcher(read).find(), PATIENCE, () -> "No " + pattern + " in: " + read);
        var found = compiled.matcher(read.toString());
        if (!found.find()) {
            throw new IllegalStateException("Lost: " + pattern);
        }
        read.delete(0, found.end());
        return found;
    }

    /** The whole stanza that carries that id. */
    public String awaitStanza(String id) {
        return await("<(iq|presence|message)(?=[^>]*\\bid=['\"]" + Pattern.quote(id) + "['\"])[^>]*(/>|>.*?</\\1>)")
                .group();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void openStream() throws IOException {
        send("<stream:stream to='" + UsherServer.DOMAIN
                + "' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
        await("</stream:features>");
    }

    private void readAll() {
        var reader = new Thread(
                () -> {
                    try (var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
                        var buffer = new char[8_192];
                        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                            read.append(buffer, 0, n);
                        }
                    } catch (IOException e) {
                        if (!socket.isClosed()) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                "raw-client");
        reader.setDaemon(true);
        reader.start();
    }
}
