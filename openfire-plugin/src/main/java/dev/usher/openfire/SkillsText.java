package dev.usher.openfire;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One skill with its level, as in {@code german:3}; without a level it is 1. Skills are kept in small letters, so that
 * neither an admin nor a customer has to mind the case.
 */
final class SkillsText {
    private static final Pattern WITH_LEVEL = Pattern.compile("(.*\\S)\\s*:\\s*([0-9]{1,9})");
    private static final Pattern LEVEL_WITHOUT_COLON = Pattern.compile("(.*\\S)\\s+([0-9]+)");

    private SkillsText() {}

    static Map.Entry<String, Integer> parse(String text) throws Unreadable {
        var withLevel = WITH_LEVEL.matcher(text.strip());
        if (withLevel.matches()) {
            return Map.entry(name(withLevel.group(1)), level(withLevel.group(2)));
        }
        var slip = LEVEL_WITHOUT_COLON.matcher(text.strip());
        if (slip.matches()) {
            throw new Unreadable("has no colon before the level; write " + slip.group(1) + ":" + slip.group(2));
        }
        return Map.entry(name(text), 1);
    }

    static int level(String text) throws Unreadable {
        return NumberText.parse(text, 1);
    }

    static String name(String text) throws Unreadable {
        var name = text.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.contains(":")) {
            throw new Unreadable("is not a skill like german or german:3");
        }
        return name;
    }
}
