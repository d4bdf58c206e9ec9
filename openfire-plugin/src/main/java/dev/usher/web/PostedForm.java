package dev.usher.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/**
 * A form as browsers send it (application/x-www-form-urlencoded), read here and not by the server, whose limits are the
 * admin's. Of a field that is there twice the first counts.
 */
final class PostedForm {
    /** Enough for the longest message, whatever it is written in: each byte may take three. */
    static final int MOST_BYTES = 65_536;

    private static final String TYPE = "application/x-www-form-urlencoded";
    /** What no XML may contain (XML 1.0 §2.2), and what would make two lines of one. */
    private static final String NOT_TEXT = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Cs}\\uFFFE\\uFFFF]";

    private final Map<String, String> fields = new HashMap<>();

    private PostedForm(String body) {
        for (var pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    /** What was sent that is no form of ours, as an HTTP status. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status) {
            super(null, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static PostedForm of(HttpServletRequest request) throws IOException, Unreadable {
        var type = request.getContentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
            throw new Unreadable(415);
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Unreadable(413);
        }
        try {
            return new PostedForm(new String(body, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(400); // a percent sign without its digits
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What was written in a field of one line; empty if it is nothing, or longer than allowed. */
    Optional<String> line(String name, int longest) {
        return text(name, longest).map(text -> text.replaceAll("\\s+", " "));
    }

    /** What was written in a field; empty if it is nothing, or longer than allowed. */
    Optional<String> text(String name, int longest) {
        return Optional.ofNullable(fields.get(name))
                .map(text -> text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll(NOT_TEXT, "")
                        .strip())
                .filter(text -> !text.isEmpty() && text.length() <= longest);
    }

    /** Whether anything at all was written there. */
    boolean has(String name) {
        return !fields.getOrDefault(name, "").isBlank();
    }
}
