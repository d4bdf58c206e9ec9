package dev.usher.web;

import dev.usher.desk.Directory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What the chat page must know, as JSON (docs/protocol/web.md). */
final class ClientConfig {
    private final String domain;
    private final String service;
    private final Clock clock;

    /**
     * @param domain the XMPP domain
     * @param service the domain of the workgroups
     */
    ClientConfig(String domain, String service, Clock clock) {
        this.domain = domain;
        this.service = service;
        this.clock = clock;
    }

    String json(Directory.Listing workgroup) {
        return "{" + pair("domain", domain)
                + "," + pair("workgroup", workgroup.name() + "@" + service)
                + "," + pair("title", workgroup.title())
                + "," + pair("websocket", "/ws/")
                + "," + pair("bosh", "/http-bind/")
                + ","
                + pair("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                + "}";
    }

    private static String pair(String name, String value) {
        return quote(name) + ":" + quote(value);
    }

    /** RFC 8259 §7. Everything that is not plain ASCII is escaped, so that no reader can take it for anything else. */
    private static String quote(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '&') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
