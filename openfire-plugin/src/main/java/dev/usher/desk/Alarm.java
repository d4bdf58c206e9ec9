package dev.usher.desk;

import java.time.Instant;

/** Wakes a desk at an instant. A later call takes the place of an earlier one; the desk bears being woken for nothing. */
@FunctionalInterface
public interface Alarm {
    void wake(Instant at, Runnable desk);
}
