package dev.usher.openfire;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as admins write them: {@code 30} and {@code 30s} are seconds, {@code 5m}, {@code 2h} and {@code 1d}. */
final class DurationText {
    /** Longer is taken for a slip of the hand. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*([smhd]?)");

    private DurationText() {}

    static Duration parse(String text) throws Unreadable {
        var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new Unreadable("is not a time like 30 (seconds), 30s, 5m, 2h or 1d");
        }
        long number = Long.parseLong(form.group(1));
        var duration = switch (form.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new Unreadable("is more than " + LONGEST.toDays() + " days");
        }
        return duration;
    }

    /** The shortest form that {@link #parse} reads as the same. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return "0";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
