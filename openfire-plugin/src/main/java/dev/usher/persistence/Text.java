package dev.usher.persistence;

import dev.usher.desk.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text that every database takes. Most refuse or change a NUL and a surrogate without its other half; these are written
 * as U+001A (SUBSTITUTE, which no XML can contain) and four hex digits. All other text stays as it is.
 */
final class Text {
    private static final char MARK = '\u001A';
    private static final String CUT = "\u2026";
    private static final int CUT_BYTES = 3;
    private static final int ESCAPED = 5;
    private static final int KEY_BYTES = 255;

    private Text() {}

    static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + ESCAPED);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /** For a column with a limit, counted in bytes of UTF-8 as XMPP does; what is longer is cut and ends in "…". */
    static String fit(String text, int bytes) {
        var whole = escape(text);
        if (bytes(whole) <= bytes) {
            return whole;
        }
        var cut = new StringBuilder();
        int room = bytes - CUT_BYTES;
        for (var points = text.codePoints().iterator(); points.hasNext(); ) {
            int point = points.nextInt();
            room -= needsEscape(point) ? ESCAPED : bytes(Character.toString(point));
            if (room < 0) {
                break;
            }
            append(cut, point);
        }
        return cut.append(CUT).toString();
    }

    /** For a column that rows are found by: nothing of it may be lost. */
    static String key(String name) {
        var key = escape(name);
        if (bytes(key) > KEY_BYTES) {
            throw new StoreException("A name of " + bytes(key) + " bytes is too long to be stored: " + key, null);
        }
        return key;
    }

    /** Whether it can be a key: what cannot is in no table. */
    static boolean isKey(String name) {
        return bytes(escape(name)) <= KEY_BYTES;
    }

    /** SHA-256 in hex, for what is too long for an index. */
    static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(escape(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String unescape(String escaped) {
        if (escaped.indexOf(MARK) < 0) {
            return escaped;
        }
        var text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            int code = escaped.charAt(i) == MARK ? codeAt(escaped, i + 1) : -1;
            if (code < 0) {
                text.append(escaped.charAt(i));
                continue;
            }
            text.append((char) code);
            i += ESCAPED - 1;
        }
        return text.toString();
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Text::needsEscape);
    }

    private static boolean needsEscape(int point) {
        return point == 0 || point == MARK || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static void append(StringBuilder out, int point) {
        if (needsEscape(point)) {
            out.append(MARK).append(String.format("%04X", point));
        } else {
            out.appendCodePoint(point);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The four hex digits from there on; -1 if they are none, as when somebody else wrote the mark. */
    private static int codeAt(String text, int from) {
        int code = 0;
        for (int i = from; i < from + ESCAPED - 1; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
