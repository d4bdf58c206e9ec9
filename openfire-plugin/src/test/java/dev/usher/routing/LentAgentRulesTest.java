package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentMissed;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.calledBack;
import static dev.usher.routing.Outcomes.declined;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.handedOver;
import static dev.usher.routing.Outcomes.lent;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.offeredFor;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.recalled;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.unseated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelFails;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An agent whom one workgroup has lent another: from the offer to the moment in which the agent is free again. */
class LentAgentRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA = ServiceQueue.of(Set.of(FRIAR.user()));
    private static final Settings FULL_AFTER_ONE =
            SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")));
    /** Friar serves one at a time. */
    private static final Settings ONE_EACH = SETTINGS.withQueues(MANTUA).withLimits(new Limits(1, 5, 50, 0));

    /** Juliet waits for Nurse, and Friar is online; the next customer of Verona is Mantua's. */
    private static TwoWorkgroups crowded(Settings mantua) {
        return new TwoWorkgroups(FULL_AFTER_ONE, mantua)
                .on("verona", online(NURSE), join(JULIET))
                .on("mantua", online(FRIAR))
                .fromHereOn();
    }

    private static TwoWorkgroups onLoan(Settings mantua) {
        return crowded(mantua)
                .on("verona", join(ROMEO))
                .on("mantua", accept(FRIAR, ROMEO))
                .fromHereOn();
    }

    private static TwoWorkgroups together(Settings mantua) {
        return onLoan(mantua)
                .on("verona", channelOpens(ROMEO), enters(ROMEO, FRIAR), enters(ROMEO, ROMEO))
                .fromHereOn();
    }

    private final TwoWorkgroups two = together(ONE_EACH);

    @Test
    void theOtherWorkgroupLearnsAllThatItsAgentNeeds() {
        var crowded = crowded(ONE_EACH).on("verona", join(ROMEO));

        assertEquals(List.of(queued(ROMEO), referred(ROMEO, "mantua")), crowded.heard("verona"));
        assertEquals(List.of(queued(ROMEO), offeredFor("verona", ROMEO, FRIAR, 20)), crowded.heard("mantua"));
        crowded.on("mantua", accept(FRIAR, ROMEO));
        assertEquals(List.of(lent(ROMEO, "verona", FRIAR)), crowded.heard("mantua"));
        assertEquals(List.of(seated(ROMEO, FRIAR, "mantua")), crowded.heard("verona"));
    }

    @Test
    void whoIsLentIsTakenUpAtHomeUntilTheVisitIsOver() {
        two.on("mantua", join(TYBALT));
        assertEquals(List.of(queued(TYBALT)), two.heard("mantua"));

        two.on("verona", leaves(ROMEO, ROMEO));

        assertEquals(
                List.of(recalled(ROMEO, "mantua"), ended(ROMEO, FRIAR, EndReason.CUSTOMER_LEFT)), two.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona"), offered(TYBALT, FRIAR, 20)), two.heard("mantua"));
    }

    @Test
    void whoIsBackHasTheWrapUpTimeOfTheirOwnWorkgroup() {
        var slow = together(ONE_EACH.withTiming(SETTINGS.timing().withWrapUp(Duration.ofSeconds(15))))
                .on("mantua", join(TYBALT))
                .on("verona", leaves(ROMEO, FRIAR))
                .fromHereOn();

        assertEquals(List.of(), slow.later(14).heard("mantua"));
        assertEquals(List.of(offered(TYBALT, FRIAR, 35)), slow.later(15).heard("mantua"));
    }

    @Test
    void whoIsLentAndDoesNotComeInIsFreeAgain() {
        var late = onLoan(ONE_EACH)
                .on("verona", channelOpens(ROMEO), enters(ROMEO, ROMEO))
                .fromHereOn();

        assertEquals(
                List.of(recalled(ROMEO, "mantua"), ended(ROMEO, FRIAR, EndReason.NOT_ENTERED)),
                late.later(60).heard("verona").subList(1, 3));
        assertEquals(List.of(calledBack(ROMEO, "verona")), late.heard("mantua"));
    }

    @Test
    void whereTheChannelCannotBeOpenedTheCustomerWaitsAtHomeAndTheAgentIsFree() {
        var broken = onLoan(ONE_EACH).on("verona", channelFails(ROMEO));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.NO_CHANNEL),
                        recalled(ROMEO, "mantua"),
                        unseated(ROMEO, FRIAR)),
                broken.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), broken.heard("mantua"));
        broken.on("verona", accept(NURSE, JULIET));
        assertEquals(List.of(seated(JULIET, NURSE), offered(ROMEO, NURSE, 20)), broken.heard("verona"));
    }

    @Test
    void whoIsLentAndVanishesBeforeAnybodyIsInIsFreeAndTheCustomerWaitsAtHome() {
        var gone = onLoan(ONE_EACH).onBoth(vanishes(FRIAR));

        assertEquals(List.of(recalled(ROMEO, "mantua"), unseated(ROMEO, FRIAR)), gone.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona"), withdrew(FRIAR)), gone.heard("mantua"));
    }

    @Test
    void whoIsLentAndVanishesFromTheChannelIsWaitedForThere() {
        two.onBoth(vanishes(FRIAR));
        assertEquals(List.of(agentMissed(ROMEO, FRIAR, 60)), two.heard("verona"));
        assertEquals(List.of(withdrew(FRIAR)), two.heard("mantua"));

        two.later(60);

        assertTrue(two.heard("verona")
                .containsAll(List.of(recalled(ROMEO, "mantua"), ended(ROMEO, FRIAR, EndReason.AGENT_LOST))));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whoIsLentComesBackByEnteringTheChannelAgain() {
        var abroad = person("friar", "road");
        two.onBoth(vanishes(FRIAR)).fromHereOn().on("verona", enters(ROMEO, abroad));

        assertEquals(List.of(agentEntered(ROMEO, abroad)), two.heard("verona"));
        two.on("verona", leaves(ROMEO, abroad));
        assertEquals(
                List.of(recalled(ROMEO, "mantua"), ended(ROMEO, abroad, EndReason.AGENT_LEFT)), two.heard("verona"));
    }

    @Test
    void whoIsLentAndGoesOffDutyKeepsTheVisit() {
        two.on("mantua", offline(FRIAR));

        assertEquals(List.of(withdrew(FRIAR)), two.heard("mantua"));
        assertEquals(List.of(), two.heard("verona"));
        assertEquals(Phase.OPEN, two.state("verona", ROMEO).orElseThrow().phase());
    }

    @Test
    void whereEverybodyIsAskedTheFirstIsLentAndTheOthersAreFree() {
        var peter = person("peter", "hall");
        var all = SETTINGS.withQueues(
                ServiceQueue.of(Set.of(FRIAR.user(), peter.user())).withPolicy(Policy.ALL));
        var asked = crowded(all)
                .on("mantua", online(peter))
                .on("verona", join(ROMEO))
                .fromHereOn();

        asked.on("mantua", accept(peter, ROMEO));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS), lent(ROMEO, "verona", peter)),
                asked.heard("mantua"));
        assertEquals(List.of(seated(ROMEO, peter, "mantua")), asked.heard("verona"));
    }

    @Test
    void whoIsLentHandsTheVisitToAnAgentOfTheHouseAndIsFree() {
        var handover = new Handover(Handover.Kind.TRANSFER, new Handover.Target.Agent(NURSE.user()), FRIAR, "", at(60));
        two.on("verona", accept(NURSE, JULIET)).fromHereOn().on("verona", transfer(ROMEO, FRIAR, NURSE));
        assertEquals(List.of(begun(ROMEO, handover), offered(ROMEO, NURSE, 20, handover)), two.heard("verona"));

        two.on("verona", accept(NURSE, ROMEO), enters(ROMEO, NURSE));

        assertEquals(
                List.of(
                        handedOver(ROMEO, handover, NURSE, 60),
                        agentEntered(ROMEO, NURSE),
                        recalled(ROMEO, "mantua"),
                        relieved(ROMEO, FRIAR, NURSE)),
                two.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whoSitsInTheVisitAlreadyIsNobodyNew() {
        var both = SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user())));
        var handover = new Handover(Handover.Kind.INVITE, new Handover.Target.Workgroup("mantua"), FRIAR, "", at(60));
        var two = new TwoWorkgroups(both)
                .on("verona", online(FRIAR), join(ROMEO), accept(FRIAR, ROMEO), channelOpens(ROMEO))
                .on("verona", enters(ROMEO, FRIAR), enters(ROMEO, ROMEO))
                .on("mantua", online(FRIAR))
                .on("verona", new Command.Hand(FRIAR, Stage.visit(ROMEO), handover.kind(), handover.target(), ""))
                .fromHereOn();

        two.on("mantua", accept(FRIAR, ROMEO));

        assertEquals(
                List.of(recalled(ROMEO, "mantua"), failed(ROMEO, handover, HandoverFailure.DECLINED)),
                two.heard("verona"));
        assertEquals(
                List.of(
                        Told.plainly(List.of(Outcomes.lent(ROMEO, "verona", FRIAR)))
                                .get(0),
                        calledBack(ROMEO, "verona")),
                two.heard("mantua"));
    }

    @Test
    void whoIsLookedForHereForOthersIsNoVisitOfOurs() {
        var two = crowded(SETTINGS.withQueues(MANTUA)).on("verona", join(ROMEO)).fromHereOn();

        two.on("mantua", Stage.rejoin(ROMEO, ROMEO));

        assertEquals(List.of(Outcomes.refused(Refusal.NO_VISIT)), two.heard("mantua"));
    }

    @Test
    void whoIsAskedForOthersIsToldWhenTheQueueIsTakenFromThem() {
        var before = SETTINGS.withQueues(VERONA, MANTUA.named("Vows"));
        var after = SETTINGS.withQueues(
                MANTUA, ServiceQueue.of(Set.of(TYBALT.user())).named("Vows"));
        var errand =
                new Errand(Stage.visit(ROMEO), "rome", ROMEO, Stage.ANSWERS, at(0), Optional.empty(), Optional.empty());
        var vows = new RoutingRule(List.of(), Optional.of("Vows"), Map.of(), 0);
        var stage = Stage.with(before.withRules(vows), NURSE, FRIAR).having(new Command.Run(errand));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE), declined(ROMEO, "rome")),
                stage.on(new Command.Configure(after)).stream()
                        .filter(Event.OfVisit.class::isInstance)
                        .toList());
    }
}
