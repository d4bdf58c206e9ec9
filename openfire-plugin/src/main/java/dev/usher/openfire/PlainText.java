package dev.usher.openfire;

import java.util.regex.Pattern;

/** What an admin writes for customers to read. */
final class PlainText {
    static final int LONGEST = 4_000;

    /** What XML cannot carry, and what is not seen. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\uFFFE\\uFFFF]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");

    private PlainText() {}

    static String parse(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable("is longer than " + LONGEST + " characters; shorten it");
        }
        if (CONTROL.matcher(text).find()) {
            throw new Unreadable("has a letter that cannot be sent; write it again by hand");
        }
        return text.replaceAll("\\R", "\n").strip();
    }
}
