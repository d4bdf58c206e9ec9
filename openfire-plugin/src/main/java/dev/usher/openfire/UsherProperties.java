package dev.usher.openfire;

import dev.usher.routing.Settings;
import dev.usher.wire.Reception.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jivesoftware.util.JiveGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.JID;

/**
 * What an admin sets up, as Openfire's system properties. A value that cannot be used is named in the log and the
 * default is taken.
 */
final class UsherProperties {
    static final String PREFIX = "usher.workgroup.";
    private static final Logger LOG = LoggerFactory.getLogger(UsherProperties.class);
    private static final Duration DECLINE_PAUSE = Duration.ofSeconds(30);
    private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ENTRY_TIMEOUT = Duration.ofSeconds(60);

    private final String domain;

    /** @param domain the XMPP domain of the server */
    UsherProperties(String domain) {
        this.domain = domain;
    }

    /** The domain of the rooms. */
    String conference() {
        return JiveGlobals.getProperty("usher.conference", "conference") + "." + domain;
    }

    List<Opening> workgroups() {
        var openings = new ArrayList<Opening>();
        for (var name : list("usher.workgroups")) {
            try {
                var localpart = new JID(name, domain, null).getNode();
                openings.add(new Opening(localpart, title(localpart), settings(localpart)));
            } catch (IllegalArgumentException e) {
                LOG.error("property-unusable usher.workgroups: {} cannot be part of an address; it is left out.", name);
            }
        }
        if (openings.isEmpty()) {
            LOG.warn("no-workgroup Set the system property usher.workgroups (for example to: demo) and"
                    + " usher.workgroup.demo.agents (for example to: alice,bob), then reload the plugin.");
        }
        return openings;
    }

    Settings settings(String workgroup) {
        return new Settings(
                agents(workgroup),
                Duration.ofSeconds(number(PREFIX + workgroup + ".offerTimeout", 20)),
                DECLINE_PAUSE,
                OPEN_TIMEOUT,
                ENTRY_TIMEOUT,
                number(PREFIX + workgroup + ".maxVisits", 4));
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

    private static String withPort(String origin) {
        if (origin.matches(".*:[0-9]+")) {
            return origin;
        }
        return origin + (origin.startsWith("https:") ? ":443" : ":80");
    }

    private String title(String workgroup) {
        var name = workgroup.substring(0, 1).toUpperCase(Locale.ROOT) + workgroup.substring(1);
        return JiveGlobals.getProperty(PREFIX + workgroup + ".title", name);
    }

    private Set<String> agents(String workgroup) {
        var agents = new LinkedHashSet<String>();
        for (var name : list(PREFIX + workgroup + ".agents")) {
            try {
                var jid = name.contains("@") ? new JID(name) : new JID(name, domain, null);
                agents.add(jid.toBareJID());
            } catch (IllegalArgumentException e) {
                LOG.error("property-unusable {}{}.agents: {} is no user; it is left out.", PREFIX, workgroup, name);
            }
        }
        return agents;
    }

    private static List<String> list(String property) {
        var text = JiveGlobals.getProperty(property, "");
        return List.of(text.split(",")).stream()
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static int number(String property, int otherwise) {
        var text = JiveGlobals.getProperty(property);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.trim());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with the numbers that are too small
        }
        LOG.error("property-unusable {}: {} is not a whole number above zero; {} is used.", property, text, otherwise);
        return otherwise;
    }
}
