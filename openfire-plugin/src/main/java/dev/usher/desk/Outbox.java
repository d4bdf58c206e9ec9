package dev.usher.desk;

import java.util.List;

/** Tells the world what a desk has decided. Called by the desk's loop, one batch after the other. */
@FunctionalInterface
public interface Outbox<O> {
    void tell(List<Outcome<O>> batch);
}
