package dev.usher.routing;

import java.time.Instant;

/**
 * An open visit for which another agent is being looked for. It is an offer: it can be declined or lapse, and then the
 * visit stays where it was.
 *
 * @param by the agent who asks
 * @param reason what that agent wrote about it; may be empty
 * @param until when nobody is looked for any more
 */
public record Handover(Kind kind, Target target, Address by, String reason, Instant until) {
    /** Whether the one who asks stays. */
    public enum Kind {
        /** The new agent comes besides. */
        INVITE,
        /** The new agent comes, and then the one who asked leaves. */
        TRANSFER
    }

    /** Who is wanted. */
    public sealed interface Target {
        /** One agent. @param user a bare JID */
        record Agent(String user) implements Target {}

        /** Anybody who serves a queue of this workgroup. */
        record Queue(String name) implements Target {}

        /** Anybody of another workgroup. @param name the localpart of its address */
        record Workgroup(String name) implements Target {}
    }
}
