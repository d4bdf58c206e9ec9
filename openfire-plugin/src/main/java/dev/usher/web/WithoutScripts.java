package dev.usher.web;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;

/** What the chat page says and offers where scripts do not run: a form for a message, or how else to be heard. */
final class WithoutScripts {
    private final Directory.Listing workgroup;
    private final ChatPage page;
    private final Words words;

    WithoutScripts(Directory.Listing workgroup, ChatPage page, Words words) {
        this.workgroup = workgroup;
        this.page = page;
        this.words = words;
    }

    /** Markup: everything in it is escaped. */
    String markup() {
        return element(
                "main class=\"plain\"",
                element("h1", text(workgroup.title()))
                        + element("p", word("needsScripts"))
                        + (page.takesMessages() ? element("p", word("leaveMessage")) + form() : otherWays()));
    }

    private String otherWays() {
        var closed = page.texts(words.language()).closed();
        return element("p", word("switchOn"))
                + element("p class=\"closed-text\"", closed.isEmpty() ? word("otherWays") : text(closed));
    }

    /** What it takes: docs/protocol/web.md. */
    private String form() {
        return element(
                "form method=\"post\" action=\"" + text(Paths.of(workgroup.name())) + "/message\"",
                "<input type=\"hidden\" name=\"lang\" value=\"" + words.language() + "\" />"
                        + label("username", "yourName")
                        + "<input id=\"username\" name=\"username\" autocomplete=\"name\" maxlength=\"200\" required />"
                        + label("email", "yourEmail")
                        + "<input id=\"email\" name=\"email\" type=\"email\" autocomplete=\"email\" maxlength=\"320\""
                        + " required />"
                        + label("question", "yourMessage")
                        + "<textarea id=\"question\" name=\"question\" rows=\"6\" maxlength=\"4000\" required></textarea>"
                        + element("button type=\"submit\" class=\"primary\"", word("sendMessage")));
    }

    private String label(String field, String key) {
        return element("label for=\"" + field + "\"", word(key));
    }

    private String word(String key) {
        return text(words.of(key));
    }

    private static String text(String plain) {
        return Template.escaped(plain);
    }

    private static String element(String start, String content) {
        return "<" + start + ">" + content + "</" + start.split(" ", 2)[0] + ">";
    }
}
