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

    /**
     * The network that a request over HTTP comes from. What it says of itself is believed of proxies alone, and of what
     * they say only what the last of them has seen: everything to the left of it the client may have made up.
     *
     * @param address of the other end of the connection
     * @param forwarded what stands in X-Forwarded-For, all lines of it
     */
    String ofRequest(String address, String forwarded) {
        var other = plain(address);
        var hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && isProxy(other); i--) {
            other = plain(hops[i]);
        }
        return counted(other);
    }

    /** COMPAT: newer versions of Jetty write an IPv6 address in brackets. */
    private static String plain(String address) {
        return address.strip().replaceFirst("^\\[(.*)]$", "$1");
    }

    private String counted(String address) {
        return isProxy(address) ? "" : NetworkAddress.network(address);
    }

    private boolean isProxy(String address) {
        return NetworkAddress.isThisMachine(address)
                || Stream.of(properties.find(PROXIES).orElse("").split(","))
                        .map(String::strip)
                        .anyMatch(proxy -> !proxy.isEmpty() && NetworkAddress.isSame(proxy, address));
    }
}
