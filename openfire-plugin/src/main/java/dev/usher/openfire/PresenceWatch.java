package dev.usher.openfire;

import dev.usher.wire.Reception;
import org.jivesoftware.openfire.session.ClientSession;
import org.jivesoftware.openfire.user.PresenceEventListener;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/** Hears what users show everybody: some agents' clients do not tell a workgroup besides. */
final class PresenceWatch implements PresenceEventListener {
    private final Reception reception;

    PresenceWatch(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void availableSession(ClientSession session, Presence presence) {
        reception.shown(presence);
    }

    @Override
    public void presenceChanged(ClientSession session, Presence presence) {
        reception.shown(presence);
    }

    @Override
    public void unavailableSession(ClientSession session, Presence presence) {
        reception.shown(presence);
    }

    @Override
    public void subscribedToPresence(JID subscriber, JID authorizer) {}

    @Override
    public void unsubscribedToPresence(JID unsubscriber, JID recipient) {}
}
