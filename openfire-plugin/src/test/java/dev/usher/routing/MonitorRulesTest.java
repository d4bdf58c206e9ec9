package dev.usher.routing;

import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who looks into a channel without serving there: let in, written down, and without a part in the visit. */
class MonitorRulesTest {
    private static final Address PRINCE = new Address("prince@example.org", "prince@example.org/palace");
    private static final Settings SETTINGS =
            Stage.settings(NURSE, FRIAR).withMonitors(PRINCE.user(), FRIAR.user(), ROMEO.user());

    private static Stage together() {
        return Stage.with(SETTINGS, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    private static Command monitor(Address by) {
        return new Command.Monitor(visit(ROMEO), by);
    }

    private static Event entered(Address monitor) {
        return new Event.MonitorEntered(visit(ROMEO), monitor);
    }

    private static Event left(Address monitor) {
        return new Event.MonitorLeft(visit(ROMEO), monitor);
    }

    @Test
    void aMonitorIsLetInAndItIsWrittenDownWhoLookedInAndHowLong() {
        var stage = together();

        assertEquals(List.of(new Event.MonitorAdmitted(visit(ROMEO), PRINCE)), stage.on(monitor(PRINCE)));
        assertEquals(List.of(entered(PRINCE)), stage.on(enters(ROMEO, PRINCE)));
        assertEquals(List.of(left(PRINCE)), stage.on(leaves(ROMEO, PRINCE)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, PRINCE)));
    }

    @Test
    void nobodyElseIs() {
        for (var other : List.of(JULIET, new Address("benvolio@example.org", "benvolio@example.org/street"))) {
            assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), together().on(monitor(other)));
            assertEquals(List.of(), together().on(enters(ROMEO, other)));
        }
    }

    @Test
    void aCustomerIsNoMonitorOfTheirOwnVisit() {
        var elsewhere = new Address(ROMEO.user(), ROMEO.user() + "/elsewhere");

        assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), together().on(monitor(ROMEO)));
        assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), together().on(monitor(elsewhere)));
        assertEquals(List.of(), together().on(enters(ROMEO, elsewhere)));
    }

    @Test
    void aVisitThatIsNotUnderWayIsLikeOneThatIsNotThere() {
        var stage = Stage.with(SETTINGS, NURSE);
        assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), stage.on(monitor(PRINCE)));

        stage.having(join(ROMEO));
        assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), stage.on(monitor(PRINCE)));

        stage.having(accept(NURSE, ROMEO));
        assertEquals(List.of(refused(Refusal.NOT_A_MONITOR)), stage.on(monitor(PRINCE)));
    }

    @Test
    void anAgentOfTheVisitIsThereAlready() {
        var stage = Stage.with(SETTINGS.withMonitors(NURSE.user()), NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO));

        assertEquals(List.of(), stage.on(monitor(NURSE)));
    }

    @Test
    void theVisitDoesNotLiveOnAMonitor() {
        var stage = together().having(monitor(PRINCE), enters(ROMEO, PRINCE));

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void aMonitorIsNotTheAgentWhoIsWaitedFor() {
        var stage = Stage.with(SETTINGS, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, ROMEO))
                .having(monitor(PRINCE), enters(ROMEO, PRINCE));

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.NOT_ENTERED)), stage.onTickAt(60));
    }

    @Test
    void aMonitorMayNotDoWhatAgentsOfTheVisitDo() {
        var stage = together().having(monitor(PRINCE), enters(ROMEO, PRINCE));

        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), stage.on(new Command.End(visit(ROMEO), PRINCE)));
        assertEquals(
                List.of(refused(Refusal.NOT_IN_VISIT)),
                stage.on(new Command.Annotate(visit(ROMEO), PRINCE, Annotation.NOTE, "In love.")));
        assertEquals(
                List.of(refused(Refusal.NOT_IN_VISIT)),
                stage.on(new Command.Hand(
                        PRINCE, visit(ROMEO), Handover.Kind.INVITE, new Handover.Target.Agent(FRIAR.user()), "")));
    }

    @Test
    void whoTheAdminNamesNoMoreIsAskedOut() {
        var stage = together().having(monitor(PRINCE), enters(ROMEO, PRINCE));
        stage.having(new Command.Configure(SETTINGS));

        assertEquals(List.of(left(PRINCE)), stage.on(new Command.Configure(SETTINGS.withMonitors(FRIAR.user()))));
        assertEquals(List.of(), stage.on(leaves(ROMEO, PRINCE)));
    }

    @Test
    void aMonitorWhoIsAskedInBecomesAnAgentOfTheVisit() {
        var stage = together()
                .having(Stage.online(FRIAR))
                .having(monitor(FRIAR), enters(ROMEO, FRIAR))
                .having(Stage.transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO));

        assertEquals(
                List.of(new Event.AgentEntered(visit(ROMEO), FRIAR), new Event.Relieved(visit(ROMEO), NURSE, FRIAR)),
                stage.on(enters(ROMEO, FRIAR)).stream()
                        .filter(event -> !(event instanceof Event.AgentShown))
                        .toList());
        assertEquals(List.of(ended(ROMEO, FRIAR, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, FRIAR)));
    }

    /** The agent is lost before anybody has met: the customer waits again, and the channel is gone. */
    @Test
    void aMonitorDoesNotLookIntoAChannelThatIsGone() {
        var stage = Stage.with(SETTINGS, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, PRINCE));

        stage.on(vanishes(NURSE));

        assertEquals(Phase.WAITING, stage.state(ROMEO).orElseThrow().phase());
        assertEquals(List.of(), stage.state(ROMEO).orElseThrow().monitors());
    }
}
