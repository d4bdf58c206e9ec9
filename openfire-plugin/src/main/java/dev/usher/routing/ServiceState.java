package dev.usher.routing;

/** Whether a customer who comes now is taken in. */
public enum ServiceState {
    OPEN,
    /** Outside of the opening hours, or no agent is online. */
    CLOSED,
    /** As many wait as may. */
    FULL
}
