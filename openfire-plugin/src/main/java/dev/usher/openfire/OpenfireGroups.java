package dev.usher.openfire;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jivesoftware.openfire.group.GroupManager;
import org.jivesoftware.openfire.group.GroupNotFoundException;
import org.xmpp.packet.JID;

/** The members and admins of Openfire's groups, as bare JIDs; nobody where there is no such group. */
final class OpenfireGroups implements Function<String, Set<String>> {
    private final GroupManager groups;

    /** To be made before anybody listens to the groups: the server's own listener, which keeps its cache, comes first. */
    OpenfireGroups() {
        groups = GroupManager.getInstance();
    }

    @Override
    public Set<String> apply(String name) {
        try {
            // Past the cache: another node of the cluster may have changed the group.
            return groups.getGroup(name, true).getAll().stream()
                    .map(JID::toBareJID)
                    .collect(Collectors.toSet());
        } catch (GroupNotFoundException e) {
            return Set.of();
        }
    }
}
