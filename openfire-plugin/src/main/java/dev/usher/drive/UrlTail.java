package dev.usher.drive;

import java.nio.charset.StandardCharsets;

/**
 * What follows the host of a URL, in the characters that a URL may have (RFC 3986 §2). Addresses are copied out of
 * browsers, which show and accept more than that: letters of all scripts, a bar, a brace, a percent sign that encodes
 * nothing. Spaces and control characters stay as they are, and are refused with the rest of the URL: they come from
 * copying too much.
 */
final class UrlTail {
    private static final String NOT_IN_URLS = "\"<>\\^`{|}";

    private UrlTail() {}

    /** The same URL with its path, query and fragment encoded where they have to be. What is encoded already stays. */
    static String encodeIn(String url) {
        int authority = url.indexOf("://");
        if (authority < 0) {
            return url;
        }
        int tail = authority + "://".length();
        while (tail < url.length() && "/?#\\".indexOf(url.charAt(tail)) < 0) {
            tail++;
        }
        if (tail < url.length() && url.charAt(tail) == '\\') {
            return url; // browsers end the host here; whatever is meant, it is not written like this
        }
        return url.substring(0, tail) + encode(url.substring(tail));
    }

    private static String encode(String tail) {
        var out = new StringBuilder(tail.length());
        boolean inPath = true;
        for (int i = 0; i < tail.length(); i = tail.offsetByCodePoints(i, 1)) {
            int c = tail.codePointAt(i);
            inPath = inPath && c != '?' && c != '#';
            if (mustBeEncoded(c, inPath) || c == '%' && !encodesSomething(tail, i)) {
                appendEncoded(c, out);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean mustBeEncoded(int c, boolean inPath) {
        return c > '~' && !Character.isISOControl(c) && !Character.isSpaceChar(c)
                || NOT_IN_URLS.indexOf(c) >= 0
                || inPath && (c == '[' || c == ']');
    }

    private static boolean encodesSomething(String tail, int percent) {
        return percent + 2 < tail.length()
                && Character.digit(tail.charAt(percent + 1), 16) >= 0
                && Character.digit(tail.charAt(percent + 2), 16) >= 0;
    }

    private static void appendEncoded(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", b));
        }
    }
}
