package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentLeft;
import static dev.usher.routing.Outcomes.agentMissed;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.handedOver;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
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
import static dev.usher.routing.Stage.invite;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a transfer or an invitation when somebody goes, comes or changes their mind meanwhile. */
class HandoverMeanwhileRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final Settings THREE = Stage.settings(NURSE, FRIAR, PETER);
    private static final Handover TRANSFER = handover(Handover.Kind.TRANSFER, NURSE, FRIAR, 60);
    private static final Handover INVITATION_OF_PETER = handover(Handover.Kind.INVITE, NURSE, PETER, 60);

    private static Handover handover(Handover.Kind kind, Address by, Address to, int untilSecond) {
        return new Handover(kind, new Handover.Target.Agent(to.user()), by, "", at(untilSecond));
    }

    /** Romeo is in the channel with the first of these agents. */
    private static Stage together(Settings settings, Address... agents) {
        return Stage.with(settings, agents)
                .having(join(ROMEO), accept(agents[0], ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, agents[0]), enters(ROMEO, ROMEO));
    }

    /** Friar is asked to take Romeo over from Nurse. */
    private static Stage asked() {
        return together(SETTINGS, NURSE, FRIAR).having(transfer(ROMEO, NURSE, FRIAR));
    }

    /** Nurse and Friar are both in, and Peter is online. */
    private static Stage bothIn() {
        return together(THREE, NURSE, FRIAR, PETER)
                .having(invite(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO), enters(ROMEO, FRIAR));
    }

    @Test
    void whenTheLastAgentLeavesTheOtherIsNotAskedAnyMore() {
        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        ended(ROMEO, NURSE, EndReason.AGENT_LEFT)),
                asked().on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whenTheChannelIsLostTheOtherIsNotAskedAnyMore() {
        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        ended(ROMEO, NURSE, EndReason.CHANNEL_LOST)),
                asked().on(channelFails(ROMEO)));
    }

    @Test
    void whoAsksAndLeavesOthersBehindTakesTheQuestionAlong() {
        var stage = bothIn().having(invite(ROMEO, NURSE, PETER));

        assertEquals(
                List.of(
                        revoked(ROMEO, PETER, RevokeReason.WITHDRAWN),
                        failed(ROMEO, INVITATION_OF_PETER, HandoverFailure.WITHDRAWN),
                        agentLeft(ROMEO, NURSE, FRIAR)),
                stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whenAnotherLeavesThanTheOneWhoAskedTheQuestionStands() {
        var stage = bothIn().having(invite(ROMEO, NURSE, PETER));

        assertEquals(List.of(agentLeft(ROMEO, FRIAR, NURSE)), stage.on(leaves(ROMEO, FRIAR)));
        assertEquals(List.of(handedOver(ROMEO, INVITATION_OF_PETER, PETER, 60)), stage.on(accept(PETER, ROMEO)));
    }

    @Test
    void whoAsksMayGoOffDutyMeanwhile() {
        var stage = asked();

        assertEquals(List.of(withdrew(NURSE)), stage.on(offline(NURSE)));
        assertEquals(List.of(handedOver(ROMEO, TRANSFER, FRIAR, 60)), stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void anyAgentOfTheVisitMayAskInThePlaceOfTheOther() {
        var stage = bothIn().having(invite(ROMEO, NURSE, PETER));
        var byFriar = handover(Handover.Kind.TRANSFER, FRIAR, PETER, 60);

        assertEquals(
                List.of(
                        revoked(ROMEO, PETER, RevokeReason.WITHDRAWN),
                        failed(ROMEO, INVITATION_OF_PETER, HandoverFailure.WITHDRAWN),
                        begun(ROMEO, byFriar),
                        offered(ROMEO, PETER, 20, byFriar)),
                stage.on(transfer(ROMEO, FRIAR, PETER)));
        assertEquals(
                List.of(agentEntered(ROMEO, PETER), relieved(ROMEO, FRIAR, PETER)),
                stage.having(accept(PETER, ROMEO)).on(enters(ROMEO, PETER)));
        assertEquals(List.of(agentLeft(ROMEO, PETER, NURSE)), stage.on(leaves(ROMEO, PETER)));
    }

    @Test
    void aSecondHandoverThatCannotBeLeavesTheFirstInItsPlace() {
        var stage = asked();

        assertEquals(List.of(refused(Refusal.NO_SUCH_TARGET)), stage.on(transfer(ROMEO, NURSE, TYBALT)));
        assertEquals(List.of(handedOver(ROMEO, TRANSFER, FRIAR, 60)), stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void whoIsWantedAndVanishesIsNotWaitedFor() {
        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        failed(ROMEO, TRANSFER, HandoverFailure.UNAVAILABLE),
                        withdrew(FRIAR)),
                asked().on(vanishes(FRIAR)));
    }

    @Test
    void whoIsBeingAskedForAnotherIsAskedAfterTheAnswer() {
        var stage = together(SETTINGS, NURSE, FRIAR).having(join(JULIET));

        assertEquals(List.of(begun(ROMEO, TRANSFER)), stage.on(transfer(ROMEO, NURSE, FRIAR)));
        assertEquals(
                List.of(rejected(JULIET, FRIAR), offered(ROMEO, FRIAR, 20, TRANSFER), offered(JULIET, NURSE, 20)),
                stage.on(reject(FRIAR, JULIET)));
    }

    @Test
    void whoHasDeclinedIsAskedAgainOnlyAfterThePause() {
        var stage = asked().having(reject(FRIAR, ROMEO)).later(5);
        var again = handover(Handover.Kind.TRANSFER, NURSE, FRIAR, 65);

        assertEquals(List.of(begun(ROMEO, again)), stage.on(transfer(ROMEO, NURSE, FRIAR)));
        assertEquals(List.of(), stage.onTickAt(29));
        assertEquals(List.of(offered(ROMEO, FRIAR, 50, again)), stage.onTickAt(30));
    }

    @Test
    void aHandoverThatTakesTooLongIsTakenBackFromWhoeverIsAskedAndCannotBeAccepted() {
        var hasty = SETTINGS.withTiming(SETTINGS.timing().withHandover(Duration.ofSeconds(10)));
        var stage = together(hasty, NURSE, FRIAR).having(transfer(ROMEO, NURSE, FRIAR));
        var handover = handover(Handover.Kind.TRANSFER, NURSE, FRIAR, 10);

        assertEquals(List.of(), stage.onTickAt(9));
        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT),
                        failed(ROMEO, handover, HandoverFailure.TIMED_OUT)),
                stage.onTickAt(10));
        assertEquals(
                List.of(refused(Refusal.OFFER_GONE), revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS)),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void aCustomerWhoVanishesMeanwhileTakesNothingBack() {
        var stage = asked();

        assertEquals(List.of(customerMissed(ROMEO, 60)), stage.on(vanishes(ROMEO)));
        assertEquals(List.of(handedOver(ROMEO, TRANSFER, FRIAR, 60)), stage.on(accept(FRIAR, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
        assertEquals(List.of(ended(ROMEO, FRIAR, EndReason.CUSTOMER_LOST)), stage.onTickAt(60));
    }

    @Test
    void whoIsMissedLeavesStandingWhatTheOtherHasAsked() {
        var stage = bothIn().having(invite(ROMEO, NURSE, PETER));

        assertEquals(List.of(withdrew(FRIAR), agentMissed(ROMEO, FRIAR, 60)), stage.on(vanishes(FRIAR)));
    }

    @Test
    void whoAsksBeforeAnybodyHasMetAndVanishesTakesTheQuestionAlong() {
        var stage = Stage.with(THREE, NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), transfer(ROMEO, NURSE, FRIAR));

        assertEquals(
                List.of(
                        withdrew(NURSE),
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        unseated(ROMEO, NURSE),
                        offered(ROMEO, FRIAR, 20)),
                stage.on(vanishes(NURSE)).stream()
                        .filter(event -> event instanceof Event.OfVisit || event instanceof Event.Withdrew)
                        .toList());
        assertEquals(Optional.empty(), stage.state(ROMEO).orElseThrow().handover());
    }
}
