package dev.usher.web;

import java.util.List;
import javax.servlet.http.HttpServletResponse;

/**
 * What browsers must not do with our pages. There is no Cross-Origin-Opener-Policy among them on purpose: it would cost
 * the chat page its handle to the window that it opens.
 */
final class SecurityHeaders {
    private static final String CONNECT = "connect-src 'self'";
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            CONNECT,
            "frame-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            // Text never becomes code, but where the one policy of the web client lets it (net/trusted-types.ts).
            "require-trusted-types-for 'script'",
            "trusted-types usher");

    private static final String ALONE = "frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Of everything that is not mentioned below. */
    static void set(HttpServletResponse response) {
        policy(response, POLICY + "; form-action 'none'; " + ALONE);
    }

    /** Of the driver frame, which our own pages frame. */
    static void setForFrame(HttpServletResponse response) {
        policy(response, POLICY + "; form-action 'none'; frame-ancestors 'self'");
    }

    /** Of the chat page: without scripts it is a form. @param uploads origins that take the files of customers */
    static void setForChat(HttpServletResponse response, List<String> uploads) {
        var connect = uploads.isEmpty() ? CONNECT : CONNECT + " " + String.join(" ", uploads);
        policy(response, POLICY.replace(CONNECT, connect) + "; form-action 'self'; " + ALONE);
    }

    /** Of a page that has nothing but a link, and that anybody may frame. */
    static void setForFramed(HttpServletResponse response) {
        policy(
                response,
                "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors *");
    }

    /** Of a picture that an admin has put in, which may be a document with scripts (SVG). */
    static void setForPicture(HttpServletResponse response) {
        policy(response, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }

    private static void policy(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
