package dev.usher.routing;

/** Why a customer is out of the queue unserved. */
public enum DepartReason {
    /** The customer asked to leave. */
    REQUESTED,
    /** The customer's connection is gone. */
    VANISHED,
    /** The switch gives up: no agent can be had. */
    NO_AGENT
}
