package dev.usher.openfire;

import dev.usher.routing.Affinity;
import dev.usher.routing.Limits;
import dev.usher.routing.Overflow;
import dev.usher.routing.Settings;
import dev.usher.routing.SkillSettings;
import dev.usher.routing.Timing;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what an admin decided for one workgroup (docs/guides/admin.md). It never fails: what cannot be used is reported
 * beside the settings, and the rest holds. Thread-safe as far as its sources are.
 */
final class SettingsReader {
    private static final String SKILL_FIELD = "skillField.";

    private final PropertySource source;
    private final Function<String, Set<String>> members;
    private final String domain;
    private final ZoneId home;

    /**
     * @param members the users (bare JIDs) in a group; nobody if there is no such group
     * @param domain the XMPP domain of the server
     * @param home the time zone of workgroups that name none
     */
    SettingsReader(PropertySource source, Function<String, Set<String>> members, String domain, ZoneId home) {
        this.source = source;
        this.members = members;
        this.domain = domain;
        this.home = home;
    }

    /** @param workgroup the localpart of its address */
    SettingsReading read(String workgroup) {
        var scope = scope(workgroup);
        var agents = new AgentReader(domain, members);
        var queues = new QueueReader(scope, agents);
        var title =
                scope.text("title").orElse(workgroup.substring(0, 1).toUpperCase(Locale.ROOT) + workgroup.substring(1));
        var settings = new Settings(
                queues.queues(),
                new ProfileReader(scope, agents).profiles(),
                new RuleReader(scope, queues.names()).rules(),
                skills(scope),
                affinity(scope),
                new HoursReader(scope, home).hours(),
                scope.read(
                        "whenClosed",
                        text -> OverflowText.parse(text, queues.names()),
                        new Overflow.Closed(),
                        "closed is used"),
                timing(scope),
                limits(scope),
                agents.agents(scope, "monitors"));
        var identity = new IdentityReader(scope).rules();
        var mail = scope.read("messages.mail", MessageMail::address, null, "no e-mail is sent");
        var macros = new MacrosText(scope, "macros").read(title);
        var page = new PageReader(scope).page(settings);
        scope.reportUnknown();
        return new SettingsReading(
                title, settings, page, macros, identity, Optional.ofNullable(mail), agents.groups(), scope.problems());
    }

    /** Without what belongs to a workgroup with a longer name: that of {@code sales.eu} is not that of {@code sales}. */
    private PropertyScope scope(String workgroup) {
        var prefix = WorkgroupNames.prefix(workgroup);
        var all = WorkgroupNames.read(source, domain);
        var names = source.namesFrom(prefix).stream()
                .filter(name -> all.owner(name).map(workgroup::equals).orElse(true))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
        return new PropertyScope(source, prefix, names);
    }

    private static SkillSettings skills(PropertyScope scope) {
        var fields = new LinkedHashMap<String, Integer>();
        for (var name : scope.namesFrom(SKILL_FIELD)) {
            if (scope.text(name).isPresent()) {
                fields.put(name.substring(SKILL_FIELD.length()), scope.number(name, 1, 1));
            }
        }
        return new SkillSettings(fields, scope.timeOrNever("skillRelax", SkillSettings.NONE.relaxEvery()));
    }

    private static Affinity affinity(PropertyScope scope) {
        return new Affinity(
                scope.text("requestAgentField").orElse(""),
                scope.timeOrNever("requestAgentWait", Affinity.NONE.requestWait()),
                scope.timeOrNever("stickyFor", Affinity.NONE.stickyFor()),
                scope.timeOrNever("stickyWait", Affinity.NONE.stickyWait()));
    }

    private static Timing timing(PropertyScope scope) {
        var usual = Timing.USUAL;
        return new Timing(
                scope.time("offerTimeout", usual.offer()),
                scope.time("declinePause", usual.declinePause()),
                usual.open(),
                usual.entry(),
                scope.timeOrNever("wrapUp", usual.wrapUp()),
                scope.time("returnTimeout", usual.comeBack()),
                scope.time("handoverTimeout", usual.handover()),
                usual.watch());
    }

    private static Limits limits(PropertyScope scope) {
        var usual = Limits.USUAL;
        return new Limits(
                scope.number("maxVisits", 1, usual.capacity()),
                scope.number("perCustomer", 1, usual.perCustomer()),
                scope.number("perAddress", 1, usual.perOrigin()),
                scope.number("lapses", 0, usual.lapses()),
                scope.number("messages.most", 1, usual.messages()),
                scope.number("messagesPerAddress", 1, usual.messagesPerOrigin()));
    }
}
