package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.invite;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Transfer and invitation: offers that can be declined, and leave the visit where it was. */
class HandoverRulesTest {
    private static final Handover TRANSFER = handover(Handover.Kind.TRANSFER, agent(FRIAR), 60);
    private static final Handover INVITATION = handover(Handover.Kind.INVITE, agent(FRIAR), 60);

    private static Handover.Target agent(Address agent) {
        return new Handover.Target.Agent(agent.user());
    }

    private static Handover handover(Handover.Kind kind, Handover.Target target, int untilSecond) {
        return new Handover(kind, target, NURSE, "", at(untilSecond));
    }

    /** Romeo is in the channel with Nurse, and Friar is online. */
    private static Stage together() {
        return Stage.with(NURSE, FRIAR)
                .having(
                        join(ROMEO),
                        accept(NURSE, ROMEO),
                        channelOpens(ROMEO),
                        enters(ROMEO, NURSE),
                        enters(ROMEO, ROMEO));
    }

    private static Event offered(Handover handover) {
        return new Event.Offered(
                visit(ROMEO),
                FRIAR,
                ROMEO,
                ANSWERS,
                Told.SOME_TIME,
                Duration.ofSeconds(20),
                at(20),
                Optional.of(handover),
                "");
    }

    private static Event begun(Handover handover) {
        return new Event.HandoverBegun(visit(ROMEO), handover);
    }

    private static Event failed(Handover handover, HandoverFailure why) {
        return new Event.HandoverFailed(visit(ROMEO), handover, why);
    }

    private static Event handedOver(Handover handover, int enterBySecond) {
        return new Event.HandedOver(visit(ROMEO), handover, FRIAR, ROMEO, "", at(enterBySecond));
    }

    @Test
    void aTransferIsOfferedToTheAgentWhoIsWanted() {
        assertEquals(List.of(begun(TRANSFER), offered(TRANSFER)), together().on(transfer(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void whoHandsOverIsRelievedWhenTheOtherIsIn() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(List.of(handedOver(TRANSFER, 60)), stage.on(accept(FRIAR, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), new Event.Relieved(visit(ROMEO), NURSE, FRIAR)),
                stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, NURSE)));
        assertEquals(List.of(ended(ROMEO, FRIAR, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, FRIAR)));
    }

    @Test
    void whoIsCalledInStaysBesidesAndTheVisitOutlastsTheFirst() {
        var stage = together().having(invite(ROMEO, NURSE, FRIAR));

        assertEquals(List.of(handedOver(INVITATION, 60)), stage.on(accept(FRIAR, ROMEO)));
        assertEquals(List.of(agentEntered(ROMEO, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(new Event.AgentLeft(visit(ROMEO), NURSE, FRIAR)), stage.on(leaves(ROMEO, NURSE)));
        assertEquals(List.of(ended(ROMEO, FRIAR, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, FRIAR)));
    }

    @Test
    void whoIsCalledInMayGoFirst() {
        var stage = together().having(invite(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO), enters(ROMEO, FRIAR));

        assertEquals(List.of(new Event.AgentLeft(visit(ROMEO), FRIAR, NURSE)), stage.on(leaves(ROMEO, FRIAR)));
    }

    @Test
    void aDeclinedHandoverLeavesTheVisitWhereItWas() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(rejected(ROMEO, FRIAR), failed(TRANSFER, HandoverFailure.DECLINED)),
                stage.on(reject(FRIAR, ROMEO)));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void aLapsedHandoverLeavesTheVisitWhereItWas() {
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT), failed(TRANSFER, HandoverFailure.DECLINED)),
                together().having(transfer(ROMEO, NURSE, FRIAR)).onTickAt(20));
    }

    @Test
    void whoIsAwayOfflineBusyOrAlreadyThereIsNotAsked() {
        assertEquals(
                List.of(refused(Refusal.TARGET_UNAVAILABLE)),
                together().having(away(FRIAR)).on(transfer(ROMEO, NURSE, FRIAR)));
        assertEquals(
                List.of(refused(Refusal.TARGET_UNAVAILABLE)),
                together().having(offline(FRIAR)).on(transfer(ROMEO, NURSE, FRIAR)));
        var busy = Stage.with(Stage.settings(1), NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), join(JULIET), accept(FRIAR, JULIET));
        assertEquals(List.of(refused(Refusal.TARGET_UNAVAILABLE)), busy.on(transfer(ROMEO, NURSE, FRIAR)));
        assertEquals(List.of(refused(Refusal.NO_SUCH_TARGET)), together().on(transfer(ROMEO, NURSE, NURSE)));
        assertEquals(List.of(refused(Refusal.NO_SUCH_TARGET)), together().on(transfer(ROMEO, NURSE, TYBALT)));
    }

    @Test
    void onlyAnAgentOfTheVisitHandsItOver() {
        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), together().on(transfer(ROMEO, FRIAR, FRIAR)));
        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), together().on(transfer(JULIET, NURSE, FRIAR)));
        var seated = Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO));
        assertEquals(List.of(refused(Refusal.NOT_IN_VISIT)), seated.on(transfer(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void aSecondHandoverTakesThePlaceOfTheFirst() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(TRANSFER, HandoverFailure.WITHDRAWN),
                        begun(INVITATION),
                        offered(INVITATION)),
                stage.on(invite(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void whoIsWantedAndGoesAwayIsNotWaitedFor() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        failed(TRANSFER, HandoverFailure.UNAVAILABLE),
                        Outcomes.attended(FRIAR, false, Outcomes.queueOf())),
                stage.on(away(FRIAR)));
    }

    @Test
    void whenTheCustomerLeavesNobodyIsLookedForAnyMore() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(TRANSFER, HandoverFailure.WITHDRAWN),
                        ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)),
                stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void whenTheOneWhoAskedVanishesNobodyIsLookedForAnyMore() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(
                        withdrew(NURSE),
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(TRANSFER, HandoverFailure.WITHDRAWN),
                        Outcomes.agentMissed(ROMEO, NURSE, 60)),
                stage.on(vanishes(NURSE)));
    }

    @Test
    void whoHasAcceptedAndDoesNotComeInIsLeftOut() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(new Event.AgentLeft(visit(ROMEO), FRIAR, NURSE)), stage.onTickAt(60));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void aTransferToAQueueAsksWhoeverServesItAndNotTheOneWhoAsks() {
        var toQueue = handover(Handover.Kind.TRANSFER, new Handover.Target.Queue(ServiceQueue.DEFAULT_NAME), 60);
        var hand = new Command.Hand(NURSE, visit(ROMEO), toQueue.kind(), toQueue.target(), "");

        assertEquals(List.of(begun(toQueue), offered(toQueue)), together().on(hand));
        assertEquals(
                List.of(rejected(ROMEO, FRIAR), failed(toQueue, HandoverFailure.DECLINED)),
                together().having(hand).on(reject(FRIAR, ROMEO)));
    }

    @Test
    void aTransferToAQueueWaitsForSomebodyToComeFreeAndThenGivesUp() {
        var toQueue = handover(Handover.Kind.TRANSFER, new Handover.Target.Queue(ServiceQueue.DEFAULT_NAME), 60);
        var hand = new Command.Hand(NURSE, visit(ROMEO), toQueue.kind(), toQueue.target(), "");

        assertEquals(List.of(begun(toQueue)), together().having(away(FRIAR)).on(hand));
        var waiting = together().having(away(FRIAR), hand);
        assertEquals(List.of(failed(toQueue, HandoverFailure.TIMED_OUT)), waiting.onTickAt(60));
        var free = together().having(away(FRIAR), hand);
        assertEquals(offered(toQueue), free.on(online(FRIAR)).get(1));
    }

    @Test
    void aQueueThatIsNotThereTakesNobody() {
        var hand =
                new Command.Hand(NURSE, visit(ROMEO), Handover.Kind.TRANSFER, new Handover.Target.Queue("Mantua"), "");

        assertEquals(List.of(refused(Refusal.NO_SUCH_TARGET)), together().on(hand));
    }
}
