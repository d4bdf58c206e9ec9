package dev.usher.openfire;

import java.util.List;
import java.util.function.Function;
import org.jivesoftware.openfire.SessionManager;
import org.jivesoftware.openfire.session.ClientSession;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/** What a user (a bare JID) of this server shows over each connection that is online. Thread-safe. */
final class UserPresences implements Function<String, List<Presence>> {
    private final String domain;

    UserPresences(String domain) {
        this.domain = domain;
    }

    @Override
    public List<Presence> apply(String user) {
        var jid = new JID(user);
        if (jid.getNode() == null || !jid.getDomain().equals(domain)) {
            return List.of();
        }
        return SessionManager.getInstance().getSessions(jid.getNode()).stream()
                .filter(session ->
                        session.getPresence() != null && session.getPresence().isAvailable())
                .map(UserPresences::shown)
                .toList();
    }

    private static Presence shown(ClientSession session) {
        var presence = session.getPresence().createCopy();
        presence.setFrom(session.getAddress());
        return presence;
    }
}
