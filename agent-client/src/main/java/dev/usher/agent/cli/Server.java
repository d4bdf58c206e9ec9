package dev.usher.agent.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the XMPP server is and how to speak with it. Immutable.
 *
 * @param host a name or an address, without brackets
 * @param port for TCP; ignored over WebSocket
 * @param websocket instead of TCP
 * @param encrypted whether the connection has to be
 */
record Server(String host, int port, Optional<URI> websocket, boolean encrypted) {

    private static final int XMPP = 5222;

    static Server tcp(String hostAndPort, boolean encrypted) {
        var authority = URI.create("xmpp://" + hostAndPort);
        var host = authority.getHost();
        if (host == null
                || authority.getUserInfo() != null
                || !authority.getRawPath().isEmpty()) {
            throw new IllegalArgumentException("not a host with an optional port: " + hostAndPort);
        }
        var port = authority.getPort() == -1 ? XMPP : authority.getPort();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        return new Server(bare(host), port, Optional.empty(), encrypted);
    }

    /** Encrypted or not is what the URL says. */
    static Server websocket(URI uri) {
        var secure = "wss".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !(secure || "ws".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("not a ws:// or wss:// URL: " + uri);
        }
        return new Server(bare(uri.getHost()), uri.getPort(), Optional.of(uri), secure);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether nothing leaves this machine. A name that cannot be resolved is not known to stay. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return websocket.map(URI::toString).orElse((host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
