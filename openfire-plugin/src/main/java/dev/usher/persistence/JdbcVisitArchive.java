package dev.usher.persistence;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.Limits;
import dev.usher.routing.VisitId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads what the store in a database has kept. Connections are held only for a call. Thread-safe. */
public final class JdbcVisitArchive implements VisitArchive {
    private final Access database;

    public JdbcVisitArchive(ConnectionSource connections) {
        this.database = new Access(connections);
    }

    @Override
    public Optional<Archived> find(String workgroup, VisitId visit) {
        if (!Text.isKey(visit.value())) {
            return Optional.empty();
        }
        return database.read(
                "Could not read visit " + visit.value(),
                connection -> ArchivedVisits.find(connection, workgroup, visit));
    }

    @Override
    public List<Archived> ofCustomer(String workgroup, String customer, int atMost) {
        return database.read(
                "Could not read a customer's visits to workgroup '" + workgroup + "'",
                connection -> ArchivedVisits.ofCustomer(connection, workgroup, customer, atMost));
    }

    @Override
    public List<Archived> servedBy(String workgroup, String agent, Instant since, int atMost) {
        return database.read(
                "Could not read an agent's visits in workgroup '" + workgroup + "'",
                connection ->
                        ArchivedVisits.of(connection, SeatTable.visits(connection, workgroup, agent, since, atMost)));
    }

    @Override
    public Found search(Search search, int atMost, int lookedAt) {
        return database.read(
                "Could not search for visits", connection -> VisitSearch.run(connection, search, atMost, lookedAt));
    }

    @Override
    public Lines lines(VisitId visit, JournalPart part, int atMost, int characters) {
        if (!Text.isKey(visit.value())) {
            return new Lines(List.of(), false);
        }
        return database.read(
                "Could not read the journal of visit " + visit.value(),
                connection -> EntryTable.newest(connection, Text.key(visit.value()), part, atMost, characters));
    }

    @Override
    public Noted annotate(String workgroup, VisitId visit, Address by, String text, Instant at) {
        if (!Text.isKey(visit.value())) {
            return Noted.NOT_THEIRS;
        }
        var noted = new AtomicReference<Noted>();
        database.change(
                "Could not write a note about visit " + visit.value(),
                connection -> noted.set(annotate(connection, workgroup, visit, by, text, at)));
        return noted.get();
    }

    @Override
    public Noted rate(String workgroup, VisitId visit, String text, Instant at) {
        if (!Text.isKey(visit.value())) {
            return Noted.NOT_THEIRS;
        }
        var noted = new AtomicReference<Noted>();
        database.change(
                "Could not write a rating of visit " + visit.value(),
                connection -> noted.set(rate(connection, workgroup, visit, text, at)));
        return noted.get();
    }

    private static Noted rate(Connection connection, String workgroup, VisitId visit, String text, Instant at)
            throws SQLException {
        var key = Text.key(visit.value());
        var entries = VisitTable.lockEnded(connection, key);
        var found = ArchivedVisits.find(connection, workgroup, visit);
        if (found.isEmpty()) {
            return Noted.NOT_THEIRS;
        }
        if (entries.isEmpty()) {
            return Noted.STILL_ON;
        }
        var before = EntryTable.newest(connection, key, JournalPart.RATINGS, Limits.RATINGS, Integer.MAX_VALUE)
                .entries();
        if (!before.isEmpty() && before.get(before.size() - 1).what().equals(text)) {
            return Noted.KEPT;
        }
        if (before.size() >= Limits.RATINGS) {
            return Noted.TOO_MANY;
        }
        write(
                connection,
                visit,
                entries.getAsInt() + 1,
                JournalPart.RATINGS,
                found.get().customer(),
                text,
                at);
        return Noted.KEPT;
    }

    private static void write(
            Connection connection, VisitId visit, int number, JournalPart part, Address by, String text, Instant at)
            throws SQLException {
        var entry = new Entry(visit, number, at, part.kinds().get(0), by.connection(), text);
        EntryTable.add(connection, List.of(entry));
        VisitTable.count(connection, Text.key(visit.value()), number);
    }

    private static Noted annotate(
            Connection connection, String workgroup, VisitId visit, Address by, String text, Instant at)
            throws SQLException {
        var key = Text.key(visit.value());
        if (!SeatTable.hasServed(connection, key, workgroup, by.user())) {
            return Noted.NOT_THEIRS;
        }
        var entries = VisitTable.lockEnded(connection, key);
        if (entries.isEmpty()) {
            return Noted.STILL_ON;
        }
        if (EntryTable.lastNote(connection, key, by.user()).filter(text::equals).isEmpty()) {
            write(connection, visit, entries.getAsInt() + 1, JournalPart.NOTES, by, text, at);
        }
        return Noted.KEPT;
    }
}
