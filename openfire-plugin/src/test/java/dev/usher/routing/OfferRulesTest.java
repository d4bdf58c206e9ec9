package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked for whom, and for how long. */
class OfferRulesTest {
    @Test
    void theAgentWhoHasBeenIdleTheLongestIsAskedFirst() {
        var stage = Stage.with(FRIAR, NURSE);

        assertEquals(
                List.of(
                        queued(ROMEO),
                        offered(ROMEO, FRIAR, 20),
                        moved(ROMEO, 1),
                        changed(List.of(FRIAR, NURSE), queueOf(ROMEO))),
                stage.on(join(ROMEO)));
    }

    @Test
    void whoHasJustFinishedAVisitIsAskedLast() {
        var stage = Stage.with(FRIAR, NURSE)
                .having(join(ROMEO), accept(FRIAR, ROMEO), channelOpens(ROMEO), enters(ROMEO, FRIAR))
                .later(9)
                .having(leaves(ROMEO, FRIAR));

        assertEquals(
                List.of(queued(JULIET), offered(JULIET, NURSE, 29)),
                stage.on(join(JULIET)).subList(0, 2));
    }

    @Test
    void whoServesNobodyIsAskedBeforeWhoAlreadyServesSomebody() {
        var stage = Stage.with(FRIAR, NURSE).having(join(ROMEO), accept(FRIAR, ROMEO));

        assertEquals(
                List.of(
                        queued(JULIET),
                        offered(JULIET, NURSE, 20),
                        moved(JULIET, 1),
                        changed(List.of(FRIAR, NURSE), queueOf(JULIET))),
                stage.on(join(JULIET)));
    }

    @Test
    void anAgentIsAskedForOneVisitAtATime() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(
                List.of(
                        seated(ROMEO, NURSE),
                        offered(JULIET, NURSE, 20),
                        moved(JULIET, 1),
                        changed(List.of(NURSE), queueOf(JULIET))),
                stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void anAgentIsAskedNoMoreWhenTheirVisitsAreAsManyAsAllowed() {
        var stage = Stage.with(Stage.settings(1), NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(
                List.of(seated(ROMEO, NURSE), moved(JULIET, 1), changed(List.of(NURSE), queueOf(JULIET))),
                stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void aVisitIsOfferedAgainWhenTheFirstAgentLetsItTimeOut() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));

        assertEquals(List.of(), stage.onTickAt(19));
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT), offered(ROMEO, FRIAR, 40)), stage.onTickAt(20));
    }

    @Test
    void aLapsedOfferIsNoticedByWhateverHappensNext() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO)).later(25);

        assertEquals(
                List.of(
                        attended(NURSE_ABROAD, true, queueOf(ROMEO)),
                        revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT),
                        offered(ROMEO, FRIAR, 45)),
                stage.on(online(NURSE_ABROAD)));
    }

    @Test
    void whoDeclinesIsAskedNoMoreAndTheNextAgentIs() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO)).later(3);

        assertEquals(List.of(rejected(ROMEO, NURSE), offered(ROMEO, FRIAR, 23)), stage.on(reject(NURSE, ROMEO)));
    }

    @Test
    void whoDeclinedIsNotAskedForThatVisitBeforeThePauseIsOver() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO), reject(NURSE, ROMEO));

        assertEquals(List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT)), stage.onTickAt(20));
        assertEquals(List.of(), stage.onTickAt(29));
        assertEquals(List.of(offered(ROMEO, NURSE, 50)), stage.onTickAt(30));
    }

    @Test
    void theOnlyAgentIsAskedAgainAfterThePause() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT)), stage.onTickAt(20));
        assertEquals(List.of(), stage.onTickAt(49));
        assertEquals(List.of(offered(ROMEO, NURSE, 70)), stage.onTickAt(50));
    }

    @Test
    void whoDeclinedOneVisitIsAskedForTheNextAtOnce() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(List.of(rejected(ROMEO, NURSE), offered(JULIET, NURSE, 20)), stage.on(reject(NURSE, ROMEO)));
    }

    @Test
    void whoWaitsLongestIsServedFirstWhenAnAgentComes() {
        var stage = Stage.with(NURSE).having(away(NURSE), join(ROMEO), join(JULIET), join(TYBALT));

        assertEquals(
                List.of(attended(FRIAR, true, queueOf(ROMEO, JULIET, TYBALT)), offered(ROMEO, FRIAR, 20)),
                stage.on(online(FRIAR)));
    }

    @Test
    void anAgentWhoGoesAwayLosesTheOfferToTheNext() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO)).later(4);

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.AGENT_GONE),
                        attended(NURSE, false, queueOf(ROMEO)),
                        offered(ROMEO, FRIAR, 24)),
                stage.on(away(NURSE)));
    }

    @Test
    void anAgentWhoGoesOfflineLosesTheOfferToTheNext() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));

        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.AGENT_GONE), withdrew(NURSE), offered(ROMEO, FRIAR, 20)),
                stage.on(offline(NURSE)));
    }

    @Test
    void theOfferFollowsTheAgentToTheOtherConnection() {
        var stage = Stage.with(NURSE_ABROAD, NURSE).having(join(ROMEO)).later(4);

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.AGENT_GONE),
                        attended(NURSE, false, queueOf(ROMEO)),
                        offered(ROMEO, NURSE_ABROAD, 24)),
                stage.on(away(NURSE)));
    }

    @Test
    void anAgentWhoComesBackIsAskedWithoutAPause() {
        var stage = Stage.with(NURSE).having(join(ROMEO), away(NURSE)).later(5);

        assertEquals(
                List.of(attended(NURSE, true, queueOf(ROMEO)), offered(ROMEO, NURSE, 25)), stage.on(online(NURSE)));
    }

    @Test
    void theOtherAgentKeepsTheOfferWhenOneGoes() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));

        assertEquals(List.of(withdrew(FRIAR)), stage.on(offline(FRIAR)));
    }

    @Test
    void aFreedAgentIsAskedForWhoeverWaits() {
        var stage = Stage.with(Stage.settings(1), NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE), join(JULIET))
                .later(9);

        assertEquals(
                List.of(Outcomes.ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT), offered(JULIET, NURSE, 29)),
                stage.on(leaves(ROMEO, ROMEO)));
    }

    @Test
    void anEmptyQueueAsksNobody() {
        var stage = Stage.with(NURSE).having(join(ROMEO), depart(ROMEO));

        assertEquals(List.of(), stage.onTickAt(100));
    }

    @Test
    void whoIsAskedForOneVisitCanAnswerWithoutNamingIt() {
        var stage = Stage.with(FRIAR, NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(
                seated(JULIET, NURSE),
                stage.on(new Command.Accept(NURSE, new OfferRef.Pending())).get(0));
        assertEquals(
                rejected(ROMEO, FRIAR),
                stage.on(new Command.Reject(FRIAR, new OfferRef.Pending())).get(0));
        assertEquals(
                List.of(new Event.Refused(Refusal.OFFER_GONE)),
                stage.on(new Command.Accept(FRIAR, new OfferRef.Pending())));
    }

    @Test
    void anOfferSaysSinceWhenTheCustomerWaits() {
        var stage = Stage.with(NURSE).having(away(NURSE), join(ROMEO)).later(15);

        var offered = (Event.Offered) stage.handle(online(NURSE)).stream()
                .filter(Event.Offered.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertEquals(Stage.at(0), offered.since());
    }
}
