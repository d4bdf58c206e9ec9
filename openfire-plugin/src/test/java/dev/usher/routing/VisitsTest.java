package dev.usher.routing;

import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TEN;
import static dev.usher.routing.Stage.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By whom and from where there are visits, and that nothing is left of those that are over. */
class VisitsTest {
    private static final Address ROMEO_ABROAD = person("romeo", "mantua");

    private final Visits visits = new Visits(visit -> TEN);
    private int made;

    private Visit begins(Address customer, String origin) {
        var placement = new Placement(
                origin, Map.of(), TEN, ++made, ServiceQueue.DEFAULT_NAME, 0, Map.of(), Optional.empty(), "");
        var visit = new Visit(new Event.Queued(new VisitId("v" + made), customer, placement), TEN);
        visits.add(visit);
        return visit;
    }

    private void isOver(Visit visit) {
        visits.remove(visit);
        visits.forget(visit);
    }

    @Test
    void thoseOfOneCustomerOrOfOnePlaceAreCounted() {
        var first = begins(ROMEO, "192.0.2.1");
        var second = begins(ROMEO_ABROAD, "192.0.2.1");
        begins(JULIET, "192.0.2.7");

        assertEquals(List.of(first, second), visits.ofUser(ROMEO.user()));
        assertEquals(2, visits.countOfOrigin("192.0.2.1"));

        isOver(first);
        assertEquals(List.of(second), visits.ofUser(ROMEO.user()));
        assertEquals(1, visits.countOfOrigin("192.0.2.1"));
    }

    @Test
    void nothingIsLeftOfThoseThatAreOver() {
        var all = List.of(begins(ROMEO, "192.0.2.1"), begins(ROMEO_ABROAD, "192.0.2.1"), begins(JULIET, "192.0.2.1"));

        assertEquals(3 + 3 + 2 + 1 + 3, visits.keys(), "by id, connection, user, origin and time");

        all.forEach(this::isOver);

        assertEquals(0, visits.keys());
    }
}
