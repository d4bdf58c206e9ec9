package dev.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A waiting line against a sorted map: whoever comes, goes and comes back, the places are the same. */
class RanksProperties {
    private static Visit visit(long number, int priority) {
        var placement =
                new Placement("", Map.of(), Instant.EPOCH, number, "q", priority, Map.of(), Optional.empty(), "");
        var who = new Address("c" + number, "c" + number + "/web");
        return new Visit(new Event.Queued(new VisitId("v" + number), who, placement), Instant.EPOCH);
    }

    @Property
    void placesAreThoseOfASortedList(@ForAll @Size(max = 300) List<@IntRange(min = 0, max = 99) Integer> steps) {
        var line = new WaitingLine("q");
        var sorted = new TreeMap<List<Long>, Visit>((one, other) -> one.get(0).equals(other.get(0))
                ? Long.compare(one.get(1), other.get(1))
                : Long.compare(one.get(0), other.get(0)));
        var gone = new ArrayList<Visit>();
        long number = 0;
        for (int step : steps) {
            if (step < 50 || sorted.isEmpty() && gone.isEmpty()) {
                var visit = visit(++number, step % 5 == 0 ? 1 : 0);
                add(line, sorted, visit);
            } else if (step < 80 && !sorted.isEmpty()) {
                var keys = List.copyOf(sorted.keySet());
                var visit = sorted.remove(keys.get(step % keys.size()));
                line.remove(visit);
                gone.add(visit);
            } else if (!gone.isEmpty()) {
                add(line, sorted, gone.remove(step % gone.size()));
            }
            check(line, new ArrayList<>(sorted.values()));
        }
    }

    private static void add(WaitingLine line, TreeMap<List<Long>, Visit> sorted, Visit visit) {
        line.add(visit);
        sorted.put(List.of((long) -visit.priority(), visit.number()), visit);
    }

    private static void check(WaitingLine line, List<Visit> expected) {
        assertThat(line.size()).isEqualTo(expected.size());
        assertThat(line.head(1_000)).isEqualTo(expected);
        for (int rank = 0; rank < expected.size(); rank++) {
            assertThat(line.before(expected.get(rank))).isEqualTo(rank);
            assertThat(line.at(rank)).isSameAs(expected.get(rank));
        }
    }
}
