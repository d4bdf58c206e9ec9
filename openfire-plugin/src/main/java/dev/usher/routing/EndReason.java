package dev.usher.routing;

/** Why a seated visit is over. */
public enum EndReason {
    /** The customer left the channel, or the customer's connection is gone. */
    CUSTOMER_LEFT,
    /** The agent left the channel, or the agent's connection is gone. */
    AGENT_LEFT,
    /** Not both sides came into the channel in time. */
    NOT_ENTERED,
    /** The channel itself was lost. */
    CHANNEL_LOST,
    /** The workgroup is closing down. */
    CLOSING
}
