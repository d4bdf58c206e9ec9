package dev.usher.routing;

import java.util.Objects;

/** A visit's name: the session id of the Workgroup protocol and the localpart of its room. Unguessable by who makes it. */
public record VisitId(String value) {
    public VisitId {
        Objects.requireNonNull(value, "value");
    }
}
