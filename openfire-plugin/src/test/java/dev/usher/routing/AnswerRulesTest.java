package dev.usher.routing;

import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes of accepting and rejecting, in time and too late. */
class AnswerRulesTest {
    private static final Event GONE = refused(Refusal.OFFER_GONE);

    @Test
    void whoAcceptsIsSeatedAndTheCustomerIsOutOfTheQueue() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(List.of(seated(ROMEO, NURSE), changed(List.of(NURSE), queueOf())), stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void anOfferIsAcceptedByTheCustomersAddressToo() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(seated(ROMEO, NURSE), changed(List.of(NURSE), queueOf())),
                stage.on(new Command.Accept(NURSE, new OfferRef.ByCustomer(ROMEO.connection()))));
    }

    @Test
    void anOfferForAnotherWorkgroupIsAnsweredByTheCustomersAddressToo() {
        var errand = new Errand(
                Stage.visit(ROMEO), "verona", ROMEO, Stage.ANSWERS, Stage.at(0), Optional.empty(), Optional.empty());
        var byAddress = new OfferRef.ByCustomer(ROMEO.connection());

        assertEquals(
                List.of(Outcomes.rejected(ROMEO, NURSE)),
                Stage.with(NURSE).having(new Command.Run(errand)).on(new Command.Reject(NURSE, byAddress)));
        assertEquals(
                Outcomes.lent(ROMEO, "verona", NURSE),
                Stage.with(NURSE)
                        .having(new Command.Run(errand))
                        .on(new Command.Accept(NURSE, byAddress))
                        .get(0));
    }

    @Test
    void anOfferAcceptedFromAnotherConnectionOfTheAgentIsTakenBackWhereItStillShows() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS),
                        seated(ROMEO, NURSE_ABROAD),
                        changed(List.of(NURSE), queueOf())),
                stage.on(accept(NURSE_ABROAD, ROMEO)));
    }

    @Test
    void anAcceptThatIsRepeatedIsHarmless() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(), stage.on(accept(NURSE, ROMEO)));
        assertEquals(List.of(), stage.having(channelOpens(ROMEO)).on(accept(NURSE, ROMEO)));
    }

    @Test
    void aLapsedOfferCannotBeAcceptedAndIsTakenBackOnceMore() {
        var stage = Stage.with(NURSE).having(join(ROMEO)).later(20).having(new Command.Tick());

        assertEquals(List.of(GONE, revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS)), stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void anAnswerThatComesBeforeTheClockIsLookedAtStillCounts() {
        var stage = Stage.with(NURSE).having(join(ROMEO)).later(21);

        assertEquals(List.of(seated(ROMEO, NURSE), changed(List.of(NURSE), queueOf())), stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void anOfferToSomebodyElseCannotBeAnswered() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));
        var answer = List.of(GONE, revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS));

        assertEquals(answer, stage.on(accept(FRIAR, ROMEO)));
        assertEquals(answer, stage.on(reject(FRIAR, ROMEO)));
    }

    @Test
    void aVisitThatAnotherAgentHasTakenCannotBeAnswered() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(GONE, revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS)), stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void whoHasAcceptedCannotRejectAnyMore() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(GONE, revoked(ROMEO, NURSE, RevokeReason.NOT_YOURS)), stage.on(reject(NURSE, ROMEO)));
    }

    @Test
    void aVisitThatIsNotThereCannotBeAnsweredAndLeavesNothingToTakeBack() {
        var stage = Stage.with(NURSE);

        assertEquals(List.of(GONE), stage.on(accept(NURSE, ROMEO)));
        assertEquals(List.of(GONE), stage.on(reject(NURSE, ROMEO)));
        assertEquals(List.of(GONE), stage.on(new Command.Accept(NURSE, new OfferRef.ByCustomer(ROMEO.connection()))));
    }

    @Test
    void whoIsNoAgentLearnsNothingAboutTheVisit() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(List.of(GONE), stage.on(accept(TYBALT, ROMEO)));
        assertEquals(List.of(GONE), stage.on(reject(TYBALT, ROMEO)));
    }

    @Test
    void theNextIsOfferedOnceTheFirstIsTaken() {
        var stage =
                Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET), reject(FRIAR, JULIET));

        assertEquals(List.of(), stage.onTickAt(9));
        assertEquals(List.of(GONE, revoked(JULIET, FRIAR, RevokeReason.NOT_YOURS)), stage.on(accept(FRIAR, JULIET)));
        assertEquals(
                List.of(seated(JULIET, NURSE), changed(List.of(NURSE, FRIAR), queueOf())),
                stage.on(accept(NURSE, JULIET)));
    }

    @Test
    void whoIsAskedSecondMayAcceptWhatTheFirstLetLapse() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));
        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT), offered(ROMEO, FRIAR, 40)), stage.onTickAt(20));

        assertEquals(
                List.of(seated(ROMEO, FRIAR), changed(List.of(NURSE, FRIAR), queueOf())),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void anAcceptByTheCustomersAddressThatIsRepeatedIsHarmlessToo() {
        var accept = new Command.Accept(NURSE, new OfferRef.ByCustomer(ROMEO.connection()));
        var stage = Stage.with(NURSE).having(join(ROMEO), accept);

        assertEquals(List.of(), stage.on(accept));
    }
}
