package dev.usher.benchmarks;

import dev.usher.desk.VisitStore;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;

/** Keeps nothing but the count. */
final class CountingStore implements VisitStore {
    private int added;

    int added() {
        return added;
    }

    @Override
    public void keep(String workgroup, Changes changes) {
        added += changes.added().size();
    }

    @Override
    public Memory recall(String workgroup, Instant bondsSince) {
        return new Memory(List.of(), List.of(), List.of());
    }

    @Override
    public List<Entry> journal(VisitId visit, int after, int atMost) {
        return List.of();
    }

    @Override
    public List<String> workgroups() {
        return List.of();
    }

    @Override
    public int forget(Instant endedBefore, int atMost) {
        return 0;
    }
}
