package dev.usher.openfire;

import dev.usher.desk.EntryField.Validation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** From where to where an answer may be: {@code 1 to 9}, {@code from 1}, {@code to 9}, or nothing for anywhere. */
final class EntryRange {
    private static final Pattern RANGE = Pattern.compile("(?:from\\s+)?(\\S+)?(?:(?:^|\\s+)to\\s+(\\S+))?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}([.][0-9]{1,18})?");

    private EntryRange() {}

    static Validation ofNumbers(boolean areWhole, String text) throws Unreadable {
        var form = areWhole ? INTEGER : DECIMAL;
        var range = range(areWhole ? "xs:integer" : "xs:decimal", text);
        for (var end : new String[] {range.min(), range.max()}) {
            if (!end.isEmpty() && !form.matcher(end).matches()) {
                throw new Unreadable("has a range that is not like 1 to 9" + (areWhole ? "" : ", or 0.5 to 9.5"));
            }
        }
        if (isBoth(range) && new BigDecimal(range.min()).compareTo(new BigDecimal(range.max())) > 0) {
            throw new Unreadable("has a range that ends before it begins");
        }
        return range;
    }

    static Validation ofDates(String text) throws Unreadable {
        var range = range("xs:date", text);
        try {
            var from = range.min().isEmpty() ? LocalDate.MIN : LocalDate.parse(range.min());
            var to = range.max().isEmpty() ? LocalDate.MAX : LocalDate.parse(range.max());
            if (from.isAfter(to)) {
                throw new Unreadable("has a range that ends before it begins");
            }
        } catch (DateTimeParseException e) {
            throw new Unreadable("has a range that is not like 2026-01-01 to 2026-12-31");
        }
        return range;
    }

    private static boolean isBoth(Validation range) {
        return !range.min().isEmpty() && !range.max().isEmpty();
    }

    private static Validation range(String datatype, String text) throws Unreadable {
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new Unreadable("has a range that is not like 1 to 9, from 1, or to 9: " + text);
        }
        return new Validation(datatype, or(range.group(1)), or(range.group(2)), "");
    }

    private static String or(String end) {
        return end == null ? "" : end;
    }
}
