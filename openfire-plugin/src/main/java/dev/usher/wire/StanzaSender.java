package dev.usher.wire;

import org.xmpp.packet.Packet;

/** Where stanzas go out. Thread-safe; never throws for a recipient who is gone. */
@FunctionalInterface
public interface StanzaSender {
    void send(Packet packet);
}
