package dev.usher.openfire;

import dev.usher.routing.OpeningHours.Hours;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Days that are not as the others: {@code 2026-12-25} is a day off, {@code 2026-12-24 09:00-12:00} has its own hours, and
 * {@code 2026-12-27 to 2026-12-31} is several days.
 */
final class HolidaysText {
    private static final int LONGEST_DAYS = 366;
    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+to\\s+(\\S+))?(?:\\s+(\\S.*))?");

    private HolidaysText() {}

    static Map<LocalDate, List<Hours>> parse(String text) throws Unreadable {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new Unreadable("is not like 2026-12-25");
        }
        var first = date(form.group(1));
        var last = form.group(2) == null ? first : date(form.group(2));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new Unreadable("ends before it begins, or more than a year after it");
        }
        var hours = form.group(3) == null ? List.<Hours>of() : HoursText.hours(form.group(3));
        var days = new TreeMap<LocalDate, List<Hours>>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.put(day, hours);
        }
        return days;
    }

    private static LocalDate date(String text) throws Unreadable {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("has a date that is not like 2026-12-25: " + text);
        }
    }
}
