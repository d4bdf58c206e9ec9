package dev.usher.routing;

/** Why a customer is out of the queue unserved. */
public enum DepartReason {
    /** The customer asked to leave. */
    REQUESTED,
    /** The customer's connection is gone, and the customer did not come back in time. */
    VANISHED,
    /** The switch gives up: no agent can be had. */
    NO_AGENT,
    /** No agent can be had, and the customer is asked to leave a message. */
    LEAVE_MESSAGE
}
