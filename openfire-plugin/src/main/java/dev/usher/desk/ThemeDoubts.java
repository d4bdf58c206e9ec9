package dev.usher.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Colours that are hard to read on each other, each in a sentence that says what to do. */
public final class ThemeDoubts {
    /** Text, and what it stands on. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("ink", "ground"),
            List.of("ink", "sheet"),
            List.of("ink", "mine"),
            List.of("ink", "ask"),
            List.of("soft", "ground"),
            List.of("soft", "sheet"),
            List.of("accent", "sheet"),
            List.of("fault", "sheet"),
            List.of("on-accent", "accent"),
            List.of("on-accent", "accent-strong"));

    private ThemeDoubts() {}

    public static List<String> of(Theme theme) {
        var doubts = new ArrayList<String>();
        look("theme.", theme.light(), Theme.USUAL_LIGHT, doubts);
        look("theme.dark.", theme.dark(), Theme.USUAL_DARK, doubts);
        return doubts;
    }

    private static void look(String prefix, Map<String, Colour> set, Map<String, Colour> usual, List<String> doubts) {
        for (var pair : PAIRS) {
            var text = pair.get(0);
            var ground = pair.get(1);
            if (!set.containsKey(text) && !set.containsKey(ground)) {
                continue;
            }
            var one = set.getOrDefault(text, usual.get(text));
            var other = set.getOrDefault(ground, usual.get(ground));
            if (one.contrast(other) < Theme.READABLE) {
                doubts.add(String.format(
                        Locale.ROOT,
                        "Text in %s%s (%s) on %s%s (%s) has a contrast of %.1f to 1 and is hard to read: 4.5 is the least"
                                + " (WCAG 2.2, 1.4.3). Make one of them lighter or darker.",
                        prefix,
                        text,
                        one.hex(),
                        prefix,
                        ground,
                        other.hex(),
                        Math.floor(one.contrast(other) * 10) / 10));
            }
        }
    }
}
