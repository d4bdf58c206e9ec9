package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line in which some are preferred, and from where on it has changed. */
class WaitingLineTest {
    private final WaitingLine line = new WaitingLine("q");
    private final Map<Long, Visit> visits = new HashMap<>();

    private Visit visit(long number, int priority) {
        var placement =
                new Placement("", Map.of(), Instant.EPOCH, number, "q", priority, Map.of(), Optional.empty(), "");
        var who = new Address("c" + number, "c" + number + "/web");
        var visit = new Visit(new Event.Queued(new VisitId("v" + number), who, placement), Instant.EPOCH);
        visits.put(number, visit);
        return visit;
    }

    private WaitingLine with(long number, int priority) {
        line.add(visit(number, priority));
        return line;
    }

    private List<Long> numbers() {
        return line.head(100).stream().map(Visit::number).toList();
    }

    @Test
    void whoIsPreferredStandsBeforeTheOthersAndBehindTheirEquals() {
        with(1, 0);
        with(2, 5);
        with(3, 0);
        with(4, 5);
        with(5, -1);
        with(6, 9);

        assertEquals(List.of(6L, 2L, 4L, 1L, 3L, 5L), numbers());
        for (int rank = 0; rank < 6; rank++) {
            assertEquals(rank, line.before(line.at(rank)));
        }
    }

    @Test
    void theHeadIsNoLongerThanTheLine() {
        with(1, 0);
        with(2, 0);

        assertEquals(2, line.head(50).size());
        assertEquals(1, line.head(1).size());
        assertEquals(List.of(), new WaitingLine("q").head(50));
    }

    @Test
    void beyondTheEndStandsNobody() {
        with(1, 0);

        assertThrows(IndexOutOfBoundsException.class, () -> line.at(1));
    }

    @Test
    void itHasChangedFromThePlaceOfWhoCameOrWentOn() {
        with(1, 0);
        with(2, 0);
        with(3, 0);
        assertEquals(0, line.takeChanges());
        assertEquals(false, line.hasChanges());

        with(4, 0);
        assertEquals(3, line.takeChanges());
        line.remove(visits.get(2L));
        assertEquals(1, line.takeChanges());
        with(5, 7);
        assertEquals(0, line.takeChanges());
        line.remove(visits.get(4L));
        line.remove(visits.get(5L));
        assertEquals(true, line.hasChanges());
        assertEquals(0, line.takeChanges());
    }

    @Test
    void whoComesBackHasTheOldPlaceAmongTheirEquals() {
        with(1, 0);
        with(2, 5);
        with(3, 5);
        line.remove(visits.get(2L));
        assertEquals(List.of(3L, 1L), numbers());

        line.add(visits.get(2L));

        assertEquals(List.of(2L, 3L, 1L), numbers());
        assertEquals(3, line.size());
    }
}
