package dev.usher.routing;

/** Why an offer is taken back. */
public enum RevokeReason {
    /** The agent let its time pass. */
    TIMED_OUT,
    /** The customer no longer waits. */
    CUSTOMER_GONE,
    /** The agent is away, offline or no longer an agent of this workgroup. */
    AGENT_GONE,
    /** Another answer came first, or the offer was never this agent's. */
    NOT_YOURS,
    /** The one who wanted to hand the visit over no longer does. */
    WITHDRAWN,
    /** The channel could not be opened after the agent had accepted. */
    NO_CHANNEL
}
