package dev.usher.openfire;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.xmpp.packet.JID;

/** Reads who serves: users and groups in one list, {@code alice, bob@other.example, group:support}. Used once. */
final class AgentReader {
    private static final String GROUP = "group:";

    private final String domain;
    private final Function<String, Set<String>> members;
    private final Set<String> groups = new TreeSet<>();

    /**
     * @param domain of users who are named without one
     * @param members the users (bare JIDs) in a group
     */
    AgentReader(String domain, Function<String, Set<String>> members) {
        this.domain = domain;
        this.members = members;
    }

    /** The agents (bare JIDs) of a list; who is no user, and a group with nobody in it, is reported and left out. */
    Set<String> agents(PropertyScope scope, String name) {
        var agents = new LinkedHashSet<String>();
        for (var item : scope.list(name, ",")) {
            if (item.toLowerCase(Locale.ROOT).startsWith(GROUP)) {
                agents.addAll(group(scope, name, item));
            } else {
                try {
                    agents.add(user(item));
                } catch (Unreadable e) {
                    scope.report(name, item, e.getMessage(), "it is left out");
                }
            }
        }
        return agents;
    }

    /** The bare JID of a user. */
    String user(String text) throws Unreadable {
        try {
            var jid = text.contains("@") ? new JID(text) : new JID(text, domain, null);
            if (jid.getNode() != null) {
                return jid.toBareJID();
            }
        } catch (IllegalArgumentException e) {
            // told below, with what is an address but of no user
        }
        throw new Unreadable("is no user");
    }

    /** All the groups that were named so far. */
    Set<String> groups() {
        return groups;
    }

    private Set<String> group(PropertyScope scope, String name, String item) {
        var group = item.substring(GROUP.length()).strip();
        groups.add(group);
        var users = members.apply(group);
        if (users.isEmpty()) {
            scope.report(name, item, "is a group with nobody in it, or there is no such group", "it adds nobody");
        }
        return users;
    }
}
