package dev.usher.routing;

/** Where a visit stands. */
public enum Phase {
    /** In the queue; nobody is being asked. */
    WAITING,
    /** In the queue, and at least one agent is being asked. */
    OFFERED,
    /** In the queue, and another workgroup is looking for an agent. */
    REFERRED,
    /** Taken by an agent; the channel is being opened, or waits to be opened until both sides are back. */
    SEATED,
    /** The channel is there. */
    OPEN,
    /** Taken by an agent for another workgroup, which has the visit and its channel. */
    LENT,
    /** A message that was left, and that no agent has been told of yet. It waits for nobody's time. */
    MESSAGE;

    boolean inQueue() {
        return this == WAITING || this == OFFERED || this == REFERRED;
    }
}
