package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.FakeClock;
import dev.usher.MemoryPersonalMacros;
import dev.usher.MemoryVisitArchive;
import dev.usher.MemoryVisitStore;
import dev.usher.desk.Alarm;
import dev.usher.desk.ChatPage;
import dev.usher.drive.DrivePolicy;
import dev.usher.routing.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/**
 * What a busy workgroup sends in a second: 200 agents who see each other and the queue, 2,000 customers who wait, 60 of
 * them coming and going a second, and every agent another wish each second. Counts, in a second of the fake clock: the
 * figures of docs/benchmarks.md are what it prints.
 */
class FanOutTest {
    private static final int AGENTS = 200;
    private static final int WAITING = 2_000;
    private static final int COMING_AND_GOING = 30;
    private static final int SECONDS = 30;
    private static final String WORKGROUP = "demo@workgroup.example.org";
    private static final String J = "xmlns='http://jabber.org/protocol/workgroup'";

    /** What is sent, by what it is about. */
    private static final List<String> KINDS =
            List.of("notify-queue-details", "notify-queue ", "agent-status", "queue-status");

    private static final class Clockwork implements Alarm {
        private Instant at = Instant.MAX;
        private Runnable owner;

        @Override
        public void wake(Instant when, Runnable woken) {
            at = when;
            owner = woken;
        }
    }

    /** @param stanzas in the worst second @param users listed in these */
    private record Second(int stanzas, int users, int bytes) {
        Second max(Second other) {
            return new Second(
                    Math.max(stanzas, other.stanzas), Math.max(users, other.users), Math.max(bytes, other.bytes));
        }
    }

    private final List<Clockwork> alarms = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Reception reception;
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private int customers;
    private int gone;

    FanOutTest() {
        var agents = IntStream.range(0, AGENTS).mapToObj(FanOutTest::agent).collect(Collectors.toSet());
        var settings = Settings.of(agents.stream()
                .map(agent -> agent.substring(0, agent.indexOf('/')))
                .collect(Collectors.toSet()));
        var store = new MemoryVisitStore();
        reception = new Reception(
                List.of(new Reception.Opening("demo", "Demo", settings)),
                new Reception.Surroundings(
                        new JID("workgroup.example.org"),
                        Examples.CONFERENCE,
                        new DrivePolicy(Set.of()),
                        store,
                        new MemoryVisitArchive(store),
                        workgroup -> Optional.empty(),
                        workgroup -> ChatPage.PLAIN,
                        new MemoryPersonalMacros(),
                        Examples.TOKENS,
                        connection -> "",
                        workgroup -> IdentityRules.NONE,
                        user -> List.of(),
                        connection -> false,
                        Runnable::run,
                        Runnable::run,
                        new FakeClock(() -> now),
                        this::newAlarm,
                        this::note,
                        (workgroup, message) -> {}));
        reception.open(connection -> true);
    }

    private Alarm newAlarm() {
        var alarm = new Clockwork();
        alarms.add(alarm);
        return alarm;
    }

    private void note(Packet packet) {
        sent.add(packet.toXML());
    }

    private static String agent(int i) {
        return "agent" + i + "@example.org/desk";
    }

    private void says(String xml) {
        reception.receive(Examples.stanza(xml));
    }

    private void wishes(int agent, int wish) {
        says("<presence from='" + agent(agent) + "' to='" + WORKGROUP + "'><show>away</show><agent-status " + J
                + "><max-chats>" + wish + "</max-chats></agent-status></presence>");
    }

    private void joins() {
        says("<iq type='set' id='j' from='customer" + customers++ + "@example.org/web' to='" + WORKGROUP
                + "'><join-queue " + J + "/></iq>");
    }

    private void departs() {
        says("<iq type='set' id='d' from='customer" + gone++ + "@example.org/web' to='" + WORKGROUP + "'><depart-queue "
                + J + "/></iq>");
    }

    private void passes(int millis) {
        var until = now.plusMillis(millis);
        for (var next = nextAlarm(); !next.at.isAfter(until); next = nextAlarm()) {
            now = next.at;
            next.at = Instant.MAX;
            next.owner.run();
        }
        now = until;
    }

    private Clockwork nextAlarm() {
        return Collections.min(alarms, Comparator.comparing((Clockwork alarm) -> alarm.at));
    }

    @Test
    void theFloodIsBounded() {
        for (int i = 0; i < AGENTS; i++) {
            wishes(i, 1);
            says("<iq type='get' id='s' from='" + agent(i) + "' to='" + WORKGROUP + "'><agent-status-request " + J
                    + "/></iq>");
        }
        IntStream.range(0, WAITING).forEach(i -> joins());
        passes(30_000);
        var worst = new LinkedHashMap<String, Second>();
        for (int second = 0; second < SECONDS; second++) {
            sent.clear();
            aBusySecond(second);
            count().forEach((kind, counted) -> worst.merge(kind, counted, Second::max));
        }
        report(worst);

        assertEquals(WAITING, customers - gone);
        // Twice for each agent: once for all that happened in that second, and once as the answer to the own presence.
        assertThat(worst.get("notify-queue-details").stanzas()).isBetween(AGENTS, 2 * AGENTS);
        assertThat(worst.get("notify-queue-details").users()).isLessThanOrEqualTo(2 * AGENTS * 50);
        assertThat(worst.get("notify-queue ").stanzas()).isBetween(AGENTS, 2 * AGENTS);
        assertThat(worst.get("agent-status").stanzas()).isBetween(1_000, 2_000);
        // Twenty at once for each who goes from the front, and two hundred further back.
        assertThat(worst.get("queue-status").stanzas()).isLessThanOrEqualTo(COMING_AND_GOING * 21 + 200);
    }

    private void aBusySecond(int second) {
        for (int step = 0; step < COMING_AND_GOING; step++) {
            joins();
            departs();
            for (int i = step; i < AGENTS; i += COMING_AND_GOING) {
                wishes(i, 2 + second % 2);
            }
            passes(1_000 / COMING_AND_GOING);
        }
    }

    private Map<String, Second> count() {
        var counts = new LinkedHashMap<String, Second>();
        for (var kind : KINDS) {
            var ofKind = sent.stream().filter(xml -> xml.contains("<" + kind)).toList();
            counts.put(
                    kind,
                    new Second(
                            ofKind.size(),
                            ofKind.stream()
                                    .mapToInt(xml -> xml.split("<user ", -1).length - 1)
                                    .sum(),
                            ofKind.stream().mapToInt(String::length).sum()));
        }
        return counts;
    }

    private static void report(Map<String, Second> worst) {
        worst.forEach((kind, second) -> System.out.printf(
                "%-22s %6d stanzas, %6d users, %,9d bytes in the worst second%n",
                kind.strip(), second.stanzas(), second.users(), second.bytes()));
        long everyTime = 2L * COMING_AND_GOING * AGENTS;
        System.out.printf("each change to each agent: %d stanzas, %d users a second%n", everyTime, everyTime * WAITING);
    }
}
