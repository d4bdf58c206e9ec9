package dev.usher.openfire;

import dev.usher.desk.ChatPage;
import dev.usher.desk.FormDoubts;
import dev.usher.desk.MacroGroup;
import dev.usher.desk.ThemeDoubts;
import dev.usher.routing.Settings;
import dev.usher.routing.SettingsDoubts;
import dev.usher.wire.IdentityRules;
import dev.usher.wire.Reception.Opening;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the admin has set up, and what becomes of it when a property or a group changes. Whatever cannot be used, or is
 * surely not meant, is named in the log, once each time it is read. Thread-safe.
 */
final class Configuration {
    private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);

    private final PropertySource source;
    private final Function<String, Set<String>> groups;
    private final String domain;
    private final Clock clock;
    private final Map<String, Set<String>> groupsOf = new ConcurrentHashMap<>();
    private final Map<String, SettingsReading> lastRead = new ConcurrentHashMap<>();

    /**
     * @param groups the users (bare JIDs) in a group
     * @param domain the XMPP domain of the server
     */
    Configuration(PropertySource source, Function<String, Set<String>> groups, String domain, Clock clock) {
        this.source = source;
        this.groups = groups;
        this.domain = domain;
        this.clock = clock;
    }

    WorkgroupNames names() {
        return WorkgroupNames.read(source, domain);
    }

    List<Opening> openings() {
        var names = names();
        complain(names.problems());
        if (names.names().isEmpty()) {
            LOG.warn("no-workgroup Set the system property usher.workgroups (for example to: demo) and"
                    + " usher.workgroup.demo.agents (for example to: alice,bob), then reload the plugin.");
        }
        var openings = new ArrayList<Opening>();
        for (var name : names.names()) {
            var reading = read(name, groups);
            openings.add(new Opening(name, reading.title(), reading.settings()));
        }
        return openings;
    }

    /** Reads one workgroup again. */
    Settings settings(String workgroup) {
        return read(workgroup, groups).settings();
    }

    /** The macros of a workgroup as they were read last. */
    Optional<MacroGroup> macros(String workgroup) {
        return last(workgroup).flatMap(SettingsReading::macros);
    }

    /** Who is verified in a workgroup, as it was read last. */
    IdentityRules identity(String workgroup) {
        return last(workgroup).map(SettingsReading::identity).orElse(IdentityRules.NONE);
    }

    /** Where messages that are left with a workgroup are sent, as it was read last. */
    Optional<String> mail(String workgroup) {
        return last(workgroup).flatMap(SettingsReading::mail);
    }

    private Optional<SettingsReading> last(String workgroup) {
        return Optional.ofNullable(lastRead.get(workgroup));
    }

    /** The customers' page of a workgroup as it was read last. */
    ChatPage page(String workgroup) {
        return last(workgroup).map(SettingsReading::page).orElse(ChatPage.PLAIN);
    }

    /**
     * Reads again every workgroup whose agents come from that group.
     *
     * @param isGoing the group is still there, and will not be in a moment
     */
    void groupChanged(String group, boolean isGoing, BiConsumer<String, Settings> changed) {
        Function<String, Set<String>> now =
                isGoing ? name -> name.equals(group) ? Set.of() : groups.apply(name) : groups;
        groupsOf.forEach((workgroup, used) -> {
            if (used.contains(group)) {
                changed.accept(workgroup, read(workgroup, now).settings());
            }
        });
    }

    private SettingsReading read(String workgroup, Function<String, Set<String>> members) {
        var reading = new SettingsReader(source, members, domain, ZoneId.systemDefault()).read(workgroup);
        groupsOf.put(workgroup, reading.groups());
        lastRead.put(workgroup, reading);
        complain(reading.problems());
        var doubts = new ArrayList<>(SettingsDoubts.of(reading.settings(), workgroup, clock.instant()));
        doubts.addAll(FormDoubts.of(reading.page()));
        doubts.addAll(ThemeDoubts.of(reading.page().theme()));
        doubts.forEach(doubt -> LOG.warn("settings-doubtful workgroup={} {}", workgroup, doubt));
        return reading;
    }

    private static void complain(List<SettingsProblem> problems) {
        problems.forEach(problem -> LOG.error("property-unusable {}", problem.sentence()));
    }
}
