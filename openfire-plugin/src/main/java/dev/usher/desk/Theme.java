package dev.usher.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of the customers' page that are not as usual, by the names of its custom properties without the dashes.
 * One accent is enough: what goes with it, and the dark scheme's, follow from it where nothing else is said.
 */
public record Theme(Map<String, Colour> light, Map<String, Colour> dark) {
    public static final Theme PLAIN = new Theme(Map.of(), Map.of());

    /** As web-client/src/styles/base.css has them. */
    static final Map<String, Colour> USUAL_LIGHT = colours(
            "ground #f3f6f5, sheet #ffffff, ink #1b2629, soft #56656a, line #d3dcda, edge #7d8d90, accent #0a6a63,"
                    + " accent-strong #07524d, on-accent #ffffff, mine #dcefec, ask #fff6dd, ask-line #d9b64d,"
                    + " fault #a3271d");

    static final Map<String, Colour> USUAL_DARK = colours(
            "ground #12181a, sheet #1b2326, ink #e7eeec, soft #a3b2b3, line #303c3f, edge #6f8084, accent #5fc9bd,"
                    + " accent-strong #86dcd2, on-accent #0a1e1c, mine #1d3b3a, ask #3a3218, ask-line #8a7430,"
                    + " fault #ff9d90");

    public static final List<String> NAMES = List.copyOf(USUAL_LIGHT.keySet());

    /** The least contrast of text (WCAG 2.2, success criterion 1.4.3). */
    static final double READABLE = 4.5;

    public Theme {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /** What an admin has set, and what follows from it. */
    public static Theme of(Map<String, Colour> light, Map<String, Colour> dark) {
        var darker = new LinkedHashMap<>(dark);
        if (light.containsKey("accent") && !dark.containsKey("accent")) {
            darker.put("accent", readable(light.get("accent"), dark.getOrDefault("sheet", USUAL_DARK.get("sheet"))));
        }
        return new Theme(withAccent(light), withAccent(darker));
    }

    public boolean isPlain() {
        return light.isEmpty() && dark.isEmpty();
    }

    private static Map<String, Colour> withAccent(Map<String, Colour> set) {
        var accent = set.get("accent");
        if (accent == null) {
            return set;
        }
        var all = new LinkedHashMap<>(set);
        all.putIfAbsent("on-accent", accent.contrast(Colour.WHITE) >= READABLE ? Colour.WHITE : Colour.BLACK);
        var on = all.get("on-accent");
        boolean isOnLight = on.contrast(Colour.WHITE) > on.contrast(Colour.BLACK);
        // Pointed at, it goes further away from what is written on it.
        all.putIfAbsent("accent-strong", accent.mixed(isOnLight ? Colour.WHITE : Colour.BLACK, 0.22));
        return all;
    }

    private static Colour readable(Colour accent, Colour sheet) {
        var lighter = accent;
        for (int step = 1; lighter.contrast(sheet) < READABLE + 1 && step <= 20; step++) {
            lighter = accent.mixed(Colour.WHITE, step / 20.0);
        }
        return lighter;
    }

    private static Map<String, Colour> colours(String all) {
        var colours = new LinkedHashMap<String, Colour>();
        for (var one : all.split(", ")) {
            var parts = one.split(" ");
            colours.put(parts[0], Colour.parse(parts[1]).orElseThrow());
        }
        return colours;
    }
}
