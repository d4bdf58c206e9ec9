package dev.usher.openfire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jivesoftware.util.JiveGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an admin sets up for all of Usher, as Openfire's system properties; {@link Configuration} has what belongs to one
 * workgroup. A value that cannot be used is named in the log and the default is taken.
 */
final class UsherProperties {
    private static final Logger LOG = LoggerFactory.getLogger(UsherProperties.class);

    private final String domain;

    /** @param domain the XMPP domain of the server */
    UsherProperties(String domain) {
        this.domain = domain;
    }

    /** The domain of the rooms. */
    String conference() {
        return JiveGlobals.getProperty("usher.conference", "conference") + "." + domain;
    }

    /** How long visits that are over are remembered, in days; 0 is for ever. */
    int journalDays() {
        return JiveGlobals.getIntProperty("usher.journal.days", 90);
    }

    /** The setting, not the state: on 5.x plugins are loaded before the port is opened. */
    boolean isHttpBindingOn() {
        return JiveGlobals.getBooleanProperty("httpbind.enabled", true);
    }

    /** Where the chat itself is served, for the drive policy: {@code scheme://host:port}. */
    Set<String> ownOrigins(String hostname) {
        // A port of 0 or less is switched off; as an origin it then never matches.
        int plain = JiveGlobals.getIntProperty("httpbind.port.plain", 7070);
        int secure = JiveGlobals.getIntProperty("httpbind.port.secure", 7443);
        var origins = new LinkedHashSet<String>();
        for (var host : List.of(domain, hostname, "localhost", "127.0.0.1", "[::1]")) {
            origins.add("http://" + host.toLowerCase(Locale.ROOT) + ":" + plain);
            origins.add("https://" + host.toLowerCase(Locale.ROOT) + ":" + secure);
        }
        for (var origin : list("usher.web.origins")) {
            var lower = origin.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
            if (lower.matches("https?://[^/?#]+")) {
                origins.add(withPort(lower));
            } else {
                LOG.error("property-unusable usher.web.origins: {} is not like https://chat.example.org", origin);
            }
        }
        return origins;
    }

    /** Where else than at our own origin the files of customers may be sent (XEP-0363), as {@code https://files.example.org}. */
    List<String> uploadOrigins() {
        return list("usher.web.uploads").stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT).replaceFirst("/$", ""))
                // It becomes part of a header: nothing but a scheme, a host and a port.
                .filter(origin -> origin.matches("https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?"))
                .toList();
    }

    private static String withPort(String origin) {
        if (origin.matches(".*:[0-9]+")) {
            return origin;
        }
        return origin + (origin.startsWith("https:") ? ":443" : ":80");
    }

    private static List<String> list(String property) {
        var text = JiveGlobals.getProperty(property, "");
        return List.of(text.split(",")).stream()
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
