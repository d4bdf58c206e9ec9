package dev.usher.desk;

import java.time.Instant;

/** Wakes its one owner at an instant. A later call takes the place of an earlier one; the owner bears being woken for nothing. */
@FunctionalInterface
public interface Alarm {
    void wake(Instant at, Runnable owner);
}
