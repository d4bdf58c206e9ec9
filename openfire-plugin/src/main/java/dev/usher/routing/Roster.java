package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agents who are online: their connections, and since when each is idle. Owned by the workgroup. */
final class Roster {
    /** One agent who is online. Offers go to the connection that said last that it is available. */
    static final class Member {
        private final Map<String, Address> available = new LinkedHashMap<>();
        private final Map<String, Address> away = new LinkedHashMap<>();
        private Instant idleSince;

        private Member(Instant idleSince) {
            this.idleSince = idleSince;
        }

        Instant idleSince() {
            return idleSince;
        }

        /** Where to send an offer; null while the agent is away everywhere. */
        Address contact() {
            Address last = null;
            for (var address : available.values()) {
                last = address;
            }
            return last;
        }

        private boolean isGone() {
            return available.isEmpty() && away.isEmpty();
        }
    }

    private final Map<String, Member> members = new LinkedHashMap<>();

    void attend(Address agent, boolean isAvailable, Instant now) {
        var member = members.computeIfAbsent(agent.user(), user -> new Member(now));
        member.available.remove(agent.connection());
        member.away.remove(agent.connection());
        (isAvailable ? member.available : member.away).put(agent.connection(), agent);
    }

    /** Forgets a connection. Returns whether it was known. */
    boolean withdraw(Address agent) {
        var member = members.get(agent.user());
        if (member == null) {
            return false;
        }
        boolean known =
                member.available.remove(agent.connection()) != null | member.away.remove(agent.connection()) != null;
        if (member.isGone()) {
            members.remove(agent.user());
        }
        return known;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The agent's idle time starts now: a visit of theirs is over. */
    void becameIdle(String user, Instant now) {
        var member = members.get(user);
        if (member != null) {
            member.idleSince = now;
        }
    }

    Map<String, Member> members() {
        return members;
    }

    /** Every connection of every agent: they all watch the queue. */
    List<Address> watchers() {
        return members.values().stream()
                .flatMap(member -> connections(member).stream())
                .toList();
    }

    /** The connections of agents who are not among these users. */
    List<Address> strangersTo(Collection<String> users) {
        return watchers().stream()
                .filter(address -> !users.contains(address.user()))
                .toList();
    }

    private static List<Address> connections(Member member) {
        var all = new ArrayList<>(member.away.values());
        all.addAll(member.available.values());
        return all;
    }
}
