package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.customerEntered;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.opened;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.unseated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelFails;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From the accepted offer to the end of the visit. */
class ChannelRulesTest {
    /** Romeo is Nurse's since ten, and Juliet waits. */
    private static Stage seated() {
        return Stage.with(Stage.settings(1), NURSE).having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET));
    }

    private static Stage open() {
        return seated().having(channelOpens(ROMEO));
    }

    private static Stage bothIn() {
        return open().having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    @Test
    void bothSidesAreInvitedOnceTheChannelIsThere() {
        var stage = seated();

        assertEquals(List.of(opened(ROMEO, NURSE)), stage.on(channelOpens(ROMEO)));
        assertEquals(List.of(), stage.on(channelOpens(ROMEO)));
    }

    @Test
    void whoLeavesTheQueueJustWhenAnAgentAcceptsIsGone() {
        var revoked = revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE);
        var gone = List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT), departed(ROMEO, DepartReason.REQUESTED));

        assertEquals(
                List.of(revoked, gone.get(0), gone.get(1)),
                seated().on(depart(ROMEO)).subList(0, 3));
        assertEquals(gone, open().on(depart(ROMEO)).subList(0, 2));
        assertEquals(gone, open().having(enters(ROMEO, NURSE)).on(depart(ROMEO)).subList(0, 2));
    }

    @Test
    void whoIsInTheChannelLeavesThatAndNotTheQueue() {
        assertEquals(List.of(refused(Refusal.NOT_WAITING)), bothIn().on(depart(ROMEO)));
    }

    @Test
    void aChannelThatFailsPutsTheCustomerBackAtTheOldPlace() {
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NO_CHANNEL),
                        unseated(ROMEO, NURSE),
                        offered(JULIET, NURSE, 20),
                        moved(ROMEO, 1),
                        moved(JULIET, 2),
                        changed(List.of(NURSE), queueOf(ROMEO, JULIET))),
                seated().on(channelFails(ROMEO)));
    }

    @Test
    void aChannelThatFailsIsOfferedToTheNextAgentAtOnce() {
        var stage = Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO))
                .later(2);

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NO_CHANNEL),
                        unseated(ROMEO, NURSE),
                        offered(ROMEO, FRIAR, 22),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE, FRIAR), queueOf(ROMEO))),
                stage.on(channelFails(ROMEO)));
    }

    @Test
    void aChannelThatTakesTooLongToOpenHasFailed() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(), stage.onTickAt(9));
        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NO_CHANNEL),
                        unseated(ROMEO, NURSE),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE), queueOf(ROMEO))),
                stage.onTickAt(10));
    }

    @Test
    void aChannelThatOpensTooLateIsNotUsed() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO), channelFails(ROMEO));

        assertEquals(List.of(), stage.on(channelOpens(ROMEO)));
        assertEquals(List.of(), stage.on(channelFails(ROMEO)));
    }

    @Test
    void aChannelThatIsLostEndsTheVisit() {
        assertEquals(
                List.of(
                        ended(ROMEO, NURSE, EndReason.CHANNEL_LOST),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        offered(JULIET, NURSE, 20)),
                open().on(channelFails(ROMEO)));
    }

    @Test
    void eachSideIsSeenToEnter() {
        var stage = open();

        assertEquals(List.of(agentEntered(ROMEO, NURSE)), stage.on(enters(ROMEO, NURSE)));
        assertEquals(List.of(customerEntered(ROMEO)), stage.on(enters(ROMEO, ROMEO)));
    }

    @Test
    void othersInTheChannelAreNobodysBusiness() {
        var stage = bothIn();

        assertEquals(List.of(), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, FRIAR)));
        assertEquals(List.of(), stage.on(enters(TYBALT, ROMEO)));
        assertEquals(List.of(), stage.on(leaves(TYBALT, ROMEO)));
    }

    @Test
    void nobodyEntersAChannelThatIsNotThereYet() {
        var stage = seated();

        assertEquals(List.of(), stage.on(enters(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void aVisitInWhichNotBothSidesEnterInTimeIsOver() {
        var stage = open().having(enters(ROMEO, NURSE));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(
                List.of(
                        ended(ROMEO, NURSE, EndReason.NOT_ENTERED),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        offered(JULIET, NURSE, 80)),
                stage.onTickAt(60));
    }

    @Test
    void aVisitInWhichBothSidesAreInGoesOnForEver() {
        assertEquals(List.of(), bothIn().onTickAt(1_000_000));
    }

    @Test
    void aVisitIsOverWhenTheCustomerLeaves() {
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT), offered(JULIET, NURSE, 20)),
                bothIn().on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void aVisitIsOverWhenTheAgentLeaves() {
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT), offered(JULIET, NURSE, 20)),
                bothIn().on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whoHasNotEnteredCannotLeave() {
        assertEquals(List.of(), open().on(leaves(ROMEO, NURSE)));
    }

    @Test
    void theAgentMayEnterFromAnotherConnectionAndOnlyItsLeavingCounts() {
        var stage = open().having(enters(ROMEO, NURSE_ABROAD));

        assertEquals(List.of(), stage.on(leaves(ROMEO, NURSE)));
        assertEquals(
                List.of(
                        ended(ROMEO, NURSE_ABROAD, EndReason.AGENT_LEFT),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        offered(JULIET, NURSE, 20)),
                stage.on(leaves(ROMEO, NURSE_ABROAD)));
    }

    @Test
    void anAgentWhoVanishesBeforeAnybodyEnteredGivesTheVisitBack() {
        var stage = Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .later(3);

        assertEquals(
                List.of(
                        withdrew(NURSE),
                        unseated(ROMEO, NURSE),
                        offered(ROMEO, FRIAR, 23),
                        moved(ROMEO, 1),
                        changed(List.of(FRIAR), queueOf(ROMEO))),
                stage.on(vanishes(NURSE)));
    }

    @Test
    void anAgentWhoVanishesAfterTheCustomerEnteredIsWaitedForAMinute() {
        var stage = open().having(enters(ROMEO, ROMEO));

        assertEquals(List.of(withdrew(NURSE), Outcomes.agentMissed(ROMEO, NURSE, 60)), stage.on(vanishes(NURSE)));
        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LOST)), stage.onTickAt(60));
    }

    @Test
    void aCustomerWhoVanishesWhileTheChannelOpensIsWaitedForAMinute() {
        var stage = seated();

        assertEquals(List.of(Outcomes.customerMissed(ROMEO, 60)), stage.on(vanishes(ROMEO)));
        assertEquals(
                ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST), stage.onTickAt(60).get(0));
    }

    @Test
    void anAgentWhoGoesOfflineKeepsTheVisitsTheyServe() {
        assertEquals(List.of(withdrew(NURSE)), bothIn().on(offline(NURSE)));
    }

    @Test
    void allVisitsOfAnAgentWhoVanishesAreOverWhenTheAgentDoesNotComeBack() {
        var stage = Stage.with(NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE))
                .having(join(JULIET), accept(NURSE, JULIET), channelOpens(JULIET), enters(JULIET, NURSE));

        assertEquals(
                List.of(
                        ended(ROMEO, NURSE, EndReason.AGENT_LOST),
                        departed(ROMEO, DepartReason.NO_AGENT),
                        ended(JULIET, NURSE, EndReason.AGENT_LOST),
                        departed(JULIET, DepartReason.NO_AGENT)),
                stage.having(vanishes(NURSE)).onTickAt(60));
    }

    @Test
    void aVisitThatIsOverMakesRoomForAnotherOfTheSameConnection() {
        var stage = bothIn().having(leaves(ROMEO, ROMEO));

        assertEquals(
                List.of(Outcomes.queued(ROMEO), moved(ROMEO, 2), changed(List.of(NURSE), queueOf(JULIET, ROMEO))),
                stage.on(join(ROMEO)));
    }
}
