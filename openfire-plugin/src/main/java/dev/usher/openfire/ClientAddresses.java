package dev.usher.openfire;

import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.JID;

/**
 * The network that a connection (a full JID) comes from, for the limit on visits from one address; empty where it is not
 * known. It is compared, and never logged. A reverse proxy's own address counts as not known, or every customer behind it
 * would look like one: over WebSocket no version of Openfire passes on what the proxy says of its client
 * (X-Forwarded-For). A proxy on this machine is known by itself, others are named in {@link #PROXIES}. Thread-safe.
 */
final class ClientAddresses implements Function<String, String> {
    /** The addresses of reverse proxies, separated by commas. */
    static final String PROXIES = "usher.web.proxies";

    private static final Logger LOG = LoggerFactory.getLogger(ClientAddresses.class);

    private final Function<JID, Session> sessions;
    private final PropertySource properties;

    ClientAddresses() {
        this(connection -> SessionManager.getInstance().getSession(connection), new OpenfirePropertySource());
    }

    ClientAddresses(Function<JID, Session> sessions, PropertySource properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public String apply(String connection) {
        try {
            var session = sessions.apply(new JID(connection));
            return session == null ? "" : counted(session.getHostAddress());
        } catch (UnknownHostException e) {
            return ""; // gone, or not a connection over the network
        } catch (RuntimeException e) {
            // Another node of the cluster may be asked here. A limit that cannot be kept must not cost anybody the
            // chat.
            LOG.debug("address-unknown connection={}", connection, e);
            return "";
        }
    }

    private String counted(String address) {
        var network = NetworkAddress.network(address);
        boolean isProxy = Stream.of(properties.find(PROXIES).orElse("").split(","))
                .map(String::strip)
                .anyMatch(proxy -> !proxy.isEmpty() && NetworkAddress.isSame(proxy, address));
        return isProxy ? "" : network;
    }
}
