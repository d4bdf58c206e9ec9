package dev.usher.openfire;

import dev.usher.routing.OpeningHours;
import dev.usher.routing.OpeningHours.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads when a workgroup is open; without hours it always is, but for the holidays. Used once. */
final class HoursReader {
    private final PropertyScope scope;
    private final ZoneId home;

    /** @param home the time zone of a workgroup that names none */
    HoursReader(PropertyScope scope, ZoneId home) {
        this.scope = scope;
        this.home = home;
    }

    OpeningHours hours() {
        var zone = scope.read("timezone", HoursReader::zone, home, home.getId() + " is used");
        return new OpeningHours(zone, week(), holidays());
    }

    private Map<DayOfWeek, List<Hours>> week() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var part : scope.list("hours", ";")) {
            try {
                HoursText.week(part)
                        .forEach((day, hours) -> week.computeIfAbsent(day, any -> new ArrayList<>())
                                .addAll(hours));
            } catch (Unreadable e) {
                scope.report("hours", part, e.getMessage(), "this part is left out");
            }
        }
        if (!week.isEmpty()) {
            return week;
        }
        var text = scope.text("hours");
        text.ifPresent(all -> scope.report("hours", all, "has no part that can be used", "it is always open"));
        return OpeningHours.always().week();
    }

    private Map<LocalDate, List<Hours>> holidays() {
        var holidays = new TreeMap<LocalDate, List<Hours>>();
        for (var part : scope.list("holidays", ";")) {
            try {
                HolidaysText.parse(part)
                        .forEach((day, hours) -> holidays.computeIfAbsent(day, any -> new ArrayList<>())
                                .addAll(hours));
            } catch (Unreadable e) {
                scope.report("holidays", part, e.getMessage(), "this part is left out");
            }
        }
        return holidays;
    }

    private static ZoneId zone(String text) throws Unreadable {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Unreadable("is no time zone like Europe/Berlin or UTC");
        }
    }
}
