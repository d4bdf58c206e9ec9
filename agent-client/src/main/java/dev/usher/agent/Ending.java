package dev.usher.agent;

/**
 * How a channel ended. Immutable.
 *
 * @param cause what happened
 * @param sentence the server's words about it, or ours
 */
public record Ending(Cause cause, String sentence) {

    /** What can end a channel. */
    public enum Cause {
        /** This agent left. */
        LEFT,
        /** The visit is over: the switch closed the room. */
        OVER,
        /** This agent was put out of the room. */
        REMOVED,
        /** The connection closed, or the desk did. */
        DISCONNECTED
    }
}
