package dev.usher.routing;

/** Why a handover found nobody. */
public enum HandoverFailure {
    /** Whoever was asked has declined, or let the offer lapse, and nobody else is there. */
    DECLINED,
    /** The agent is not online, away, or serves as many visits as allowed. */
    UNAVAILABLE,
    /** Nobody was found in time. */
    TIMED_OUT,
    /** The agent who asked has asked for something else instead, or is gone. */
    WITHDRAWN
}
