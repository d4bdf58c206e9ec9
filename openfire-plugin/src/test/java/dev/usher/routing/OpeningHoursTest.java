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

    /** Between two and three the wall shows nothing in the last night of March, and everything twice in October. */
    @ParameterizedTest
    @CsvSource({
        "02:30, 03:30, 2026-03-29T00:59:59Z, false",
        "02:30, 03:30, 2026-03-29T01:00:00Z, true",
        "02:30, 03:30, 2026-03-29T01:30:00Z, false",
        "01:00, 02:30, 2026-03-29T00:59:59Z, true",
        "01:00, 02:30, 2026-03-29T01:00:00Z, false",
        "02:15, 02:45, 2026-03-29T01:00:00Z, false",
        "02:30, 04:00, 2026-10-25T00:30:00Z, true",
        "02:30, 04:00, 2026-10-25T02:59:59Z, true",
        "01:00, 02:30, 2026-10-25T00:29:59Z, true",
        "01:00, 02:30, 2026-10-25T00:30:00Z, false"
    })
    void hoursThatTheWallDoesNotShowOrShowsTwice(LocalTime from, LocalTime to, String at, boolean open) {
        var night = new OpeningHours(BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(new Hours(from, to))), Map.of());

        assertEquals(open, night.isOpen(instant(at)));
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-01-04T20:00:00Z, true",
        "Pacific/Auckland, 2026-01-04T19:59:59Z, false",
        "America/New_York, 2026-01-05T13:59:59Z, false",
        "America/New_York, 2026-01-05T14:00:00Z, true",
        "Asia/Kolkata, 2026-01-05T03:29:59Z, false",
        "Asia/Kolkata, 2026-01-05T03:30:00Z, true"
    })
    void nineOnMondayIsAnotherInstantInEveryPlace(ZoneId zone, String at, boolean open) {
        var mornings = new OpeningHours(zone, Map.of(DayOfWeek.MONDAY, List.of(MORNING)), Map.of());

        assertEquals(open, mornings.isOpen(instant(at)));
    }

    @Test
    void aHolidayThatIsOpenIsSoOnADayThatIsClosedOtherwiseAndForThatDayOnly() {
        assertEquals(Optional.of(instant("2026-06-02T10:00:00Z")), HOURS.nextChange(instant("2026-06-02T07:00:00Z")));
        assertEquals(Optional.of(instant("2026-06-08T07:00:00Z")), HOURS.nextChange(instant("2026-06-02T10:00:00Z")));
    }

    @Test
    void whereTheDayBeginsAtOneInTheNightHoursUntilMidnightEndThere() {
        var santiago = ZoneId.of("America/Santiago"); // sets its clocks forward at midnight
        var saturday = new OpeningHours(santiago, Map.of(DayOfWeek.SATURDAY, List.of(EVENING)), Map.of());

        assertEquals(
                Optional.of(instant("2026-09-06T04:00:00Z")), saturday.nextChange(instant("2026-09-06T03:00:00Z")));
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
