package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranks of a waiting line against a list that is sorted anew every time. */
class RanksTest {
    private final Ranks ranks = new Ranks();
    private final List<Visit> sorted = new ArrayList<>();

    private static Visit visit(long number) {
        var placement = new Placement("", Map.of(), Instant.EPOCH, number, "q", 0, Map.of(), Optional.empty(), "");
        var who = new Address("c" + number, "c" + number + "/web");
        return new Visit(new Event.Queued(new VisitId("v" + number), who, placement), Instant.EPOCH);
    }

    private void add(Visit visit) {
        ranks.add(visit);
        sorted.add(visit);
        sorted.sort(Comparator.comparingLong(Visit::number));
    }

    private Visit remove(int rank) {
        var visit = sorted.remove(rank);
        ranks.remove(visit);
        return visit;
    }

    private void addThose(int from, int to) {
        LongStream.rangeClosed(from, to).forEach(number -> add(visit(number)));
    }

    private void check() {
        assertEquals(sorted.size(), ranks.size());
        for (int rank = 0; rank < sorted.size(); rank++) {
            assertSame(sorted.get(rank), ranks.at(rank));
            assertEquals(rank, ranks.before(sorted.get(rank)));
        }
    }

    /** Only some of the ranks, where all of them would take too long. */
    private void checkSome(Random random) {
        assertEquals(sorted.size(), ranks.size());
        for (int i = 0; i < 3 && !sorted.isEmpty(); i++) {
            int rank = random.nextInt(sorted.size());
            assertSame(sorted.get(rank), ranks.at(rank));
            assertEquals(rank, ranks.before(sorted.get(rank)));
        }
    }

    @Test
    void anEmptyLineHasNobody() {
        assertEquals(0, ranks.size());
        add(visit(1));
        remove(0);
        assertEquals(0, ranks.size());
    }

    @Test
    void whoComesLaterStandsBehind() {
        addThose(1, 100);

        check();
    }

    @Test
    void numbersMayHaveGaps() {
        for (long number : new long[] {3, 7, 1_000, 1_000_000_000_000L, Long.MAX_VALUE}) {
            add(visit(number));
        }

        check();
    }

    @Test
    void whoGoesLetsThoseBehindMoveUp() {
        addThose(1, 40);
        remove(0);
        remove(38);
        remove(17);

        check();
    }

    @Test
    void whoComesBackHasTheOldPlace() {
        addThose(1, 40);
        var first = remove(0);
        var last = remove(38);
        var middle = remove(17);
        add(middle);
        add(first);
        add(last);

        check();
    }

    @Test
    void whoComesBackAfterTheLineWasBuiltAnewHasTheOldPlace() {
        addThose(1, 16);
        var gone = List.of(remove(0), remove(5), remove(13));
        addThose(17, 200);
        gone.forEach(this::add);

        check();
    }

    @Test
    void whoComesBackIntoALineOfOthersAltogether() {
        addThose(1, 16);
        var gone = new ArrayList<Visit>();
        while (!sorted.isEmpty()) {
            gone.add(remove(0));
        }
        addThose(17, 64);
        gone.forEach(this::add);

        check();
    }

    @Test
    void aLineThatMovesOnForLongKeepsItsPlaces() {
        addThose(1, 10);
        for (long number = 11; number < 10_000; number++) {
            remove(0);
            add(visit(number));
            assertEquals(10, ranks.size());
        }

        check();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260101, 4711})
    void whateverHappensThePlacesAreThoseOfASortedList(long seed) {
        var random = new Random(seed);
        var gone = new ArrayList<Visit>();
        long number = 0;
        for (int step = 0; step < 20_000; step++) {
            int what = random.nextInt(100);
            // the line grows, then shrinks, then grows again
            boolean isGrowing = step / 2_500 % 2 == 0;
            if (what < (isGrowing ? 60 : 25)) {
                number += 1 + random.nextInt(3);
                add(visit(number));
            } else if (what < 90 && !sorted.isEmpty()) {
                var visit = remove(random.nextInt(sorted.size()));
                if (random.nextBoolean()) {
                    gone.add(visit);
                }
            } else if (!gone.isEmpty()) {
                add(gone.remove(random.nextInt(gone.size())));
            }
            checkSome(random);
        }
        check();
    }
}
