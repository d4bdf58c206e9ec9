package dev.usher.web;

import dev.usher.desk.Colour;
import dev.usher.desk.Theme;
import java.util.Map;
import java.util.stream.Collectors;

/** The colours of a workgroup as custom properties, for each scheme. */
final class ThemeCss {
    private ThemeCss() {}

    /** Empty when nothing is set. */
    static String of(Theme theme) {
        return scheme("light", theme.light()) + scheme("dark", theme.dark());
    }

    /** One scheme's colours never show in the other: text and ground are chosen for each other. */
    private static String scheme(String name, Map<String, Colour> colours) {
        if (colours.isEmpty()) {
            return "";
        }
        return Theme.NAMES.stream()
                .filter(colours::containsKey)
                .map(colour -> "--" + colour + ":" + colours.get(colour).hex())
                .collect(Collectors.joining(";", "@media (prefers-color-scheme:" + name + "){:root{", "}}\n"));
    }
}
