package dev.usher.routing;

import java.util.PriorityQueue;

/**
 * First come, first served by {@code c} agents, as the recursion of J. Kiefer and J. Wolfowitz (On the Theory of Queues
 * with Many Servers, 1955) has it: a customer is served when the first agent is free. Times in nanoseconds.
 */
final class IdealQueue {
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    IdealQueue(int agents) {
        for (int i = 0; i < agents; i++) {
            free.add(0L);
        }
    }

    /** How long a customer waits who comes then and takes so long; customers come in the order of their arrival. */
    long waits(long arrival, long service) {
        long start = Math.max(arrival, free.remove());
        free.add(start + service);
        return start - arrival;
    }
}
