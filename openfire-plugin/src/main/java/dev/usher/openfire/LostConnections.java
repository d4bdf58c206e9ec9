package dev.usher.openfire;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.JID;

/**
 * Whether a connection (a full JID) of this server is broken, or gone. COMPAT: Openfire lets whose connection breaks
 * leave the rooms first, and only then says that the connection is gone. Of other servers' connections nobody knows.
 * Thread-safe.
 */
final class LostConnections implements Predicate<String> {
    private static final Logger LOG = LoggerFactory.getLogger(LostConnections.class);

    private final String domain;
    private final Function<JID, Session> sessions;

    LostConnections(String domain) {
        this(domain, connection -> SessionManager.getInstance().getSession(connection));
    }

    LostConnections(String domain, Function<JID, Session> sessions) {
        this.domain = domain;
        this.sessions = sessions;
    }

    @Override
    public boolean test(String connection) {
        var jid = new JID(connection);
        if (!jid.getDomain().equals(domain)) {
            return false;
        }
        try {
            var session = sessions.apply(jid);
            return session == null || session.isClosed();
        } catch (RuntimeException e) {
            // A session that is kept for its client to resume has no connection to ask, and 4.2.0 throws.
            LOG.debug("connection-unknown connection={}", connection, e);
            return true;
        }
    }
}
