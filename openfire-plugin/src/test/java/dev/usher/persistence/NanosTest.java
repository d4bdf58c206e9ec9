package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NanosTest {
    @Property
    void everyNumberIsAnInstantOfItsOwn(@ForAll long nanos) {
        assertEquals(nanos, Nanos.of(Nanos.instant(nanos)));
    }

    @Test
    void anInstantLosesNothing() {
        var at = Instant.parse("2026-01-02T12:00:00.123456789Z");

        assertEquals(1_767_355_200_123_456_789L, Nanos.of(at));
        assertEquals(at, Nanos.instant(Nanos.of(at)));
    }

    @Test
    void whatIsTooFarAwayIsTheFarthestThereIs() {
        assertEquals(Long.MIN_VALUE, Nanos.of(Instant.MIN));
        assertEquals(Long.MAX_VALUE, Nanos.of(Instant.MAX));
        assertEquals(Long.MAX_VALUE, Nanos.of(Nanos.instant(Long.MAX_VALUE).plusNanos(1)));
        assertEquals(Long.MIN_VALUE, Nanos.of(Nanos.instant(Long.MIN_VALUE).minusNanos(1)));
    }
}
