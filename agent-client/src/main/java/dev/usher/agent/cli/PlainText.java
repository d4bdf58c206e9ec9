package dev.usher.agent.cli;

/**
 * Makes any text safe for a terminal: one line, nothing that moves the cursor, changes colours or titles, or turns the
 * direction of writing so that a line reads as another one. What customers write arrives here unchecked.
 */
final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(plain, c));
        return plain.toString();
    }

    private static void append(StringBuilder plain, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL -> {
                if (Character.isWhitespace(c) || c == 0x85) {
                    space(plain);
                }
            }
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> space(plain);
            case Character.FORMAT -> {
                if (isJoiner(c)) {
                    plain.appendCodePoint(c);
                }
            }
            case Character.SURROGATE -> plain.appendCodePoint(REPLACEMENT);
            default -> plain.appendCodePoint(c);
        }
    }

    /** Persian and Indic scripts, and emoji of several parts, need them; they move nothing. */
    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    private static void space(StringBuilder plain) {
        if (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    private PlainText() {}
}
