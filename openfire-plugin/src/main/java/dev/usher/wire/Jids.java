package dev.usher.wire;

import java.util.Optional;
import org.xmpp.packet.JID;

/** Addresses out of text that may hold anything. A client that cannot parse one of them would read nothing at all. */
final class Jids {
    private Jids() {}

    /** Empty if it is no address. */
    static Optional<JID> of(String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new JID(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Somebody's address in a room; empty if that nickname cannot be one. */
    static Optional<JID> inRoom(String room, String conference, String nickname) {
        try {
            return nickname.isEmpty() ? Optional.empty() : Optional.of(new JID(room, conference, nickname));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param name of the attribute, for the one who left it out */
    static JID required(String text, String name) throws BadRequest {
        return of(text).orElseThrow(() -> new BadRequest("The " + name + " is not an address."));
    }
}
