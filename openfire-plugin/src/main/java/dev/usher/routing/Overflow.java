package dev.usher.routing;

/** Where a customer goes whom a queue cannot serve: it is full, closed, or the request has waited too long. */
public sealed interface Overflow {
    /** Into another queue of the same workgroup, with the time of arrival. */
    record ToQueue(String queue) implements Overflow {}

    /** Another workgroup looks for an agent; the visit, its place and its channel stay here. */
    record ToWorkgroup(String workgroup) implements Overflow {}

    /** The customer is asked to leave a message. */
    record LeaveMessage() implements Overflow {}

    /** The customer is told that nobody can answer. */
    record Closed() implements Overflow {}
}
