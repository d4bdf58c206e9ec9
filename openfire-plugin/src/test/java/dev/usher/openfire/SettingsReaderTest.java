package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.ChatPage;
import dev.usher.routing.Affinity;
import dev.usher.routing.AgentProfile;
import dev.usher.routing.Limits;
import dev.usher.routing.OpeningHours;
import dev.usher.routing.OpeningHours.Hours;
import dev.usher.routing.Overflow;
import dev.usher.routing.Policy;
import dev.usher.routing.RoutingRule;
import dev.usher.routing.ServiceQueue;
import dev.usher.routing.Settings;
import dev.usher.routing.SkillSettings;
import dev.usher.routing.Timing;
import dev.usher.wire.IdentityRules;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the properties of one workgroup are read as. */
class SettingsReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Map<String, Set<String>> GROUPS =
            Map.of("support", Set.of("carol@example.org", "alice@example.org"));

    /** @param lines without {@code usher.workgroup.sales.} */
    private static SettingsReading read(String... lines) {
        var whole = Stream.concat(
                Stream.of("usher.workgroups = sales"), Stream.of(lines).map(line -> "usher.workgroup.sales." + line));
        return reading("sales", whole.toArray(String[]::new));
    }

    private static SettingsReading reading(String workgroup, String... lines) {
        var reader = new SettingsReader(
                new PropertySheet(lines), group -> GROUPS.getOrDefault(group, Set.of()), "example.org", BERLIN);
        return reader.read(workgroup);
    }

    private static Settings sound(String... lines) {
        var reading = read(lines);
        assertEquals(List.of(), reading.problems());
        return reading.settings();
    }

    private static Set<String> agents(SettingsReading reading) {
        return reading.settings().queues().get(0).agents();
    }

    @Test
    void aWorkgroupOfWhichNothingIsSaidIsAsUsual() {
        var reading = read();

        var usual = Settings.of(Set.of()).withHours(alwaysIn(BERLIN), new Overflow.Closed());
        assertEquals(
                new SettingsReading(
                        "Sales",
                        usual,
                        ChatPage.PLAIN,
                        Optional.empty(),
                        IdentityRules.NONE,
                        Optional.empty(),
                        Set.of(),
                        List.of()),
                reading);
    }

    @Test
    void messagesAndWhoIsVerifiedAreSet() {
        var secret = "0123456789abcdef0123456789abcdef";
        var reading = read(
                "messages.mail = sales@example.org",
                "messages.most = 7",
                "messagesPerAddress = 2",
                "identitySecret = " + secret,
                "identityRequired = True");

        assertEquals(List.of(), reading.problems());
        assertEquals(Optional.of("sales@example.org"), reading.mail());
        assertEquals(7, reading.settings().limits().messages());
        assertEquals(2, reading.settings().limits().messagesPerOrigin());
        assertTrue(reading.identity().required());
        assertEquals(secret, new String(reading.identity().secret().orElseThrow(), StandardCharsets.UTF_8));
    }

    @Test
    void aSecretThatIsTooShortIsReportedAndNotRepeated() {
        var reading =
                read("identitySecret = 0123456789abcdef0123456789abcde", "identitySecrett = hush", "agents = alice");

        assertEquals(Optional.empty(), reading.identity().secret());
        var sentences =
                reading.problems().stream().map(SettingsProblem::sentence).toList();
        assertEquals(
                List.of(
                        "usher.workgroup.sales.identitySecret: \"…\" is shorter than 32 bytes; no customer is verified.",
                        "usher.workgroup.sales.identitySecrett: \"…\" belongs to no setting; is"
                                + " usher.workgroup.sales.identitySecret meant?; it is ignored."),
                sentences);
    }

    @Test
    void nobodyCanBeRequiredToBeVerifiedWithoutASecret() {
        assertEquals(1, read("identityRequired = true").problems().size());
        assertEquals(1, read("identityRequired = yes").problems().size());
    }

    @Test
    void blankIsAsGoodAsNothing() {
        assertEquals(read(), read("agents =", "queues = ,", "offerTimeout =  ", "skillField.x =", "rule.1 = "));
    }

    @Test
    void theNamesOfTheFirstReleaseStillHold() {
        var reading = read("agents = alice,bob", "title = Our shop", "offerTimeout = 25", "maxVisits = 2");

        assertEquals("Our shop", reading.title());
        assertEquals(Set.of("alice@example.org", "bob@example.org"), agents(reading));
        assertEquals(Duration.ofSeconds(25), reading.settings().timing().offer());
        assertEquals(2, reading.settings().limits().capacity());
    }

    @Test
    void agentsAreUsersHereAndElsewhereAndGroups() {
        var reading = read("agents = alice, Bob@Other.Example/phone , group: support");

        assertEquals(Set.of("alice@example.org", "bob@other.example", "carol@example.org"), agents(reading));
        assertEquals(Set.of("support"), reading.groups());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void whoIsNoUserIsLeftOutAndTheOthersStay() {
        var reading = read("agents = @example.org, al ice, group:nobody, bob");

        assertEquals(Set.of("bob@example.org"), agents(reading));
        assertEquals(Set.of("nobody"), reading.groups());
        var agents = "usher.workgroup.sales.agents";
        assertEquals(
                List.of(
                        new SettingsProblem(agents, "@example.org", "is no user", "it is left out"),
                        new SettingsProblem(agents, "al ice", "is no user", "it is left out"),
                        new SettingsProblem(
                                agents,
                                "group:nobody",
                                "is a group with nobody in it, or there is no such group",
                                "it adds nobody")),
                reading.problems());
    }

    @Test
    void queuesHaveTheirOwnAgentsOrThoseOfTheWorkgroup() {
        var settings = sound(
                "agents = alice",
                "policy = round-robin",
                "queues = Sales, Second Level",
                "queue.Second_Level.agents = group:support",
                "queue.second level.priority = -3",
                "queue.Second_Level.policy = All",
                "queue.Second Level.cap = 12",
                "queue.Second_Level.requestTimeout = 5m",
                "queue.Second_Level.overflow = queue:sales");

        assertEquals(
                List.of(
                        new ServiceQueue(
                                "Sales",
                                Set.of("alice@example.org"),
                                0,
                                Policy.ROUND_ROBIN,
                                0,
                                Duration.ZERO,
                                new Overflow.Closed()),
                        new ServiceQueue(
                                "Second Level",
                                Set.of("carol@example.org", "alice@example.org"),
                                -3,
                                Policy.ALL,
                                12,
                                Duration.ofMinutes(5),
                                new Overflow.ToQueue("Sales"))),
                settings.queues());
    }

    @Test
    void theOneQueueOfAWorkgroupCanBeSetUpToo() {
        var settings = sound("queue.Default_Queue.cap = 3");

        assertEquals(3, settings.queue("Default Queue").orElseThrow().cap());
    }

    @Test
    void aQueueIsReadOnce() {
        var reading = read("queues = Sales, sales, a_b, a b, Support");

        assertEquals(
                List.of("Sales", "a_b", "Support"),
                reading.settings().queues().stream().map(ServiceQueue::name).toList());
        assertEquals(
                List.of("sales", "a b"),
                reading.problems().stream().map(SettingsProblem::value).toList());
    }

    @Test
    void aQueueWithDotsInItsNameIsFound() {
        var settings = sound("queues = v1.2", "queue.v1.2.cap = 7");

        assertEquals(7, settings.queue("v1.2").orElseThrow().cap());
    }

    @Test
    void agentsHaveSkillsAndACapacity() {
        var settings = sound(
                "agent.alice.skills = German:3, billing",
                "agent.alice@example.org.maxVisits = 2",
                "agent.john.doe@other.example.maxVisits = 9");

        assertEquals(
                Map.of(
                        "alice@example.org", new AgentProfile(2, Map.of("german", 3, "billing", 1)),
                        "john.doe@other.example", new AgentProfile(9, Map.of())),
                settings.profiles());
    }

    @Test
    void rulesAreInTheOrderOfTheirNumbers() {
        var settings = sound(
                "queues = Sales, Support",
                "rule.10 = everybody -> queue Sales",
                "rule.9 = product is phone -> queue support, skill german 2, priority 5");

        assertEquals(
                List.of(
                        new RoutingRule(
                                List.of(new RoutingRule.Condition("product", RoutingRule.Test.IS, "phone")),
                                Optional.of("Support"),
                                Map.of("german", 2),
                                5),
                        new RoutingRule(List.of(), Optional.of("Sales"), Map.of(), 0)),
                settings.rules());
    }

    @Test
    void aRuleThatCannotBeReadIsLeftOut() {
        var reading = read("rule.1 = product equals phone -> priority 1", "rule.2 = everybody -> priority 2");

        assertEquals(
                List.of(2),
                reading.settings().rules().stream().map(RoutingRule::priority).toList());
        assertEquals(
                List.of(
                        "usher.workgroup.sales.rule.1: \"product equals phone -> priority 1\" cannot be read at letter 9:"
                                + " \"is\", \"contains\" or \"given\" is expected, not equals; the rule is left out."),
                sentences(reading));
    }

    @Test
    void skillsCanBeAskedForInTheFormAndFallInTime() {
        var settings = sound("skillField.language = 2", "skillField.topic.sub = 1", "skillRelax = 90");

        assertEquals(
                new SkillSettings(Map.of("language", 2, "topic.sub", 1), Duration.ofSeconds(90)), settings.skills());
    }

    @Test
    void agentsAreKeptForCustomers() {
        var settings = sound("requestAgentField = agent", "requestAgentWait = 2m", "stickyFor = 7d", "stickyWait = 0");

        assertEquals(
                new Affinity("agent", Duration.ofMinutes(2), Duration.ofDays(7), Duration.ZERO), settings.affinity());
    }

    @Test
    void hoursAreThoseOfThePlace() {
        var settings = sound(
                "hours = Mon-Tue 09:00-12:00, 13:00-17:00; Sat 10:00-24:00",
                "timezone = America/New_York",
                "holidays = 2026-12-25; 2026-12-24 09:00-12:00",
                "whenClosed = message");

        var day = List.of(hours(9, 12), hours(13, 17));
        assertEquals(
                new OpeningHours(
                        ZoneId.of("America/New_York"),
                        Map.of(
                                DayOfWeek.MONDAY, day,
                                DayOfWeek.TUESDAY, day,
                                DayOfWeek.SATURDAY, List.of(new Hours(LocalTime.of(10, 0), LocalTime.MIDNIGHT))),
                        Map.of(
                                LocalDate.of(2026, 12, 25), List.of(),
                                LocalDate.of(2026, 12, 24), List.of(hours(9, 12)))),
                settings.hours());
        assertEquals(new Overflow.LeaveMessage(), settings.whenClosed());
    }

    @Test
    void aPartOfTheHoursThatCannotBeReadIsLeftOut() {
        var reading = read("hours = Mon 09:00-17:00; Tues 09:00-17:00", "timezone = Mars", "holidays = 24.12.2026");

        assertEquals(
                new OpeningHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of(hours(9, 17))), Map.of()),
                reading.settings().hours());
        assertEquals(
                List.of("Mars", "Tues 09:00-17:00", "24.12.2026"),
                reading.problems().stream().map(SettingsProblem::value).toList());
    }

    @Test
    void hoursOfWhichNothingCanBeReadAreAlways() {
        var reading = read("hours = day and night");

        assertEquals(alwaysIn(BERLIN), reading.settings().hours());
        assertEquals(
                List.of("this part is left out", "it is always open"),
                reading.problems().stream().map(SettingsProblem::instead).toList());
    }

    @Test
    void timesAndLimits() {
        var settings = sound(
                "wrapUp = 30",
                "declinePause = 10",
                "returnTimeout = 2m",
                "handoverTimeout = 45s",
                "lapses = 0",
                "perCustomer = 1",
                "perAddress = 10");

        assertEquals(
                new Timing(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10),
                        Timing.USUAL.open(),
                        Timing.USUAL.entry(),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(45),
                        Timing.USUAL.watch()),
                settings.timing());
        assertEquals(new Limits(4, 1, 10, 0), settings.limits());
    }

    @Test
    void whatCannotBeUsedIsNamedWithWhatIsUsedInstead() {
        var reading = read(
                "offerTimeout = soon",
                "returnTimeout = 0",
                "wrapUp = 900d",
                "maxVisits = 0",
                "policy = any",
                "whenClosed = queue:",
                "skillField.language = x",
                "agent.alice.skills = german 3, billing");

        var usual = Settings.of(Set.of())
                .withHours(alwaysIn(BERLIN), new Overflow.Closed())
                .withSkills(new SkillSettings(Map.of("language", 1), Duration.ZERO))
                .withProfiles(Map.of("alice@example.org", new AgentProfile(0, Map.of("billing", 1))));
        assertEquals(usual, reading.settings());
        var prefix = "usher.workgroup.sales.";
        assertEquals(
                List.of(
                        prefix + "policy: \"any\" is none of longest-idle, least-loaded, round-robin, all;"
                                + " longest-idle is used.",
                        prefix + "agent.alice.skills: \"german 3\" has no colon before the level; write german:3;"
                                + " it is left out.",
                        prefix + "skillField.language: \"x\" is not a whole number; 1 is used.",
                        prefix + "whenClosed: \"queue:\" is none of closed, message, queue:NAME and workgroup:NAME;"
                                + " closed is used.",
                        prefix + "offerTimeout: \"soon\" is not a time like 30 (seconds), 30s, 5m, 2h or 1d;"
                                + " 20s is used.",
                        prefix + "wrapUp: \"900d\" is more than 366 days; 0 is used.",
                        prefix + "returnTimeout: \"0\" must be longer than zero; 1m is used.",
                        prefix + "maxVisits: \"0\" is less than 1; 4 is used."),
                sentences(reading));
    }

    @Test
    void aMisspeltNameIsReportedWithWhatWasMeant() {
        var reading = read("offertimout = 20", "queue.Default_Queue.cups = 1", "banana = 3", "rule.first = x");

        var prefix = "usher.workgroup.sales.";
        assertEquals(
                List.of(
                        prefix + "banana: \"3\" belongs to no setting; it is ignored.",
                        prefix + "offertimout: \"20\" belongs to no setting; is " + prefix
                                + "offerTimeout meant?; it is ignored.",
                        prefix + "queue.Default_Queue.cups: \"1\" belongs to no setting; is " + prefix
                                + "queue.Default_Queue.cap meant?; it is ignored.",
                        prefix + "rule.first: \"x\" belongs to no setting; it is ignored."),
                sentences(reading));
    }

    @Test
    void settingsThatReachNobodyAreReported() {
        var reading = read(
                "agents = alice",
                "queues = Sales",
                "queue.Sales.agents = bob",
                "queue.Support.cap = 3",
                "agent.@x.maxVisits = 3");

        assertEquals(
                List.of("agents", "queue.Support.cap", "agent.@x.maxVisits"),
                reading.problems().stream()
                        .map(problem -> problem.property().substring("usher.workgroup.sales.".length()))
                        .toList());
    }

    @Test
    void aWorkgroupDoesNotReadWhatBelongsToOneWithALongerName() {
        var lines = new String[] {
            "usher.workgroups = sales, sales.eu",
            "usher.workgroup.sales.eu.agents = bob",
            "usher.workgroup.sales.agents = al"
        };

        assertEquals(List.of(), reading("sales", lines).problems());
        assertEquals(Set.of("al@example.org"), agents(reading("sales", lines)));
        assertEquals(Set.of("bob@example.org"), agents(reading("sales.eu", lines)));
        assertEquals("Sales.eu", reading("sales.eu", lines).title());
    }

    private static List<String> sentences(SettingsReading reading) {
        return reading.problems().stream().map(SettingsProblem::sentence).toList();
    }

    private static Hours hours(int from, int to) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static OpeningHours alwaysIn(ZoneId zone) {
        return new OpeningHours(zone, OpeningHours.always().week(), Map.of());
    }
}
