package dev.usher.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places: {@code {{name}}} is filled in as text, {@code <!-- name -->} as markup of ours. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}|<!-- (\\w+) -->");

    private final String page;

    Template(String page) {
        this.page = page;
    }

    /** Escaped where the place is one for text, in an attribute or not. A place that nobody knows stays empty. */
    String filled(Map<String, String> parts) {
        return PLACE.matcher(page).replaceAll(place -> {
            var text = place.group(1);
            return Matcher.quoteReplacement(
                    text == null ? parts.getOrDefault(place.group(2), "") : escaped(parts.getOrDefault(text, "")));
        });
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
