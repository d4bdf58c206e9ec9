package dev.usher.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things are, as browsers see it: absolute paths. */
final class Paths {
    private Paths() {}

    /** The chat page. */
    static String of(String workgroup) {
        // URLEncoder is for forms, where a space is a plus.
        return "/usher/c/"
                + URLEncoder.encode(workgroup, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
