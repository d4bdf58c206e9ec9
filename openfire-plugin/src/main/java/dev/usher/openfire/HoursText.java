package dev.usher.openfire;

import dev.usher.routing.OpeningHours.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hours of one or more days of the week: {@code Mon-Fri 09:00-12:00,13:00-17:00}. Days are English, whole or their first
 * three letters; a range may go over the end of the week ({@code Sat-Mon}).
 */
final class HoursText {
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})");

    private HoursText() {}

    static Map<DayOfWeek, List<Hours>> week(String text) throws Unreadable {
        var halves = joined(text).split("\\s+", 2);
        if (halves.length < 2) {
            throw new Unreadable("is not like Mon-Fri 09:00-17:00");
        }
        var hours = hours(halves[1]);
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var range : halves[0].split(",")) {
            var ends = range.split("-", 2);
            var last = day(ends[ends.length - 1]);
            for (var day = day(ends[0]); ; day = day.plus(1)) {
                week.put(day, hours);
                if (day == last) {
                    break;
                }
            }
        }
        return week;
    }

    /** The hours of a day: {@code 09:00-12:00,13:00-17:00}. */
    static List<Hours> hours(String text) throws Unreadable {
        var all = new ArrayList<Hours>();
        for (var part : joined(text).split(",")) {
            var times = TIMES.matcher(part);
            if (!times.matches()) {
                throw new Unreadable("has hours that are not like 09:00-17:00: " + part);
            }
            var from = time(times.group(1), times.group(2));
            boolean toMidnight = times.group(3).equals("24") && times.group(4).equals("00");
            var to = toMidnight ? LocalTime.MIDNIGHT : time(times.group(3), times.group(4));
            if (!toMidnight && !from.isBefore(to)) {
                throw new Unreadable("has hours that end before they begin: " + part
                        + "; what goes over midnight is written as two, as in Fri 22:00-24:00; Sat 00:00-02:00");
            }
            all.add(new Hours(from, to));
        }
        return all;
    }

    /** Without the space around dashes and commas, so that space parts days and times only. */
    private static String joined(String text) {
        return text.strip().replace('\u2013', '-').replaceAll("\\s*([-,])\\s*", "$1");
    }

    private static LocalTime time(String hour, String minute) throws Unreadable {
        try {
            return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException e) {
            throw new Unreadable("has a time that no clock shows: " + hour + ":" + minute);
        }
    }

    private static DayOfWeek day(String text) throws Unreadable {
        for (var day : DayOfWeek.values()) {
            if (text.equalsIgnoreCase(day.name())
                    || text.equalsIgnoreCase(day.name().substring(0, 3))) {
                return day;
            }
        }
        throw new Unreadable("has a day that is not one of Mon, Tue, Wed, Thu, Fri, Sat, Sun: " + text);
    }
}
