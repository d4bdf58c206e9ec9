package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Entry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Friar serves Romeo, and Nurse, who is a monitor, looks in. */
class MonitorPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void friarServesRomeo() {
        play.friar.sends("agent-online");
        play.romeo.sends("join-queue");
        play.friar.sends("offer-accept").enters();
        play.romeo.enters();
        play.friar.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    private void nurseLooksIn() {
        play.nurse.sends("monitor-make-owner").receives("invitation-monitor", "monitor-make-owner-result");
        play.nurse.enters();
    }

    private void theSwitchSays(String... examples) {
        assertEquals(
                List.of(examples).stream()
                        .map(example -> CanonicalXml.of(Examples.text(example)))
                        .toList(),
                play.rooms.heard.stream()
                        .map(said -> CanonicalXml.of(play.told(said)))
                        .toList());
        play.rooms.heard.clear();
    }

    private String condition() {
        return String.join(",", play.nurse.takes()).replaceAll("(?s).*xmpp-stanzas}([a-z-]+)\n.*", "$1");
    }

    private List<String> journalOfMonitors() {
        return play.store.journal(play.visit(), 0, 1_000).stream()
                .filter(entry -> entry.kind().startsWith("monitor"))
                .map(MonitorPlayTest::line)
                .toList();
    }

    private static String line(Entry entry) {
        return entry.at().toString().substring(11, 19) + " " + entry.kind() + " " + entry.who();
    }

    @Test
    void aMonitorKnowsToBeOneAndAnyOtherAgentNotTo() {
        play.nurse.sends("monitor-get").receives("monitor-result");

        play.friar.sends("monitor-get");
        play.friar.receivesStanzas(Examples.text("monitor-result").replace("true", "false"));
    }

    @Test
    void whoIsMonitorNeedNotBeAnAgent() {
        var prince = play.enters("prince@example.org/palace", "nurse@example.org/chamber");
        prince.sends("monitor-get").receives("monitor-result");

        prince.sends("monitor-make-owner").receives("invitation-monitor", "monitor-make-owner-result");
    }

    @Test
    void aMonitorIsAMemberBeforeTheAnswerComesAndIsOneNoMoreAfterwards() {
        nurseLooksIn();
        theSwitchSays("channel-invite-monitor");

        play.nurse.leaves();
        play.passes(1);
        theSwitchSays("channel-dismiss");
        play.nurse.forgets();
        play.nurse.enters();
        assertEquals("registration-required", condition());

        nurseLooksIn();
    }

    @Test
    void theJournalSaysWhoLookedInFromWhenToWhen() {
        nurseLooksIn();
        play.passes(90);
        play.nurse.leaves();

        assertEquals(
                List.of(
                        "10:00:00 monitor-admitted nurse@example.org/chamber",
                        "10:00:00 monitor-entered nurse@example.org/chamber",
                        "10:01:30 monitor-left nurse@example.org/chamber"),
                journalOfMonitors());
    }

    /** What Nurse is told when she is not let in; an agent who is no monitor, and a monitor of a visit that is over. */
    @Test
    void whoIsNoMonitorAndAVisitThatIsNotThereAreRefusedAlike() {
        play.friar.sends("monitor-make-owner").receives("monitor-forbidden");

        play.nurse.says(Examples.text("monitor-make-owner").replace(Examples.VISIT.value(), "nowhere"));
        play.nurse.receives("monitor-forbidden");
        play.romeo.leaves();
        play.nurse.sends("monitor-make-owner").receives("monitor-forbidden");
        play.passes(10);
        theSwitchSays("channel-destroy");
    }

    @Test
    void aMonitorOfDemoIsNoneOfHelp() {
        play.nurse.says(Examples.text("monitor-make-owner").replace("demo@", "help@"));
        assertEquals("forbidden", condition());
        play.nurse.says(Examples.text("monitor-get").replace("demo@", "help@"));
        assertEquals("not-authorized", condition());
    }

    @Test
    void whichVisitIsMeantHasToBeSaid() {
        play.nurse.says(Examples.text("monitor-make-owner").replaceFirst(" sessionID='[^']*'", ""));

        assertEquals("bad-request", condition());
    }

    @Test
    void whenTheCustomerGoesTheVisitIsOverAndTheMonitorIsOut() {
        nurseLooksIn();
        play.nurse.forgets();

        play.romeo.leaves();
        play.passes(10);

        assertThat(play.nurse.takes()).hasSize(1).first().asString().contains("destroy");
        assertThat(play.rooms.areEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/who", "/help", "/go https://shop.example/", "/note In love.", "/end", "/invite friar"})
    void whatAMonitorTypesForTheSwitchIsRefusedAndTheCustomerDoesNotSeeIt(String typed) {
        nurseLooksIn();
        play.romeo.forgets();
        play.rooms.heard.clear();

        play.nurse.speaks(typed);

        assertThat(play.nurse.takes()).hasSize(1).first().asString().contains("You are not an agent of this visit.");
        play.romeo.receivesNothing();
        play.friar.receivesNothing();
    }

    @Test
    void whatAMonitorSaysIsSaidToEverybodyAndWrittenDown() {
        nurseLooksIn();
        play.romeo.forgets();

        play.nurse.speaks("Anon, good friar!");

        assertEquals(1, play.romeo.count("message"));
        assertThat(play.store.journal(play.visit(), 0, 1_000))
                .anyMatch(entry -> entry.kind().equals("said") && entry.who().equals("nurse@example.org/chamber"));
    }

    @Test
    void aMonitorWhoIsAskedInAndIsThereAlreadyIsAnAgentOfTheVisitAtOnce() {
        nurseLooksIn();
        play.nurse.sends("agent-online").forgets();
        play.post(Examples.text("transfer-to-agent")
                .replace("nurse@example.org/chamber", "friar@example.org/cell")
                .replace("<invitee>friar@", "<invitee>nurse@"));
        play.nurse.sends("offer-accept").forgets();

        play.nurse.speaks("/who");

        assertThat(play.nurse.takes()).hasSize(1).first().asString().contains("Here: Nurse, Romeo");
        assertEquals(
                List.of("nurse@example.org"),
                play.store.recall("demo", Instant.EPOCH).visits().get(0).state().seats().stream()
                        .map(seat -> seat.agent().user())
                        .toList());
    }

    @Test
    void afterARestartAMonitorIsStillNoAgent() {
        nurseLooksIn();

        play.restarts(true);
        play.nurse.forgets();
        play.nurse.speaks("/who");

        assertThat(play.nurse.takes()).hasSize(1).first().asString().contains("You are not an agent of this visit.");
        play.nurse.leaves();
        assertThat(journalOfMonitors()).last().asString().contains("monitor-left");
    }

    @Test
    void whoIsNamedNoMoreIsOutAtOnce() {
        nurseLooksIn();
        play.rooms.heard.clear();

        play.reception.configure("demo", Play.settings("nurse@example.org", "friar@example.org"));

        theSwitchSays("channel-dismiss");
        assertThat(play.reception.directory().isMonitor("demo", "nurse@example.org"))
                .isFalse();
        play.nurse.sends("occupants-info-get");
        assertThat(play.nurse.takes()).last().asString().doesNotContain("\"Nurse\"");
    }

    @Test
    void whoLeavesAndAsksAgainAtOnceIsLetIn() {
        nurseLooksIn();
        play.nurse.leaves();
        play.nurse.sends("monitor-make-owner").forgets();

        play.passes(1);

        play.nurse.enters();
        play.nurse.receivesNothing();
    }
}
