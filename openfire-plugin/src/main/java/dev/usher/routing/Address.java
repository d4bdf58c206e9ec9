package dev.usher.routing;

import java.util.Objects;

/**
 * Where somebody can be reached. Addresses are only compared here, never parsed.
 *
 * @param user who it is, on whatever connection (a bare JID, RFC 7622)
 * @param connection this one connection of theirs (a full JID)
 */
public record Address(String user, String connection) {
    public Address {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(connection, "connection");
    }
}
