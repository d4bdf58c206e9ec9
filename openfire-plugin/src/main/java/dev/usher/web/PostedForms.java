package dev.usher.web;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Where forms are sent: answered in JSON to programs, and with a page to people without scripts. Thread-safe. */
final class PostedForms {
    private static final Pattern PLACE = Pattern.compile("/c/([^/]+)/(message|rating)");
    private static final String LANGUAGE = "Accept-Language";

    private final HandIn handIn;
    private final CustomerPages pages;

    PostedForms(HandIn handIn, CustomerPages pages) {
        this.handIn = handIn;
        this.pages = pages;
    }

    /** Whether forms are sent there. @param path may be null */
    static boolean isPlace(String path) {
        return path != null && PLACE.matcher(path).matches();
    }

    /** @param request to such a place */
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var place = PLACE.matcher(request.getPathInfo());
        place.matches();
        var workgroup = place.group(1);
        var language = "";
        FormAnswer outcome;
        try {
            var form = PostedForm.of(request);
            language = form.line("lang", 35).orElse("");
            outcome = place.group(2).equals("message")
                    ? handIn.message(workgroup, form, request)
                    : handIn.rating(workgroup, form);
        } catch (PostedForm.Unreadable e) {
            outcome = new FormAnswer(e.status(), "invalid", "");
        }
        SecurityHeaders.set(response);
        response.setHeader("Cache-Control", "no-store");
        var reply = new Reply(request, response);
        var accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains("application/json")) {
            response.setStatus(outcome.status());
            reply.json(outcome.json());
        } else {
            var words = Words.wanted(language.isEmpty() ? null : language, request.getHeader(LANGUAGE));
            reply.page(outcome.status(), pages.handedIn(workgroup, outcome, words), LANGUAGE);
        }
    }
}
