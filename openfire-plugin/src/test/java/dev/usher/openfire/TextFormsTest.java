package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.routing.OpeningHours.Hours;
import dev.usher.routing.Overflow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small forms in which admins write times, hours and places to overflow to. */
class TextFormsTest {
    @ParameterizedTest
    @CsvSource({"30, PT30S", "0, PT0S", "45s, PT45S", "5 m, PT5M", "2H, PT2H", "7d, PT168H", "007, PT7S"})
    void aTimeIsSecondsUnlessItSaysOtherwise(String text, Duration expected) throws Unreadable {
        assertEquals(expected, DurationText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-1", "1.5h", "1h30m", "5 min", "367d", "9999999999"})
    void anythingElseIsNoTime(String text) {
        assertThrows(Unreadable.class, () -> DurationText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1s", "90s", "2m", "60s", "3h", "2d", "3601s"})
    void aTimeIsWrittenAsItIsRead(String text) throws Unreadable {
        var time = DurationText.parse(text);

        assertEquals(time, DurationText.parse(DurationText.of(time)));
    }

    @Test
    void daysMayGoOverTheEndOfTheWeek() throws Unreadable {
        assertEquals(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                HoursText.week("sat - Monday, WED 8:00 \u2013 9:30").keySet());
    }

    @Test
    void aDayMayLastToMidnight() throws Unreadable {
        assertEquals(List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)), HoursText.hours("00:00-24:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon",
                "09:00-17:00",
                "Mon 9-17",
                "Mon 09:00",
                "Mon 25:00-26:00",
                "Mon 24:00-24:00",
                "Mon 17:00-09:00",
                "Mon 22:00-00:00",
                "Mon 09:60-10:00",
                "Mo 09:00-17:00",
                "Mon-Fri-Sat 09:00-17:00",
                "Mon 09:00-17:00 Tue",
                "Mon,,Tue 09:00-17:00"
            })
    void theseAreNoHours(String text) {
        assertThrows(Unreadable.class, () -> HoursText.week(text));
    }

    @Test
    void holidaysMayBeSeveralDays() throws Unreadable {
        assertEquals(
                Set.of(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)),
                HolidaysText.parse("2026-12-31 to 2027-01-01").keySet());
        assertEquals(
                List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))),
                HolidaysText.parse("2026-12-24 to 2026-12-25 09:00-12:00").get(LocalDate.of(2026, 12, 25)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25.12.2026",
                "2026-02-30",
                "2026-12-25 closed",
                "2026-12-25 to",
                "2026-12-25 to 2026-12-24",
                "2026-01-01 to 2028-01-01"
            })
    void theseAreNoHolidays(String text) {
        assertThrows(Unreadable.class, () -> HolidaysText.parse(text));
    }

    @Test
    void anOverflowIsNamed() throws Unreadable {
        var queues = new QueueNames();
        queues.add("Second Level");

        assertEquals(new Overflow.Closed(), OverflowText.parse("Closed", queues));
        assertEquals(new Overflow.LeaveMessage(), OverflowText.parse("message", queues));
        assertEquals(new Overflow.ToQueue("Second Level"), OverflowText.parse("queue: second_level", queues));
        assertEquals(new Overflow.ToQueue("Gone"), OverflowText.parse("queue:Gone", queues));
        assertEquals(new Overflow.ToWorkgroup("support"), OverflowText.parse("Workgroup:Support", queues));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "queue", "queue: ", "message:x", "closed:x", "Support"})
    void theseAreNoOverflow(String text) {
        assertThrows(Unreadable.class, () -> OverflowText.parse(text, new QueueNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":3", "german:", "german:0", "german:-1", "german:x", "german 3", "a:b:c"})
    void theseAreNoSkills(String text) {
        assertThrows(Unreadable.class, () -> SkillsText.parse(text));
    }
}
