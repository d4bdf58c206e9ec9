package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.routing.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a workgroup is open, by the clock on the wall of its place. */
class OpeningHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Hours MORNING = new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
    private static final Hours EVENING = new Hours(LocalTime.of(20, 0), LocalTime.MIDNIGHT);
    /** Mondays in the morning and in the evening; the first Monday of June is a day off, the Tuesday after is not. */
    private static final OpeningHours HOURS = new OpeningHours(
            BERLIN,
            Map.of(DayOfWeek.MONDAY, List.of(MORNING, EVENING)),
            Map.of(LocalDate.of(2026, 6, 1), List.of(), LocalDate.of(2026, 6, 2), List.of(MORNING)));

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T07:59:59Z, false",
        "2026-01-05T08:00:00Z, true",
        "2026-01-05T10:59:59Z, true",
        "2026-01-05T11:00:00Z, false",
        "2026-01-05T22:59:59Z, true",
        "2026-01-05T23:00:00Z, false",
        "2026-01-06T09:00:00Z, false",
        // in summer the wall is two hours ahead
        "2026-07-06T06:59:59Z, false",
        "2026-07-06T07:00:00Z, true",
        "2026-06-01T08:00:00Z, false",
        "2026-06-02T08:00:00Z, true"
    })
    void isOpenBy(String at, boolean open) {
        assertEquals(open, HOURS.isOpen(instant(at)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T07:00:00Z, 2026-01-05T08:00:00Z",
        "2026-01-05T08:00:00Z, 2026-01-05T11:00:00Z",
        "2026-01-05T12:00:00Z, 2026-01-05T19:00:00Z",
        "2026-01-05T23:00:00Z, 2026-01-12T08:00:00Z",
        "2026-05-31T12:00:00Z, 2026-06-02T07:00:00Z"
    })
    void changesNext(String after, String at) {
        assertEquals(Optional.of(instant(at)), HOURS.nextChange(instant(after)));
    }

    @Test
    void theNightInWhichClocksAreSetBackIsAnHourLonger() {
        var night = new OpeningHours(
                BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(new Hours(LocalTime.of(1, 0), LocalTime.of(4, 0)))), Map.of());

        assertEquals(Optional.of(instant("2026-10-25T03:00:00Z")), night.nextChange(instant("2026-10-24T23:00:00Z")));
        assertEquals(Optional.of(instant("2026-03-29T02:00:00Z")), night.nextChange(instant("2026-03-29T00:00:00Z")));
    }

    @Test
    void hoursThatMeetAtMidnightAreOne() {
        var always = OpeningHours.always();

        assertEquals(true, always.isOpen(instant("2026-01-05T00:00:00Z")));
        assertEquals(Optional.empty(), always.nextChange(instant("2026-01-05T00:00:00Z")));
        assertEquals(true, always.everOpens(instant("2026-01-05T00:00:00Z")));
    }

    @Test
    void hoursThatNeverOpenAreKnown() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());

        assertEquals(false, never.everOpens(instant("2026-01-05T00:00:00Z")));
        assertEquals(true, HOURS.everOpens(instant("2026-01-06T00:00:00Z")));
    }

    @Test
    void hoursEndAfterTheyBegin() {
        assertThrows(IllegalArgumentException.class, () -> new Hours(LocalTime.of(9, 0), LocalTime.of(9, 0)));
        assertThrows(IllegalArgumentException.class, () -> new Hours(LocalTime.of(9, 0), LocalTime.of(8, 0)));
        new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
}
