package dev.usher.persistence;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitArchive.Lines;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.VisitId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** ofUsherEntry: the journals of all visits, a row for each entry. Stateless. */
final class EntryTable {
    private static final String INSERT =
            "INSERT INTO ofUsherEntry (visitID, entryNumber, enteredAt, kind, who, what, stanzaName)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT entryNumber, enteredAt, kind, who, what, stanzaName FROM ofUsherEntry"
            + " WHERE visitID = ? AND entryNumber > ? ORDER BY entryNumber";
    private static final String DELETE = "DELETE FROM ofUsherEntry WHERE visitID = ?";

    private static final int PAGE = 100;
    /** Of all visits that are asked about at once: nobody comes and goes that often. */
    private static final int MOST_COMINGS = 20_000;

    private EntryTable() {}

    static void add(Connection connection, List<Entry> entries) throws SQLException {
        Batch.run(
                connection,
                INSERT,
                entries,
                (columns, entry) -> columns.text(Text.key(entry.visit().value()))
                        .number(entry.number())
                        .number(Nanos.of(entry.at()))
                        .text(Text.fit(entry.kind(), Schema.WORD))
                        .text(Text.fit(entry.who(), Schema.FULL_JID))
                        .text(Text.escape(entry.what()))
                        .text(Text.fit(entry.name(), Schema.WORD)));
    }

    static List<Entry> read(Connection connection, VisitId visit, int after, int atMost) throws SQLException {
        return Rows.read(
                connection,
                SELECT,
                atMost,
                columns -> columns.text(Text.key(visit.value())).number(after),
                row -> entry(visit, row));
    }

    private static Entry entry(VisitId visit, ResultSet row) throws SQLException {
        return new Entry(
                visit,
                row.getInt(1),
                Nanos.instant(row.getLong(2)),
                Row.text(row, 3),
                Row.text(row, 4),
                Row.text(row, 5),
                Row.text(row, 6));
    }

    /** The newest lines of a part of a journal, as many as there is room for, oldest first. */
    static Lines newest(Connection connection, String visit, JournalPart part, int atMost, int characters)
            throws SQLException {
        var lines = new ArrayDeque<Entry>();
        var room = new AtomicInteger(characters);
        boolean isWhole = walk(connection, visit, part, entry -> {
            boolean fits = lines.size() < atMost && room.addAndGet(-entry.what().length()) >= 0;
            if (fits) {
                lines.addFirst(entry);
            }
            return fits;
        });
        return new Lines(List.copyOf(lines), !isWhole);
    }

    /** Whether any line of a part of a journal says that. */
    static boolean anySays(Connection connection, String visit, JournalPart part, Predicate<String> that)
            throws SQLException {
        return !walk(connection, visit, part, entry -> !that.test(entry.what()));
    }

    /** What an agent (a bare JID) wrote down last about a visit. */
    static Optional<String> lastNote(Connection connection, String visit, String agent) throws SQLException {
        var last = new AtomicReference<String>();
        walk(connection, visit, JournalPart.NOTES, entry -> {
            boolean isTheirs = entry.user().equals(agent);
            last.set(isTheirs ? entry.what() : null);
            return !isTheirs;
        });
        return Optional.ofNullable(last.get());
    }

    /** Goes from the newest line to the oldest, a page at a time, since lines may be long. @return false if it was stopped */
    private static boolean walk(Connection connection, String visit, JournalPart part, Predicate<Entry> goesOn)
            throws SQLException {
        int before = Integer.MAX_VALUE;
        for (var page = page(connection, visit, part, before); !page.isEmpty(); ) {
            if (!page.stream().allMatch(goesOn)) {
                return false;
            }
            before = page.get(page.size() - 1).number();
            page = page(connection, visit, part, before);
        }
        return true;
    }

    /** Before a number, newest first. */
    private static List<Entry> page(Connection connection, String visit, JournalPart part, int before)
            throws SQLException {
        var sql = "SELECT entryNumber, enteredAt, kind, who, what, stanzaName FROM ofUsherEntry WHERE visitID = ?"
                + " AND entryNumber < ? AND kind IN (" + Rows.marks(part.kinds().size()) + ")"
                + " ORDER BY entryNumber DESC";
        var id = new VisitId(Text.unescape(visit));
        return Rows.read(
                connection,
                sql,
                PAGE,
                columns -> columns.text(visit).number(before).texts(part.kinds()),
                row -> entry(id, row));
    }

    /** Who came and went in each of these visits, without the words, in order. @param visits at least one */
    static Map<String, List<Entry>> comings(Connection connection, List<String> visits) throws SQLException {
        var kinds = JournalPart.COMINGS.kinds();
        var sql = "SELECT visitID, entryNumber, enteredAt, kind, who FROM ofUsherEntry WHERE visitID IN ("
                + Rows.marks(visits.size()) + ") AND kind IN (" + Rows.marks(kinds.size())
                + ") ORDER BY visitID, entryNumber";
        var comings = new HashMap<String, List<Entry>>();
        Rows.read(
                connection,
                sql,
                MOST_COMINGS,
                columns -> columns.texts(visits).texts(kinds),
                row -> comings.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new Entry(
                                new VisitId(Row.text(row, 1)),
                                row.getInt(2),
                                Nanos.instant(row.getLong(3)),
                                Row.text(row, 4),
                                Row.text(row, 5),
                                "")));
        return comings;
    }

    static void delete(Connection connection, List<String> visits) throws SQLException {
        Batch.run(connection, DELETE, visits, Columns::text);
    }
}
