package dev.usher.desk;

import dev.usher.MemoryVisitStore;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;

/** A store that works until a test says otherwise. */
final class TroubledStore implements VisitStore {
    final MemoryVisitStore memory = new MemoryVisitStore();
    boolean isDown;
    /** The next batch is stored, and the one who stores it is told that it was not: the connection broke too late. */
    boolean breaksAfterwards;

    @Override
    public void keep(String workgroup, Changes changes) {
        answer();
        memory.keep(workgroup, changes);
        if (breaksAfterwards) {
            breaksAfterwards = false;
            throw new StoreException("The connection broke.", null);
        }
    }

    @Override
    public Memory recall(String workgroup, Instant bondsSince) {
        answer();
        return memory.recall(workgroup, bondsSince);
    }

    @Override
    public List<Entry> journal(VisitId visit, int after, int atMost) {
        answer();
        return memory.journal(visit, after, atMost);
    }

    @Override
    public List<String> workgroups() {
        answer();
        return memory.workgroups();
    }

    @Override
    public int forget(Instant endedBefore, int atMost) {
        answer();
        return memory.forget(endedBefore, atMost);
    }

    private void answer() {
        if (isDown) {
            throw new StoreException("The database does not answer.", null);
        }
    }
}
