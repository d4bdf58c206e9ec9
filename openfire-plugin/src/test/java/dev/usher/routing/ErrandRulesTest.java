package dev.usher.routing;

import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One workgroup lends another its agents; the visit stays at home. */
class ErrandRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final Settings FULL_AFTER_ONE =
            SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")));

    private final TwoWorkgroups two = new TwoWorkgroups(FULL_AFTER_ONE);

    /** Juliet waits for Nurse, who is asked; Romeo finds Verona full. */
    private void romeoIsReferred() {
        two.on("verona", online(NURSE), join(JULIET)).told();
        two.on("mantua", online(FRIAR)).told();
        two.on("verona", join(ROMEO));
    }

    @Test
    void anotherWorkgroupIsAskedAndLendsItsAgent() {
        romeoIsReferred();
        assertEquals(List.of("verona: Queued", "verona: Referred", "mantua: Queued", "mantua: Offered"), two.told());

        two.on("mantua", accept(FRIAR, ROMEO));

        assertEquals(List.of("mantua: Lent", "verona: Seated"), two.told());
        var visit = two.state("verona", ROMEO).orElseThrow();
        assertEquals("mantua", visit.seats().get(0).lender());
        assertEquals(Phase.SEATED, visit.phase());
        assertEquals(Phase.LENT, two.state("mantua", ROMEO).orElseThrow().phase());
    }

    @Test
    void theLentAgentIsTakenUpUntilTheVisitIsOver() {
        romeoIsReferred();
        two.on("mantua", accept(FRIAR, ROMEO));
        two.on("verona", channelOpens(ROMEO), enters(ROMEO, FRIAR), enters(ROMEO, ROMEO))
                .told();

        two.on("verona", leaves(ROMEO, ROMEO));

        assertEquals(List.of("verona: Recalled", "verona: Ended", "mantua: CalledBack"), sorted(two.told()));
        assertTrue(two.state("mantua", ROMEO).isEmpty()
                || two.workgroups.get("mantua").states().isEmpty());
    }

    private static List<String> sorted(List<String> told) {
        return told.stream()
                .sorted((one, other) -> other.compareTo(one))
                .sorted((one, other) -> other.startsWith("verona") && one.startsWith("mantua") ? 1 : 0)
                .toList();
    }

    @Test
    void whoIsDeclinedThereIsAskedAgainThereUntilNobodyIsLeft() {
        romeoIsReferred();
        two.told();
        two.on("mantua", reject(FRIAR, ROMEO));
        assertEquals(List.of("mantua: Rejected"), two.told());

        two.on("mantua", offline(FRIAR));

        assertEquals(List.of("mantua: Withdrew", "mantua: Declined", "verona: CameBack"), two.told());
        assertEquals(Phase.WAITING, two.state("verona", ROMEO).orElseThrow().phase());
    }

    @Test
    void aWorkgroupWithoutAnybodyDeclinesAtOnce() {
        two.on("verona", online(NURSE), join(JULIET)).told();

        two.on("verona", join(ROMEO));

        assertEquals(List.of("verona: Queued", "verona: Referred", "mantua: Declined", "verona: CameBack"), two.told());
    }

    @Test
    void anUnknownWorkgroupIsLikeOneThatDeclines() {
        var alone = new TwoWorkgroups(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("padua"))));
        alone.on("verona", online(NURSE), join(JULIET)).told();

        alone.on("verona", join(ROMEO));

        assertEquals(List.of("verona: Queued", "verona: Referred", "verona: CameBack"), alone.told());
    }

    @Test
    void whoDepartsMeanwhileIsNoLongerLookedFor() {
        romeoIsReferred();
        two.told();

        two.on("verona", depart(ROMEO));

        assertEquals(
                List.of("verona: Recalled", "verona: Departed", "mantua: Revoked", "mantua: CalledBack"), two.told());
    }

    @Test
    void whoComesTooLateForTheVisitIsFreeAgain() {
        romeoIsReferred();
        var mantua = two.workgroups.get("mantua");
        two.workgroups.get("verona").handle(depart(ROMEO), two.now); // and word of it is on its way
        two.told();

        two.on("mantua", accept(FRIAR, ROMEO));

        assertEquals(List.of("mantua: Lent", "verona: Recalled", "mantua: CalledBack"), two.told());
        assertEquals(ServiceState.OPEN, mantua.state());
    }

    @Test
    void whoHasWaitedTooLongIsReferredOnceAndThenWaitsOn() {
        var patient = new TwoWorkgroups(SETTINGS.withQueues(
                VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.ToWorkgroup("mantua"))));
        patient.on("verona", online(NURSE), Stage.away(NURSE), join(ROMEO)).told();

        patient.later(89);
        assertEquals(List.of(), patient.told());
        patient.later(90);
        assertEquals(List.of("verona: Referred", "mantua: Declined", "verona: CameBack"), patient.told());
        patient.later(400);
        assertEquals(List.of(), patient.told());
    }

    @Test
    void aTransferToAWorkgroupIsAnOfferThere() {
        var open = new TwoWorkgroups(SETTINGS.withQueues(VERONA));
        open.on("mantua", online(FRIAR)).told();
        open.on("verona", online(NURSE), join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .on("verona", enters(ROMEO, NURSE), enters(ROMEO, ROMEO))
                .told();
        var transfer = new Command.Hand(
                NURSE, visit(ROMEO), Handover.Kind.TRANSFER, new Handover.Target.Workgroup("mantua"), "");

        open.on("verona", transfer);
        assertEquals(
                List.of("verona: HandoverBegun", "verona: Referred", "mantua: Queued", "mantua: Offered"), open.told());
        open.on("mantua", accept(FRIAR, ROMEO)).on("verona", enters(ROMEO, FRIAR));
        assertEquals(
                List.of("mantua: Lent", "verona: HandedOver", "verona: AgentEntered", "verona: Relieved"), open.told());
    }

    @Test
    void aTransferToAWorkgroupThatTakesTooLongIsTakenBack() {
        var open = new TwoWorkgroups(SETTINGS.withQueues(VERONA));
        open.on("mantua", online(FRIAR), join(JULIET)).told();
        open.on("verona", online(NURSE), join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .on("verona", enters(ROMEO, NURSE), enters(ROMEO, ROMEO))
                .told();
        var transfer = new Command.Hand(
                NURSE, visit(ROMEO), Handover.Kind.TRANSFER, new Handover.Target.Workgroup("mantua"), "");
        open.on("verona", transfer).told();

        open.later(60);

        assertTrue(open.told().containsAll(List.of("verona: Recalled", "verona: HandoverFailed")));
        assertEquals(Phase.OPEN, open.state("verona", ROMEO).orElseThrow().phase());
    }
}
