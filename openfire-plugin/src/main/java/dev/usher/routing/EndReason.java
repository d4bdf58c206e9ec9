package dev.usher.routing;

/** Why a seated visit is over. */
public enum EndReason {
    /** The customer left the channel. */
    CUSTOMER_LEFT,
    /** The last agent left the channel. */
    AGENT_LEFT,
    /** The customer's connection was lost, and the customer did not come back in time. */
    CUSTOMER_LOST,
    /** The agent's connection was lost, and the agent did not come back in time. */
    AGENT_LOST,
    /** Not both sides came into the channel in time. */
    NOT_ENTERED,
    /** The channel itself was lost. */
    CHANNEL_LOST
}
