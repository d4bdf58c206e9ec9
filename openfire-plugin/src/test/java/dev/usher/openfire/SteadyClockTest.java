package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.FakeClock;
import dev.usher.Logs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A clock that nobody sets back. */
class SteadyClockTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private Instant wall = TEN;
    private long passed = Long.MAX_VALUE - 77; // it may run over, as System.nanoTime says
    private Duration pause = Duration.ZERO;
    private final SteadyClock clock = new SteadyClock(new FakeClock(this::wall), () -> passed);

    /** What the wall shows; the machine stands still right after the look at it if there is a pause. */
    private Instant wall() {
        var shown = wall;
        passes(pause);
        pause = Duration.ZERO;
        return shown;
    }

    private void passes(Duration time) {
        wall = wall.plus(time);
        passed += time.toNanos();
    }

    private String isShown(Instant expected) {
        return Logs.during(() -> assertEquals(expected, clock.instant()));
    }

    @Test
    void itShowsWhatTheWallShows() {
        for (int seconds = 5; seconds < 100; seconds += 5) {
            passes(Duration.ofSeconds(5));
            assertThat(isShown(TEN.plusSeconds(seconds))).isEmpty();
        }
        assertEquals(
                wall.atZone(ZoneId.of("Asia/Tokyo")),
                clock.withZone(ZoneId.of("Asia/Tokyo")).instant().atZone(ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void aJumpAheadIsFollowedAndToldOnce() {
        wall = TEN.plusSeconds(3_600);

        assertThat(isShown(TEN.plusSeconds(3_600))).contains("clock-jumped It went ahead by PT1H");
        assertThat(isShown(TEN.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void afterAJumpBackTimeGoesOnAndItIsToldOnce() {
        passes(Duration.ofSeconds(10));
        clock.instant();
        wall = wall.minusSeconds(3_600);

        assertThat(isShown(TEN.plusSeconds(10))).contains("clock-jumped It was set back by PT1H");
        passes(Duration.ofSeconds(100));
        assertThat(isShown(TEN.plusSeconds(10 + 99))).isEmpty();
    }

    @Test
    void theWallCountsAgainWhenItHasCaughtUp() {
        wall = wall.minusSeconds(60);
        Logs.during(clock::instant);
        passes(Duration.ofSeconds(5_000));
        clock.instant();
        passes(Duration.ofSeconds(1_000));

        assertThat(isShown(wall)).isEmpty();
    }

    @Test
    void aMistakeThatIsPutRightLeavesNothingBehind() {
        wall = wall.minusSeconds(3_600);
        Logs.during(clock::instant);
        passes(Duration.ofSeconds(10));
        clock.instant();
        wall = wall.plusSeconds(3_600);

        assertThat(isShown(TEN.plusSeconds(10))).isEmpty();
    }

    @Test
    void aSmallCorrectionIsNotToldAndTimeDoesNotStandStill() {
        passes(Duration.ofSeconds(10));
        clock.instant();
        wall = wall.minusSeconds(1);
        passes(Duration.ofSeconds(1));

        assertThat(isShown(TEN.plusSeconds(10).plusMillis(990))).isEmpty();
    }

    @Test
    void aMachineThatStoodStillDidNotJump() {
        clock.instant();
        pause = Duration.ofSeconds(5);

        assertThat(isShown(TEN.plusSeconds(5))).isEmpty();
    }
}
