package dev.usher.persistence;

import static dev.usher.persistence.Example.FRIAR;
import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.bond;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.open;
import static dev.usher.persistence.Example.waiting;
import static dev.usher.persistence.Example.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.Address;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who was served by whom is known for a while. */
interface BondPromises extends Promises {
    @Test
    default void whoServedWhomLastIsRecalledOldestFirst() {
        var juliet = new Address("juliet@example.org", "juliet@example.org/balcony");
        over(open("first", 1, ROMEO, NURSE), NOON);
        over(open("second", 2, juliet, NURSE, FRIAR), NOON.plusSeconds(1));
        over(open("third", 3, ROMEO, FRIAR), NOON.plusSeconds(2));

        assertEquals(
                List.of(bond(juliet, NURSE, NOON.plusSeconds(1)), bond(ROMEO, FRIAR, NOON.plusSeconds(2))),
                recall("sales").bonds());
    }

    @Test
    default void aBondNeedsAnAgent() {
        over(waiting("nobody", 1), NOON);

        assertEquals(List.of(), recall("sales").bonds());
    }

    @Test
    default void bondsOfVisitsThatEndedTooLongAgoAreLeftOut() {
        over(open("v", 1, ROMEO, NURSE), NOON);

        assertEquals(1, store().recall("sales", NOON).bonds().size());
        assertEquals(List.of(), store().recall("sales", NOON.plusNanos(1)).bonds());
        assertEquals(1, store().recall("sales", Instant.MIN).bonds().size());
        assertEquals(List.of(), store().recall("sales", Instant.MAX).bonds());
    }

    @Test
    default void whatIsOverForLongIsForgottenWithItsJournalTheOldestFirst() {
        for (int i = 1; i <= 4; i++) {
            over(open("v" + i, i, ROMEO, NURSE), NOON.plusSeconds(i));
            store().keep("sales", written(entry(waiting("v" + i, i), 1, "of " + i)));
        }
        store().keep("sales", added(waiting("on", 5)));

        assertEquals(0, store().forget(NOON.plusSeconds(4), 0));
        assertEquals(0, store().forget(NOON.plusSeconds(1), 9));
        assertEquals(2, store().forget(NOON.plusSeconds(4), 2));
        assertEquals(List.of(), journal("v2", 0, 9));
        assertEquals(List.of("of 3"), journal("v3", 0, 9));
        assertEquals(1, store().forget(NOON.plusSeconds(4), 2));
        assertEquals(0, store().forget(NOON.plusSeconds(4), 2));
        assertEquals(List.of("of 4"), journal("v4", 0, 9));
        assertEquals(1, recall("sales").bonds().size());
        assertEquals(1, store().forget(Instant.MAX, 9));
        assertEquals(List.of(waiting("on", 5)), recall("sales").visits());
    }
}
