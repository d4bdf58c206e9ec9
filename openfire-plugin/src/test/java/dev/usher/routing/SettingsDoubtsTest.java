package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an admin is asked about, since it can hardly be meant. */
class SettingsDoubtsTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final Settings PLAIN = Settings.of(Set.of("nurse", "friar"));
    private static final ServiceQueue FIRST = ServiceQueue.of(Set.of("nurse", "friar"));

    private static List<String> doubts(Settings settings) {
        return SettingsDoubts.of(settings, "demo", TEN);
    }

    @Test
    void plainSettingsAreNotDoubted() {
        assertEquals(List.of(), doubts(PLAIN));
    }

    @Test
    void anAgentWhoServesNothing() {
        assertEquals(
                List.of("tybalt has settings and serves no queue. Add the agent to one."),
                doubts(PLAIN.withProfiles(Map.of("tybalt", AgentProfile.PLAIN))));
    }

    @Test
    void aQueueThatNobodyServes() {
        assertEquals(
                List.of("Nobody serves the queue Default Queue: nobody can wait in it. Give it agents."),
                doubts(Settings.of(Set.of())));
    }

    @Test
    void anOverflowThatLeadsNowhere() {
        assertEquals(
                List.of("The queue Default Queue overflows to the queue Vows, which is not there: nobody goes there."),
                doubts(PLAIN.withQueues(FIRST.withCap(1, new Overflow.ToQueue("Vows")))));
        assertEquals(
                List.of(
                        "The queue Default Queue overflows to its own workgroup: nobody is found there who was not asked"
                                + " before."),
                doubts(PLAIN.withQueues(FIRST.withCap(1, new Overflow.ToWorkgroup("demo")))));
        assertEquals(
                List.of(
                        "The workgroup, when it is closed, overflows to its own workgroup: nobody is found there who was"
                                + " not asked before."),
                doubts(PLAIN.withHours(OpeningHours.always(), new Overflow.ToWorkgroup("demo"))));
    }

    @Test
    void anOverflowToItself() {
        assertEquals(
                List.of("The queue Default Queue overflows to itself: nobody goes anywhere. Choose another place."),
                doubts(PLAIN.withQueues(FIRST.withCap(1, new Overflow.ToQueue(FIRST.name())))));
    }

    @Test
    void aClosedWorkgroupHasNoOpenQueue() {
        assertEquals(
                List.of(
                        "The workgroup, when it is closed, overflows to its queue Default Queue, which is closed then as"
                                + " well: customers are sent away. Let them leave a message, or choose another workgroup."),
                doubts(PLAIN.withHours(OpeningHours.always(), new Overflow.ToQueue(FIRST.name()))));
    }

    @Test
    void aCircleOfOverflows() {
        assertEquals(
                List.of(
                        "The queue Default Queue overflows in a circle: whoever finds all of them full is sent away.",
                        "The queue Vows overflows in a circle: whoever finds all of them full is sent away."),
                doubts(PLAIN.withQueues(
                        FIRST.withCap(1, new Overflow.ToQueue("Vows")),
                        FIRST.named("Vows").withCap(1, new Overflow.ToQueue(FIRST.name())))));
    }

    @Test
    void patienceShorterThanAnOffer() {
        assertEquals(
                List.of("The queue Default Queue gives up before a first offer can be answered (10 s, an offer has 20"
                        + " s)."),
                doubts(PLAIN.withQueues(FIRST.withRequestTimeout(Duration.ofSeconds(10), new Overflow.Closed()))));
    }

    @Test
    void hoursThatNeverOpen() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());

        assertEquals(
                List.of("The opening hours do not open within a year: every customer is sent away."),
                doubts(PLAIN.withHours(never, new Overflow.Closed())));
    }

    @Test
    void limitsThatContradict() {
        assertEquals(
                List.of("One network address may have 2 visits and one customer 3: the smaller number holds."),
                doubts(PLAIN.withLimits(new Limits(1, 3, 2, 0))));
    }

    @Test
    void askingForAnAgentInVain() {
        assertEquals(
                List.of(
                        "Customers may ask for an agent by name, and nobody waits for that agent. Set a time to wait.",
                        "Customers are led to the same agent again, and nobody waits for that agent. Set a time to"
                                + " wait."),
                doubts(PLAIN.withAffinity(new Affinity("agent", Duration.ZERO, Duration.ofDays(1), Duration.ZERO))));
    }

    @Test
    void waitingLongerForOneAgentThanForAnyAtAll() {
        var settings = PLAIN.withAffinity(
                new Affinity("agent", Duration.ofSeconds(60), Duration.ofDays(1), Duration.ofSeconds(59)));

        assertEquals(
                List.of(
                        "Customers may ask for an agent by name and wait 60 s for that agent, and the queue Default Queue"
                                + " gives up after 60 s: no other agent is ever asked. Let them wait less."),
                doubts(settings.withQueues(
                        FIRST.withRequestTimeout(Duration.ofSeconds(60), new Overflow.LeaveMessage()))));
        assertEquals(List.of(), doubts(settings));
    }

    @Test
    void twoQueuesThatOverflowIntoAThirdAreNoCircle() {
        var last = FIRST.named("Last");
        assertEquals(
                List.of(),
                doubts(PLAIN.withQueues(
                        FIRST.withCap(1, new Overflow.ToQueue("Second")),
                        FIRST.named("Second").withCap(1, new Overflow.ToQueue("Last")),
                        last)));
    }

    @Test
    void whoOverflowsIntoACircleIsNotInIt() {
        var vows = FIRST.named("Vows").withCap(1, new Overflow.ToQueue("Duels"));
        var duels = FIRST.named("Duels").withCap(1, new Overflow.ToQueue("Vows"));

        assertEquals(
                2,
                doubts(PLAIN.withQueues(FIRST.withCap(1, new Overflow.ToQueue("Vows")), vows, duels))
                        .size());
    }

    @Test
    void limitsThatAreTheSameDoNotContradict() {
        assertEquals(List.of(), doubts(PLAIN.withLimits(new Limits(1, 5, 5, 0))));
    }

    @Test
    void patienceForOneOfferIsEnough() {
        var patient = FIRST.withRequestTimeout(PLAIN.timing().offer(), new Overflow.Closed());

        assertEquals(List.of(), doubts(PLAIN.withQueues(patient)));
    }
}
