package dev.usher.web;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** The pages that customers see, in their language. Thread-safe. */
final class CustomerPages {
    private final Pages pages;

    CustomerPages(Pages pages) {
        this.pages = pages;
    }

    /** The chat. Its script takes the place of what it says without one. */
    String chat(Directory.Listing workgroup, ChatPage page, Words words) {
        var parts = parts(words);
        parts.put("title", workgroup.title());
        parts.put("withoutScripts", new WithoutScripts(workgroup, page, words).markup());
        return themed(filled("chat", parts), workgroup, page);
    }

    /** What stands in the place of the chat in somebody else's frame. */
    String framed(Directory.Listing workgroup, ChatPage page, Words words) {
        var parts = parts(words);
        parts.put("title", workgroup.title());
        var chat = Paths.of(workgroup.name()) + "?lang=" + words.language();
        parts.put(
                "chatLink",
                "<a class=\"button\" href=\"" + Template.escaped(chat) + "\" target=\"_blank\" rel=\"noopener\">"
                        + Template.escaped(words.of("openChat")) + "</a>");
        return themed(filled("framed", parts), workgroup, page);
    }

    /** What became of a form that was sent without a script. */
    String handedIn(String workgroup, FormAnswer outcome, Words words) {
        var parts = parts(words);
        parts.put("title", words.of(outcome.error().isEmpty() ? "messageTaken" : "messageNotTaken"));
        parts.put("text", words.of(sentence(outcome)));
        var chat = Paths.of(workgroup) + "?lang=" + words.language();
        parts.put(
                "chatLink",
                outcome.status() == HttpServletResponse.SC_NOT_FOUND
                        ? ""
                        : "<a class=\"button\" href=\"" + Template.escaped(chat) + "\">"
                                + Template.escaped(words.of("toTheChat")) + "</a>");
        return filled("handed-in", parts);
    }

    private static String sentence(FormAnswer outcome) {
        return switch (outcome.error()) {
            case "" -> "messageWillBeRead";
            case "too-many" -> "tooManyMessages";
            case "later" -> "messageLater";
            case "not-taken" -> "noMessagesHere";
            default -> "messageIncomplete";
        };
    }

    String missing(Words words) {
        return filled("missing", parts(words));
    }

    /** The guided window, until a page is opened in it. */
    String hop(Words words) {
        return filled("hop", parts(words));
    }

    /** The admin's colours come after the page's own, which they take the place of. */
    private static String themed(String html, Directory.Listing workgroup, ChatPage page) {
        if (page.theme().isPlain()) {
            return html;
        }
        var theme = "<link rel=\"stylesheet\" href=\"" + Paths.of(workgroup.name()) + "/theme.css\" />";
        return html.replace("</head>", theme + "</head>");
    }

    private Map<String, String> parts(Words words) {
        var parts = new LinkedHashMap<String, String>();
        words.keys().forEach(key -> parts.put(key, words.of(key)));
        parts.put("lang", words.language());
        parts.put("dir", words.direction());
        return parts;
    }

    private String filled(String name, Map<String, String> parts) {
        return pages.template(name + ".html").filled(parts);
    }
}
