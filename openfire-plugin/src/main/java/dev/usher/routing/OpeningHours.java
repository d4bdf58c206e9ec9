package dev.usher.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a workgroup takes customers in, by the clock on the wall of its place.
 *
 * @param zone whose wall; a day in it may have 23 or 25 hours
 * @param week the hours of each day of the week; a day that is missing is closed
 * @param holidays the hours of single days, in the place of those of the week; an empty list is a day off
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> holidays) {
    /** Further ahead nobody looks: hours that do not open within a year never do. */
    private static final int DAYS_AHEAD = 366;

    /** From {@code from} up to, not including, {@code to}; midnight at the end is {@link LocalTime#MIDNIGHT}. */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException(from + "-" + to + " ends before it begins");
            }
        }
    }

    public OpeningHours {
        week = Map.copyOf(week);
        holidays = Map.copyOf(holidays);
    }

    /** Always open. */
    public static OpeningHours always() {
        var allDay = List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, allDay);
        }
        return new OpeningHours(ZoneOffset.UTC, week, Map.of());
    }

    public boolean isOpen(Instant at) {
        var day = at.atZone(zone).toLocalDate();
        return spans(day).stream().anyMatch(span -> span.covers(at));
    }

    /** When it opens or closes next; empty if it stays as it is for a year. */
    public Optional<Instant> nextChange(Instant after) {
        boolean open = isOpen(after);
        var day = after.atZone(zone).toLocalDate();
        for (int i = 0; i <= DAYS_AHEAD; i++, day = day.plusDays(1)) {
            for (var edge : edges(day)) {
                if (edge.isAfter(after) && isOpen(edge) != open) {
                    return Optional.of(edge);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is any hour within a year at which it is open. */
    public boolean everOpens(Instant from) {
        return isOpen(from) || nextChange(from).isPresent();
    }

    private record Span(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private List<Span> spans(LocalDate day) {
        var hours = holidays.containsKey(day) ? holidays.get(day) : week.getOrDefault(day.getDayOfWeek(), List.of());
        var spans = new ArrayList<Span>();
        for (var span : hours) {
            var end = span.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            spans.add(new Span(instant(day.atTime(span.from())), instant(end.atTime(span.to()))));
        }
        return spans;
    }

    /** When the wall shows this first; where clocks are set forward beyond it, when they are. */
    private Instant instant(LocalDateTime wall) {
        var change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).toInstant();
    }

    private List<Instant> edges(LocalDate day) {
        return spans(day).stream()
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .sorted()
                .toList();
    }
}
