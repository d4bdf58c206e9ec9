package dev.usher.routing;

import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A customer who is back over another connection, in every phase of the visit, missed or not. */
class RejoinRulesTest {
    private static final Address AGAIN = person("romeo", "garden");
    private static final Address FRESH = person("guest-7", "web");

    private static final Address TOMB = person("romeo", "tomb");

    private static Stage accepted() {
        return Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));
    }

    private static Stage open() {
        return accepted().having(channelOpens(ROMEO));
    }

    private static Stage together() {
        return open().having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    private static Event shown(Address now, int position) {
        return new Event.Moved(visit(ROMEO), now, position, Optional.empty());
    }

    private static Event takenBack(Address customer, RevokeReason why) {
        return new Event.Revoked(visit(ROMEO), NURSE, customer, why, Optional.empty());
    }

    @Test
    void whoWaitsAndIsMissedKeepsThePlaceAndTheOthersAreServedMeanwhile() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET), join(TYBALT));

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE),
                        customerMissed(ROMEO, 60),
                        offered(JULIET, NURSE, 20)),
                stage.on(vanishes(ROMEO)));
        assertEquals(
                List.of(
                        seated(JULIET, NURSE),
                        offered(TYBALT, NURSE, 20),
                        moved(TYBALT, 2),
                        changed(List.of(NURSE), queueOf(ROMEO, TYBALT))),
                stage.on(accept(NURSE, JULIET)));
        assertEquals(
                List.of(rejoined(ROMEO, FRESH), shown(FRESH, 1), changed(List.of(NURSE), queueOf(FRESH, TYBALT))),
                stage.on(rejoin(ROMEO, FRESH)));
    }

    @Test
    void whoWasOnOfferAndComesBackIsOfferedAtOnce() {
        var stage = Stage.with(NURSE).having(join(ROMEO), vanishes(ROMEO)).later(30);

        assertEquals(
                List.of(
                        rejoined(ROMEO, FRESH),
                        new Event.Offered(
                                visit(ROMEO),
                                NURSE,
                                FRESH,
                                ANSWERS,
                                Told.SOME_TIME,
                                Duration.ofSeconds(20),
                                at(50),
                                Optional.empty(),
                                ""),
                        shown(FRESH, 1),
                        changed(List.of(NURSE), queueOf(FRESH))),
                stage.on(rejoin(ROMEO, FRESH)));
        assertEquals(List.of(takenBack(FRESH, RevokeReason.TIMED_OUT)), stage.onTickAt(60));
    }

    @Test
    void aSecondConnectionTakesTheWaitingVisitOverFromTheFirst() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(rejoined(ROMEO, FRESH), shown(FRESH, 1), changed(List.of(NURSE), queueOf(FRESH))),
                stage.on(rejoin(ROMEO, FRESH)));
        assertEquals(List.of(refused(Refusal.NOT_WAITING)), stage.on(depart(ROMEO)));
        assertEquals(List.of(), stage.on(vanishes(ROMEO)));
        assertEquals(
                List.of(
                        takenBack(FRESH, RevokeReason.CUSTOMER_GONE),
                        new Event.Departed(visit(ROMEO), FRESH, DepartReason.REQUESTED),
                        changed(List.of(NURSE), queueOf())),
                stage.on(depart(FRESH)));
    }

    @Test
    void theOfferStandsWhenASecondConnectionTakesOver() {
        var stage = Stage.with(NURSE).having(join(ROMEO), rejoin(ROMEO, FRESH));

        assertEquals(
                List.of(
                        new Event.Seated(visit(ROMEO), NURSE, FRESH, "", Told.SOME_TIME),
                        changed(List.of(NURSE), queueOf())),
                stage.on(new Command.Accept(NURSE, new OfferRef.ByCustomer(FRESH.connection()))));
    }

    @Test
    void whoIsMissedWhileTheChannelOpensFindsItOpenedAnew() {
        var stage = accepted().having(vanishes(ROMEO)).later(5);

        assertEquals(List.of(), stage.on(channelOpens(ROMEO)));
        assertEquals(List.of(), stage.onTickAt(10));
        assertEquals(
                List.of(rejoined(ROMEO, AGAIN), new Event.Seated(visit(ROMEO), NURSE, AGAIN, "", Told.SOME_TIME)),
                stage.on(rejoin(ROMEO, AGAIN)));
        assertEquals(
                List.of(new Event.Opened(visit(ROMEO), NURSE, AGAIN, Told.SOME_TIME)), stage.on(channelOpens(ROMEO)));
    }

    @Test
    void aSecondConnectionIsTheOneThatIsInvited() {
        var stage = accepted();

        assertEquals(List.of(rejoined(ROMEO, FRESH)), stage.on(rejoin(ROMEO, FRESH)));
        assertEquals(
                List.of(new Event.Opened(visit(ROMEO), NURSE, FRESH, Told.SOME_TIME)), stage.on(channelOpens(ROMEO)));
    }

    @Test
    void aSecondConnectionEntersInThePlaceOfTheFirst() {
        var stage = together().later(7);

        assertEquals(List.of(rejoined(ROMEO, FRESH, 67)), stage.on(rejoin(ROMEO, FRESH)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.on(enters(ROMEO, ROMEO)));
        assertEquals(List.of(new Event.CustomerEntered(visit(ROMEO), FRESH)), stage.on(enters(ROMEO, FRESH)));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whoComesBackAndDoesNotEnterEndsTheVisit() {
        var stage = together().having(vanishes(ROMEO), rejoin(ROMEO, FRESH));

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(
                List.of(
                        new Event.Ended(visit(ROMEO), NURSE, FRESH, EndReason.NOT_ENTERED),
                        new Event.Departed(visit(ROMEO), FRESH, DepartReason.NO_AGENT)),
                stage.onTickAt(60));
    }

    @Test
    void whoAsksAgainFromWithinTheChannelIsInItStill() {
        var stage = together();

        assertEquals(List.of(rejoined(ROMEO, ROMEO)), stage.on(rejoin(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.onTickAt(1_000));
    }

    @Test
    void whoHasAnAccountComesBackIntoTheChannelWithoutAToken() {
        var stage = together().having(vanishes(ROMEO)).later(9);

        assertEquals(
                List.of(rejoined(ROMEO, AGAIN, 69)),
                stage.on(new Command.Join(new VisitId("another"), AGAIN, Map.of(), "")));
    }

    @Test
    void whoHasAnAccountAndSeveralVisitsComesBackToTheOneThatIsMissed() {
        var phone = new Command.Join(new VisitId("by-phone"), AGAIN, ANSWERS, "");
        var stage =
                Stage.with(NURSE).having(join(ROMEO), phone, vanishes(AGAIN)).later(3);

        assertEquals(
                List.of(
                        new Event.Rejoined(new VisitId("by-phone"), TOMB, Optional.empty()),
                        new Event.Moved(new VisitId("by-phone"), TOMB, 2, Optional.empty()),
                        changed(List.of(NURSE), queueOf(ROMEO, TOMB))),
                stage.on(new Command.Join(new VisitId("a-third"), TOMB, ANSWERS, "")));
    }

    @Test
    void whoComesBackIsNeitherTooManyNorTooLate() {
        var stage = Stage.with(SETTINGS.withLimits(new Limits(1, 1, 1, 0)), NURSE)
                .having(join(ROMEO), vanishes(ROMEO), offline(NURSE));

        assertEquals(
                List.of(rejoined(ROMEO, AGAIN), shown(AGAIN, 1)),
                stage.on(new Command.Join(new VisitId("another"), AGAIN, ANSWERS, "")));
    }

    @Test
    void whoComesBackTooLateFindsNoVisit() {
        var waiting = Stage.with(NURSE).having(join(ROMEO), vanishes(ROMEO));
        assertEquals(List.of(), waiting.onTickAt(59));
        assertEquals(
                List.of(departed(ROMEO, DepartReason.VANISHED), changed(List.of(NURSE), queueOf())),
                waiting.onTickAt(60));
        assertEquals(List.of(refused(Refusal.NO_VISIT)), waiting.on(rejoin(ROMEO, FRESH)));

        var together = together().having(vanishes(ROMEO));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)), together.onTickAt(60));
        assertEquals(List.of(refused(Refusal.NO_VISIT)), together.on(rejoin(ROMEO, FRESH)));
    }
}
