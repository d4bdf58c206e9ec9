package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a wait can be told, and how long it is. */
class WaitEstimateTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private final WaitEstimate pace = new WaitEstimate();

    /** So many are taken, ten seconds after each other, while others wait. */
    private Instant taken(int count) {
        for (int i = 0; i <= count; i++) {
            pace.taken(TEN.plusSeconds(10L * i));
        }
        return TEN.plusSeconds(10L * count);
    }

    @Test
    void nineSamplesSayNothing() {
        assertEquals(Optional.empty(), pace.of(1, taken(9)));
        assertEquals(false, pace.isKnown());
    }

    @Test
    void tenSamplesSayThePlaceTimesTheMean() {
        var now = taken(10);

        assertEquals(true, pace.isKnown());
        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.of(1, now));
        assertEquals(Optional.of(Duration.ofSeconds(70)), pace.of(7, now));
    }

    @Test
    void aLineThatStandsStillHasALongerWaitByTheMinute() {
        var now = taken(10);

        assertEquals(Optional.of(Duration.ofSeconds(20)), pace.of(1, now.plusSeconds(120)));
    }

    @Test
    void anIntervalThatIsNoLongerThanOthersSaysNothingYet() {
        var now = taken(10);

        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.of(1, now.plusSeconds(3)));
        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.of(1, now.plusSeconds(10)));
        assertEquals(Optional.of(Duration.ofSeconds(11)), pace.of(1, now.plusSeconds(21)));
    }

    @Test
    void whatPassedWhileNobodyWaitedIsNoSample() {
        var now = taken(10);
        pace.emptied();

        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.of(1, now.plusSeconds(500)));
        pace.taken(now.plusSeconds(600));
        pace.taken(now.plusSeconds(610));
        pace.emptied();
        pace.taken(now.plusSeconds(900));
        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.of(1, now.plusSeconds(900)));
    }

    @Test
    void oldSamplesAreForgotten() {
        var now = taken(12);
        pace.emptied();

        assertEquals(
                Optional.of(Duration.ofSeconds(10)),
                pace.of(1, TEN.plusSeconds(20).plus(Duration.ofHours(2))));
        assertEquals(Optional.empty(), pace.of(1, now.plus(Duration.ofHours(2))));
    }

    @Test
    void onlyTheLastThreeHundredCount() {
        var now = taken(350);
        for (int i = 1; i < 300; i++) {
            now = now.plusSeconds(3);
            pace.taken(now);
        }
        assertEquals(Optional.of(Duration.ofSeconds(10 + 299 * 3).dividedBy(300)), pace.of(1, now));

        pace.taken(now.plusSeconds(3));
        assertEquals(Optional.of(Duration.ofSeconds(3)), pace.of(1, now.plusSeconds(3)));
    }
}
