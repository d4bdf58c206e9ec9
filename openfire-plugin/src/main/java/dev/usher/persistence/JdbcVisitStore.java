package dev.usher.persistence;

import dev.usher.desk.VisitStore;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;

/**
 * The desk's store in a database. A batch is one transaction; connections are held only for a call. A visit whose row
 * is broken is logged and left out of what is recalled, so that the others go on. Thread-safe, without state of its own.
 */
public final class JdbcVisitStore implements VisitStore {
    private final Access database;

    public JdbcVisitStore(ConnectionSource connections) {
        this.database = new Access(connections);
    }

    @Override
    public void keep(String workgroup, Changes changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.change("Could not keep " + summary(changes) + " of workgroup '" + workgroup + "'", connection -> {
            VisitTable.add(connection, workgroup, changes.added());
            VisitTable.change(connection, changes.changed());
            VisitTable.end(connection, changes.ended());
            EntryTable.add(connection, changes.entries());
            SeatTable.add(connection, workgroup, changes.entries());
            DutyTable.change(connection, workgroup, changes.onDuty(), changes.offDuty());
        });
    }

    @Override
    public Memory recall(String workgroup, Instant bondsSince) {
        return database.read(
                "Could not recall workgroup '" + workgroup + "'",
                connection -> new Memory(
                        VisitTable.live(connection, workgroup),
                        VisitTable.bonds(connection, workgroup, bondsSince),
                        DutyTable.read(connection, workgroup)));
    }

    @Override
    public List<Entry> journal(VisitId visit, int after, int atMost) {
        if (atMost < 1) {
            return List.of();
        }
        return database.read(
                "Could not read the journal of visit " + visit.value(),
                connection -> EntryTable.read(connection, visit, after, atMost));
    }

    @Override
    public List<String> workgroups() {
        return database.read("Could not read which workgroups have visits", VisitTable::workgroups);
    }

    @Override
    public int forget(Instant endedBefore, int atMost) {
        if (atMost < 1) {
            return 0;
        }
        var visits = database.read(
                "Could not look for visits that ended before " + endedBefore,
                connection -> VisitTable.endedBefore(connection, endedBefore, atMost));
        if (!visits.isEmpty()) {
            database.change(
                    "Could not forget " + visits.size() + " visits that ended before " + endedBefore, connection -> {
                        // In the order of keep: HSQLDB locks whole tables, and would give one of the two up.
                        VisitTable.delete(connection, visits);
                        EntryTable.delete(connection, visits);
                        SeatTable.delete(connection, visits);
                    });
        }
        return visits.size();
    }

    private static String summary(Changes changes) {
        return "%d new, %d changed and %d ended visits, %d entries, %d agents on and %d off duty"
                .formatted(
                        changes.added().size(),
                        changes.changed().size(),
                        changes.ended().size(),
                        changes.entries().size(),
                        changes.onDuty().size(),
                        changes.offDuty().size());
    }
}
