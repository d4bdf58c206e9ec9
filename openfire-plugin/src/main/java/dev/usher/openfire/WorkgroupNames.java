package dev.usher.openfire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xmpp.packet.JID;

/**
 * Which workgroups there are, and which property belongs to which. A name may have dots in it.
 *
 * @param names the localparts of their addresses, in the admin's order
 */
record WorkgroupNames(List<String> names, List<SettingsProblem> problems) {
    static final String LIST = "usher.workgroups";
    static final String PREFIX = "usher.workgroup.";

    WorkgroupNames {
        names = List.copyOf(names);
        problems = List.copyOf(problems);
    }

    /** @param domain the XMPP domain of the server */
    static WorkgroupNames read(PropertySource source, String domain) {
        var scope = new PropertyScope(source, "", Set.of());
        var names = new LinkedHashSet<String>();
        for (var name : scope.list(LIST, ",")) {
            try {
                names.add(new JID(name, domain, null).getNode());
            } catch (IllegalArgumentException e) {
                scope.report(LIST, name, "cannot be part of an address", "it is left out");
            }
        }
        var workgroups = new WorkgroupNames(List.copyOf(names), List.of());
        for (var property : new TreeSet<>(source.namesFrom(PREFIX))) {
            if (workgroups.owner(property).isEmpty()) {
                var value = source.find(property).orElse("");
                scope.report(property, value, "belongs to no workgroup of " + LIST, "it is ignored");
            }
        }
        return new WorkgroupNames(workgroups.names, scope.problems());
    }

    /** The workgroup that a property belongs to: of several whose names it begins with, the longest. */
    Optional<String> owner(String property) {
        return names.stream()
                .filter(name -> property.startsWith(prefix(name)))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    /** The workgroups for which something is different now that a property is gone, and with it what is below it. */
    List<String> touchedBy(String deleted) {
        var touched = new ArrayList<String>();
        owner(deleted).ifPresent(touched::add);
        // COMPAT Openfire 4.x deletes every property whose name begins with that of the deleted one.
        names.stream().filter(name -> prefix(name).startsWith(deleted)).forEach(touched::add);
        return touched;
    }

    static String prefix(String workgroup) {
        return PREFIX + workgroup + ".";
    }
}
