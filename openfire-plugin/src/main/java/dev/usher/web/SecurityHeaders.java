package dev.usher.web;

import javax.servlet.http.HttpServletResponse;

/**
 * What browsers must not do with our pages. There is no Cross-Origin-Opener-Policy among them on purpose: it would cost
 * the chat page its handle to the window that it opens.
 */
final class SecurityHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'");

    private SecurityHeaders() {}

    /** @param framed whether our own pages may frame this one */
    static void set(HttpServletResponse response, boolean framed) {
        response.setHeader("Content-Security-Policy", POLICY + "; frame-ancestors " + (framed ? "'self'" : "'none'"));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
