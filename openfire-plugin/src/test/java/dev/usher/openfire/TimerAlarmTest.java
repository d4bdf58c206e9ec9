package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One alarm for each desk: the last instant counts. The timer never gets a thread here, so nothing ever rings. */
class TimerAlarmTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> null);
    private final TimerAlarm alarm = new TimerAlarm(timer, Clock.fixed(TEN, ZoneOffset.UTC));

    TimerAlarmTest() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** In whole seconds, rounded. */
    private List<Long> waiting() {
        return timer.getQueue().stream()
                .map(task -> Math.round(((Delayed) task).getDelay(TimeUnit.MILLISECONDS) / 1_000.0))
                .toList();
    }

    @Test
    void aLaterCallTakesThePlaceOfAnEarlierOne() {
        alarm.wake(TEN.plusSeconds(100), () -> {});
        alarm.wake(TEN.plusSeconds(500), () -> {});
        assertEquals(List.of(500L), waiting());

        alarm.wake(TEN.plusSeconds(200), () -> {});
        assertEquals(List.of(200L), waiting());
    }

    @Test
    void theSameInstantIsSetOnce() {
        alarm.wake(TEN.plusSeconds(100), () -> {});
        var first = timer.getQueue().peek();
        alarm.wake(TEN.plusSeconds(100), () -> {});

        assertEquals(List.of(100L), waiting());
        assertEquals(first, timer.getQueue().peek());
    }

    @Test
    void anInstantInThePastRingsAtOnce() {
        alarm.wake(TEN.minusSeconds(100), () -> {});

        assertEquals(List.of(0L), waiting());
    }
}
