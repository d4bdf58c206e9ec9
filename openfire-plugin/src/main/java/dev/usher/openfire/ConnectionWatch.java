package dev.usher.openfire;

import dev.usher.wire.Reception;
import org.jivesoftware.openfire.event.SessionEventListener;
import org.jivesoftware.openfire.session.Session;

/** Tells the desks of every client connection that is gone. */
final class ConnectionWatch implements SessionEventListener {
    private final Reception reception;

    ConnectionWatch(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void sessionDestroyed(Session session) {
        gone(session);
    }

    @Override
    public void anonymousSessionDestroyed(Session session) {
        gone(session);
    }

    @Override
    public void sessionCreated(Session session) {}

    @Override
    public void anonymousSessionCreated(Session session) {}

    @Override
    public void resourceBound(Session session) {}

    private void gone(Session session) {
        if (session.getAddress() != null) {
            reception.vanished(session.getAddress());
        }
    }
}
