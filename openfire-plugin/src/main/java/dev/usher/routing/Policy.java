package dev.usher.routing;

/** Which of the agents who may take a visit is asked. */
public enum Policy {
    /** Who serves nobody and has been idle the longest; then who has been without a new visit the longest. */
    LONGEST_IDLE,
    /** Who uses the smallest part of the own capacity; of equals, who has been idle the longest. */
    LEAST_LOADED,
    /** Each in turn: who was asked the longest ago. */
    ROUND_ROBIN,
    /** Everybody at once: the first who accepts has it, and the others' offers are taken back. */
    ALL
}
