package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentLeft;
import static dev.usher.routing.Outcomes.agentMissed;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.customerEntered;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.handedOver;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.invite;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has agreed to take a visit over, or to come besides, until they are in the channel; and who is free by then. */
class TakeoverRulesTest {
    private static final Address FRIAR_ABROAD = person("friar", "mantua");
    private static final Handover TRANSFER = handover(NURSE, FRIAR);

    private static Handover handover(Address by, Address to) {
        return new Handover(Handover.Kind.TRANSFER, new Handover.Target.Agent(to.user()), by, "", at(60));
    }

    private static Stage together(Settings settings) {
        return Stage.with(settings, NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    /** Friar is asked to take Romeo over from Nurse. */
    private static Stage asked() {
        return together(SETTINGS).having(transfer(ROMEO, NURSE, FRIAR));
    }

    /** Friar has said yes, and is on the way. */
    private static Stage onTheWay() {
        return asked().having(accept(FRIAR, ROMEO));
    }

    @Test
    void aCustomerWhoLeavesBeforeTheOtherIsInEndsTheVisitOfBoth() {
        var stage = onTheWay();

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)), stage.on(leaves(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(), stage.onTickAt(60));
    }

    @Test
    void whoLeavesBeforeTheOtherIsInLeavesTheVisitToTheOther() {
        var stage = onTheWay();

        assertEquals(List.of(agentLeft(ROMEO, NURSE, FRIAR)), stage.on(leaves(ROMEO, NURSE)));
        assertEquals(List.of(agentEntered(ROMEO, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whereTheFirstHasLeftAndTheOtherNeverEntersTheVisitIsOver() {
        var stage = onTheWay().having(leaves(ROMEO, NURSE));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(ended(ROMEO, FRIAR, EndReason.NOT_ENTERED)), stage.onTickAt(60));
    }

    @Test
    void whoVanishesBeforeTheOtherIsInIsRelievedAllTheSame() {
        var stage = onTheWay();

        assertEquals(List.of(withdrew(NURSE), agentMissed(ROMEO, NURSE, 60)), stage.on(vanishes(NURSE)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(attended(NURSE, true, queueOf())), stage.on(online(NURSE)));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whoIsOnTheWayAndVanishesIsWaitedForAndThenLeftOut() {
        var stage = onTheWay().later(5);

        assertEquals(List.of(withdrew(FRIAR), agentMissed(ROMEO, FRIAR, 65)), stage.on(vanishes(FRIAR)));
        assertEquals(List.of(), stage.onTickAt(64));
        assertEquals(List.of(agentLeft(ROMEO, FRIAR, NURSE)), stage.onTickAt(65));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whoIsInMayHandTheVisitBack() {
        var stage = onTheWay().having(enters(ROMEO, FRIAR), leaves(ROMEO, NURSE));
        var back = handover(FRIAR, NURSE);

        assertEquals(
                List.of(begun(ROMEO, back), offered(ROMEO, NURSE, 20, back)), stage.on(transfer(ROMEO, FRIAR, NURSE)));
        assertEquals(
                List.of(agentEntered(ROMEO, NURSE), relieved(ROMEO, FRIAR, NURSE)),
                stage.having(accept(NURSE, ROMEO)).on(enters(ROMEO, NURSE)));
    }

    @Test
    void whoTakesOverFromAnotherConnectionTakesTheOfferBackWhereItShows() {
        var stage = asked();

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS), handedOver(ROMEO, TRANSFER, FRIAR_ABROAD, 60)),
                stage.on(accept(FRIAR_ABROAD, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR_ABROAD), relieved(ROMEO, NURSE, FRIAR_ABROAD)),
                stage.on(enters(ROMEO, FRIAR_ABROAD)));
    }

    @Test
    void whoIsOnTheWayDoesNotComeInThoughTheFirstHasVanished() {
        var stage = onTheWay().later(5).having(vanishes(NURSE));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(agentLeft(ROMEO, FRIAR, NURSE)), stage.onTickAt(60));
        assertEquals(List.of(), stage.onTickAt(64));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LOST)), stage.onTickAt(65));
    }

    @Test
    void whoHandedOverAndVanishedMayComeBackIfTheOtherDoesNotComeIn() {
        var stage = onTheWay().later(5).having(vanishes(NURSE)).later(30).having(online(NURSE));

        assertEquals(List.of(), stage.onTickAt(89));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.NOT_ENTERED)), stage.onTickAt(90));

        var back = onTheWay().later(5).having(vanishes(NURSE), enters(ROMEO, NURSE));
        assertEquals(List.of(agentLeft(ROMEO, FRIAR, NURSE)), back.onTickAt(60));
        assertEquals(List.of(), back.onTickAt(1_000));
    }

    @Test
    void aCustomerWhoIsGoneForLongerThanAnEntryTakesIsStillWaitedFor() {
        var patient = SETTINGS.withTiming(SETTINGS.timing().withComeBack(Duration.ofSeconds(300)));
        var stage = together(patient)
                .having(transfer(ROMEO, NURSE, FRIAR), vanishes(ROMEO))
                .later(10)
                .having(accept(FRIAR, ROMEO), enters(ROMEO, FRIAR));

        assertEquals(List.of(), stage.onTickAt(299));
        assertEquals(List.of(rejoined(ROMEO, ROMEO, 359)), stage.on(rejoin(ROMEO, ROMEO)));
        assertEquals(List.of(customerEntered(ROMEO)), stage.on(enters(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whoNeverComesInIsLeftOutThoughTheCustomerIsGoneMeanwhile() {
        var patient = SETTINGS.withTiming(SETTINGS.timing().withComeBack(Duration.ofSeconds(300)));
        var stage = together(patient)
                .having(transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO))
                .later(10)
                .having(vanishes(ROMEO));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(agentLeft(ROMEO, FRIAR, NURSE)), stage.onTickAt(60));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)), stage.onTickAt(310));
    }

    @Test
    void whoHandsOverIsFreeForTheNextOnlyWhenTheOtherIsIn() {
        var stage = together(Stage.settings(1)).having(transfer(ROMEO, NURSE, FRIAR), join(JULIET));

        assertEquals(List.of(handedOver(ROMEO, TRANSFER, FRIAR, 60)), stage.on(accept(FRIAR, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR), offered(JULIET, NURSE, 20)),
                stage.on(enters(ROMEO, FRIAR)));
    }

    @Test
    void whoCallsAnotherInIsNotFreeForTheNext() {
        var stage = together(Stage.settings(1)).having(invite(ROMEO, NURSE, FRIAR), join(JULIET), accept(FRIAR, ROMEO));

        assertEquals(List.of(agentEntered(ROMEO, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(
                List.of(agentLeft(ROMEO, NURSE, FRIAR), offered(JULIET, NURSE, 20)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whoHandsOverHasTheWrapUpTimeFromThenOn() {
        var slow = Stage.settings(1).withTiming(SETTINGS.timing().withWrapUp(Duration.ofSeconds(15)));
        var stage = together(slow)
                .having(transfer(ROMEO, NURSE, FRIAR), join(JULIET), accept(FRIAR, ROMEO))
                .later(7)
                .having(enters(ROMEO, FRIAR));

        assertEquals(List.of(), stage.onTickAt(21));
        assertEquals(List.of(offered(JULIET, NURSE, 42)), stage.onTickAt(22));
    }
}
