package dev.usher.desk;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that is looked for in other text, character by character, in upper or lower case. Thread-safe. */
public final class SearchText {
    private final String text;
    private final Pattern pattern;

    public SearchText(String text) {
        this.text = normal(text);
        this.pattern = Pattern.compile(Pattern.quote(this.text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public boolean isIn(String other) {
        return pattern.matcher(normal(other)).find();
    }

    /** As it is looked for: a letter and its accent are one character, however they were typed. */
    public String text() {
        return text;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
