package dev.usher.persistence;

import dev.usher.desk.JournalPart;
import dev.usher.desk.SearchText;
import dev.usher.desk.VisitArchive.Found;
import dev.usher.desk.VisitArchive.Search;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Searching for visits. Databases differ in what they take for the same letter, and a form is stored encoded: so the
 * database only puts those visits aside that cannot match, by the letters and digits that all of them agree on, and
 * what is left is looked at here. Stateless.
 */
final class VisitSearch {
    private static final int SECONDS = 10;
    /** PostgreSQL and H2, when a statement is given up because of its time. */
    private static final String GIVEN_UP = "57014";

    private VisitSearch() {}

    static Found run(Connection connection, Search search, int atMost, int lookedAt) throws SQLException {
        if (search.workgroups().isEmpty()) {
            return new Found(List.of(), false);
        }
        var text = new SearchText(search.text());
        List<String> candidates;
        try {
            candidates = candidates(connection, search, pattern(text.text()), lookedAt + 1);
        } catch (SQLException e) {
            if (isTakingTooLong(e)) {
                return new Found(List.of(), true);
            }
            throw e;
        }
        var hits = new ArrayList<String>();
        for (var visit : candidates.subList(0, Math.min(candidates.size(), lookedAt))) {
            if (hits.size() > atMost) {
                break;
            }
            if (isIn(connection, visit, text)) {
                hits.add(visit);
            }
        }
        boolean isCut = hits.size() > atMost || candidates.size() > lookedAt;
        return new Found(ArchivedVisits.of(connection, hits.subList(0, Math.min(hits.size(), atMost))), isCut);
    }

    /** The keys of those that may match, newest first. */
    private static List<String> candidates(Connection connection, Search search, String pattern, int atMost)
            throws SQLException {
        var words = JournalPart.WORDS.kinds();
        var sql = "SELECT v.visitID FROM ofUsherVisit v WHERE v.workgroup IN ("
                + Rows.marks(search.workgroups().size()) + ") AND v.arrivedAt >= ? AND v.arrivedAt <= ?"
                + (search.agent().isEmpty()
                        ? ""
                        : " AND EXISTS (SELECT s.visitID FROM ofUsherSeat s"
                                + " WHERE s.visitID = v.visitID AND s.agentHash = ?)")
                + " AND (LOWER(v.answers) LIKE ? OR EXISTS (SELECT e.visitID FROM ofUsherEntry e"
                + " WHERE e.visitID = v.visitID AND e.kind IN (" + Rows.marks(words.size())
                + ") AND LOWER(e.what) LIKE ?)) ORDER BY v.arrivedAt DESC, v.visitID";
        return Rows.read(
                connection,
                sql,
                atMost,
                SECONDS,
                columns -> {
                    columns.texts(search.workgroups().stream().map(Text::key).toList())
                            .number(Nanos.of(search.from().orElse(Instant.MIN)))
                            .number(Nanos.of(search.until().orElse(Instant.MAX)));
                    if (search.agent().isPresent()) {
                        columns.text(Text.hash(search.agent().get()));
                    }
                    columns.text(pattern).texts(words).text(pattern);
                },
                row -> row.getString(1));
    }

    /**
     * What every text that contains this one matches, be it encoded or not: its ASCII letters and digits, with anything
     * between. Not the letter i, whose capital is another letter in some languages.
     */
    static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-hj-z0-9]+", "%") + "%";
    }

    private static boolean isIn(Connection connection, String visit, SearchText text) throws SQLException {
        return ArchivedVisits.answers(connection, visit).stream().anyMatch(text::isIn)
                || EntryTable.anySays(connection, visit, JournalPart.WORDS, text::isIn);
    }

    private static boolean isTakingTooLong(SQLException e) {
        return e instanceof SQLTimeoutException || GIVEN_UP.equals(e.getSQLState());
    }
}
