package dev.usher.routing;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * One waiting line of a workgroup as the admin set it up.
 *
 * @param name also the resource of its address (XEP-0142 §4)
 * @param agents the users (bare JIDs) who serve it
 * @param priority an agent who serves several queues is given the visits of the highest first
 * @param policy which agent is asked
 * @param cap how many may wait in it; 0 is any number
 * @param requestTimeout how long a customer may wait in it before {@code overflow}; zero is for ever
 * @param overflow what becomes of a customer who finds it full, or has waited too long
 */
public record ServiceQueue(
        String name,
        Set<String> agents,
        int priority,
        Policy policy,
        int cap,
        Duration requestTimeout,
        Overflow overflow) {
    public static final String DEFAULT_NAME = "Default Queue";

    public ServiceQueue {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(overflow, "overflow");
        agents = Set.copyOf(agents);
        if (cap < 0) {
            throw new IllegalArgumentException("cap must be 0 or more, not " + cap);
        }
        if (requestTimeout.isNegative()) {
            throw new IllegalArgumentException("requestTimeout must not be negative, and is " + requestTimeout);
        }
    }

    /** The queue of a workgroup that has but one: no cap, no time-out. */
    public static ServiceQueue of(Set<String> agents) {
        return new ServiceQueue(DEFAULT_NAME, agents, 0, Policy.LONGEST_IDLE, 0, Duration.ZERO, new Overflow.Closed());
    }

    public ServiceQueue withPolicy(Policy other) {
        return new ServiceQueue(name, agents, priority, other, cap, requestTimeout, overflow);
    }

    public ServiceQueue withCap(int other, Overflow then) {
        return new ServiceQueue(name, agents, priority, policy, other, requestTimeout, then);
    }

    public ServiceQueue withRequestTimeout(Duration other, Overflow then) {
        return new ServiceQueue(name, agents, priority, policy, cap, other, then);
    }

    public ServiceQueue withPriority(int other) {
        return new ServiceQueue(name, agents, other, policy, cap, requestTimeout, overflow);
    }

    public ServiceQueue named(String other) {
        return new ServiceQueue(other, agents, priority, policy, cap, requestTimeout, overflow);
    }

    boolean isFull(int waiting) {
        return cap > 0 && waiting >= cap;
    }
}
