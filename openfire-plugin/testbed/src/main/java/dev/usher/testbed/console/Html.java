package dev.usher.testbed.console;

/** A page of tables, written from top to bottom. Every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private boolean inTable;
    private boolean empty;

    Html(String title) {
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(escape(title))
                .append("</title><link rel=\"stylesheet\" href=\"/console.css\"></head><body><main><h1>")
                .append(escape(title))
                .append("</h1>");
    }

    void note(String text) {
        out.append("<p>").append(escape(text)).append("</p>");
    }

    void table(String heading) {
        endTable();
        out.append("<h2>").append(escape(heading)).append("</h2><table>");
        inTable = true;
        empty = true;
    }

    void row(String name, String value) {
        out.append("<tr><th scope=\"row\">")
                .append(escape(name))
                .append("</th><td>")
                .append(escape(value))
                .append("</td></tr>");
        empty = false;
    }

    String end() {
        endTable();
        return out.append("</main></body></html>").toString();
    }

    private void endTable() {
        if (!inTable) {
            return;
        }
        if (empty) {
            out.append("<tr><td>None</td></tr>");
        }
        out.append("</table>");
        inTable = false;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
