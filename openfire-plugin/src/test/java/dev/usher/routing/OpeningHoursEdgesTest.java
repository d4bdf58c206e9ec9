package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hours at which clocks are changed, holidays, and nights that belong to two days. */
class OpeningHoursEdgesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    private static OpeningHours on(ZoneId zone, DayOfWeek day, Hours... hours) {
        return new OpeningHours(zone, Map.of(day, List.of(hours)), Map.of());
    }

    private static OpeningHours daily(ZoneId zone, Hours... hours) {
        return withHolidays(zone, Map.of(), hours);
    }

    private static OpeningHours withHolidays(ZoneId zone, Map<LocalDate, List<Hours>> holidays, Hours... hours) {
        var week = Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(hours)));
        return new OpeningHours(zone, week, holidays);
    }

    /** Every change from then on, so many of them. */
    private static List<String> changes(OpeningHours hours, String from, int count) {
        var changes = new ArrayList<String>();
        var at = Optional.of(Instant.parse(from));
        while (changes.size() < count) {
            at = hours.nextChange(at.orElseThrow());
            changes.add(at.orElseThrow() + (hours.isOpen(at.get()) ? " opens" : " closes"));
        }
        return changes;
    }

    @Test
    void theNightThatIsAnHourShorterIsAnHourShorter() {
        // on 29 March two o'clock is three o'clock at once
        assertEquals(
                List.of("2026-03-29T00:00:00Z opens", "2026-03-29T02:00:00Z closes"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("01:00", "04:00")), "2026-03-28T12:00:00Z", 2));
    }

    @Test
    void hoursThatBeginInTheMissingHourBeginWhenItIsOver() {
        assertEquals(
                List.of("2026-03-29T01:00:00Z opens", "2026-03-29T01:30:00Z closes"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("02:30", "03:30")), "2026-03-28T12:00:00Z", 2));
    }

    @Test
    void hoursThatEndInTheMissingHourEndWhenItWouldBegin() {
        assertEquals(
                List.of("2026-03-29T00:00:00Z opens", "2026-03-29T01:00:00Z closes"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("01:00", "02:30")), "2026-03-28T12:00:00Z", 2));
    }

    @Test
    void hoursWithinTheMissingHourDoNotComeThatDay() {
        assertEquals(
                List.of("2026-04-05T00:10:00Z opens", "2026-04-05T00:50:00Z closes"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("02:10", "02:50")), "2026-03-28T12:00:00Z", 2));
    }

    @Test
    void theNightThatIsAnHourLongerIsAnHourLonger() {
        // on 25 October three o'clock is two o'clock once more
        assertEquals(
                List.of("2026-10-24T23:00:00Z opens", "2026-10-25T03:00:00Z closes"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("01:00", "04:00")), "2026-10-24T12:00:00Z", 2));
    }

    @Test
    void hoursInTheHourThatComesTwiceAreOpenOnce() {
        assertEquals(
                List.of("2026-10-25T00:10:00Z opens", "2026-10-25T00:50:00Z closes", "2026-11-01T01:10:00Z opens"),
                changes(on(BERLIN, DayOfWeek.SUNDAY, hours("02:10", "02:50")), "2026-10-24T12:00:00Z", 3));
    }

    @Test
    void aDayThatBeginsAtOneBeginsThen() {
        // on 24 April midnight is one o'clock at once in Cairo, a Friday
        assertEquals(
                List.of("2026-04-23T22:00:00Z opens", "2026-04-24T21:00:00Z closes"),
                changes(on(CAIRO, DayOfWeek.FRIDAY, hours("00:00", "24:00")), "2026-04-22T12:00:00Z", 2));
    }

    @Test
    void alwaysIsAlsoInTheNightsInWhichClocksAreChanged() {
        var always = daily(BERLIN, hours("00:00", "24:00"));

        assertEquals(Optional.empty(), always.nextChange(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(Optional.empty(), always.nextChange(Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void theSameHoursAreOtherInstantsInAnotherZone() {
        var nine = hours("09:00", "17:00");

        assertEquals(
                List.of("2026-06-01T00:00:00Z opens", "2026-06-01T08:00:00Z closes"),
                changes(daily(ZoneId.of("Asia/Tokyo"), nine), "2026-05-31T12:00:00Z", 2));
        assertEquals(
                List.of("2026-06-01T13:00:00Z opens", "2026-06-01T21:00:00Z closes"),
                changes(daily(ZoneId.of("America/New_York"), nine), "2026-06-01T00:00:00Z", 2));
        assertEquals(
                List.of("2026-06-01T03:15:00Z opens", "2026-06-01T11:15:00Z closes"),
                changes(daily(ZoneId.of("Asia/Kathmandu"), nine), "2026-06-01T00:00:00Z", 2));
    }

    @Test
    void aNightOverMidnightIsOneTime() {
        var night = new OpeningHours(
                ZoneOffset.UTC,
                Map.of(
                        DayOfWeek.FRIDAY, List.of(hours("22:00", "24:00")),
                        DayOfWeek.SATURDAY, List.of(hours("00:00", "02:00"))),
                Map.of());

        assertEquals(
                List.of("2026-01-02T22:00:00Z opens", "2026-01-03T02:00:00Z closes", "2026-01-09T22:00:00Z opens"),
                changes(night, "2026-01-01T00:00:00Z", 3));
        assertEquals(true, night.isOpen(Instant.parse("2026-01-03T00:00:00Z")));
    }

    @Test
    void hoursThatTouchOrOverlapAreOneTime() {
        assertEquals(
                List.of("2026-01-01T09:00:00Z opens", "2026-01-01T17:00:00Z closes"),
                changes(
                        daily(
                                ZoneOffset.UTC,
                                hours("12:00", "15:00"),
                                hours("09:00", "12:00"),
                                hours("14:00", "17:00"),
                                hours("15:30", "16:00")),
                        "2026-01-01T00:00:00Z",
                        2));
    }

    @Test
    void aHolidayHasItsOwnHoursOrNone() {
        var christmas = Map.of(
                LocalDate.parse("2026-12-24"), List.of(hours("09:00", "12:00")),
                LocalDate.parse("2026-12-25"), List.<Hours>of(),
                LocalDate.parse("2026-12-26"), List.of(hours("20:00", "24:00")));

        assertEquals(
                List.of(
                        "2026-12-24T09:00:00Z opens",
                        "2026-12-24T12:00:00Z closes",
                        "2026-12-26T20:00:00Z opens",
                        "2026-12-27T00:00:00Z closes",
                        "2026-12-27T09:00:00Z opens"),
                changes(withHolidays(ZoneOffset.UTC, christmas, hours("09:00", "17:00")), "2026-12-23T18:00:00Z", 5));
    }

    @Test
    void aSingleDayOpensAWeekThatIsClosed() {
        var fair = new OpeningHours(
                ZoneOffset.UTC, Map.of(), Map.of(LocalDate.parse("2026-05-09"), List.of(hours("10:00", "11:00"))));

        assertEquals(true, fair.everOpens(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(
                Optional.of(Instant.parse("2026-05-09T10:00:00Z")),
                fair.nextChange(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(false, fair.everOpens(Instant.parse("2026-05-09T11:00:00Z")));
        assertEquals(false, fair.everOpens(Instant.parse("2024-01-01T00:00:00Z")));
    }

    @Test
    void whatChangesThisInstantIsNotWhatChangesNext() {
        var hours = daily(ZoneOffset.UTC, hours("09:00", "17:00"));

        assertEquals(
                Optional.of(Instant.parse("2026-01-01T17:00:00Z")),
                hours.nextChange(Instant.parse("2026-01-01T09:00:00Z")));
        assertEquals(
                Optional.of(Instant.parse("2026-01-01T09:00:00Z")),
                hours.nextChange(Instant.parse("2026-01-01T08:59:59.999Z")));
    }

    @Test
    void aYearIsLookedAheadAndNoDayMore() {
        var from = Instant.parse("2026-01-01T10:00:00Z");
        var day = LocalDate.of(2026, 1, 1).plusDays(366);
        var hours = List.of(new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));

        assertEquals(
                Optional.of(day.atTime(9, 0).toInstant(ZoneOffset.UTC)),
                new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of(day, hours)).nextChange(from));
        assertEquals(
                Optional.empty(),
                new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of(day.plusDays(1), hours)).nextChange(from));
    }
}
