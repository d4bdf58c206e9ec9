package dev.usher.agent.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP server that knows its lines: says the next one whenever the client has said something. Loopback only. */
final class ScriptedServer implements AutoCloseable {

    static final String STREAM = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
            + " id='s1' from='example.org' version='1.0'>";

    private final ServerSocket socket;
    private final String[] lines;
    private final StringBuffer received = new StringBuffer();

    ScriptedServer(String... lines) throws IOException {
        this.lines = lines;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::play, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    static String features(String mechanism) {
        return STREAM + "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>" + mechanism
                + "</mechanism></mechanisms></stream:features>";
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    String received() {
        return received.toString();
    }

    private void play() {
        try (Socket client = socket.accept()) {
            var buffer = new byte[8192];
            for (int next = 0; ; next++) {
                int length = client.getInputStream().read(buffer);
                if (length < 0) {
                    return;
                }
                var said = new String(buffer, 0, length, StandardCharsets.UTF_8);
                received.append(said);
                if (said.contains("</stream:stream>")) {
                    client.getOutputStream().write("</stream:stream>".getBytes(StandardCharsets.UTF_8));
                    return;
                }
                if (next < lines.length) {
                    client.getOutputStream().write(lines[next].getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The client, or the test, has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
