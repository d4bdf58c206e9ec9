package dev.usher.routing;

import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who waits, and what they and the agents hear of it. */
class QueueRulesTest {
    @Test
    void whoJoinsIsOfferedToTheAgentWhoIsThereAndLearnsTheirPlace() {
        var stage = Stage.with(NURSE);

        assertEquals(
                List.of(
                        queued(ROMEO),
                        offered(ROMEO, NURSE, 20),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE), queueOf(ROMEO))),
                stage.on(join(ROMEO)));
    }

    @Test
    void whoJoinsWhileTheOnlyAgentIsAskedForSomebodyElseWaitsBehind() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(queued(JULIET), moved(JULIET, 2), changed(List.of(NURSE), queueOf(ROMEO, JULIET))),
                stage.on(join(JULIET)));
    }

    @Test
    void aSecondJoinOfOneConnectionFindsTheFirstVisitAgain() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(
                List.of(Outcomes.rejoined(JULIET, JULIET), moved(JULIET, 2)),
                stage.on(new Command.Join(new VisitId("another"), JULIET, ANSWERS, "")));
    }

    @Test
    void anotherConnectionOfTheSameCustomerIsAnotherVisit() {
        var phone = new Address(ROMEO.user(), ROMEO.user() + "/street");
        var visit = new VisitId("on-the-street");
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(
                        new Event.Queued(visit, phone, Told.PLACEMENT),
                        new Event.Moved(visit, phone, 2, Optional.empty()),
                        changed(List.of(NURSE), queueOf(ROMEO, phone))),
                stage.on(new Command.Join(visit, phone, ANSWERS, "")));
    }

    @Test
    void nobodyJoinsWhileNoAgentIsOnline() {
        var stage = new Stage();

        assertEquals(ServiceState.CLOSED, stage.state());
        assertEquals(List.of(refused(Refusal.CLOSED)), stage.on(join(ROMEO)));
    }

    @Test
    void nobodyJoinsAfterTheLastAgentHasGone() {
        var stage = Stage.with(NURSE).having(offline(NURSE));

        assertEquals(ServiceState.CLOSED, stage.state());
        assertEquals(List.of(refused(Refusal.CLOSED)), stage.on(join(ROMEO)));
    }

    @Test
    void anAgentWhoIsAwayKeepsTheWorkgroupOpen() {
        var stage = Stage.with(NURSE).having(away(NURSE));

        assertEquals(ServiceState.OPEN, stage.state());
        assertEquals(
                List.of(queued(ROMEO), moved(ROMEO, 1), changed(List.of(NURSE), queueOf(ROMEO))),
                stage.on(join(ROMEO)));
    }

    @Test
    void everybodyBehindMovesUpWhenSomebodyDeparts() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET), join(TYBALT));

        assertEquals(
                List.of(
                        departed(JULIET, DepartReason.REQUESTED),
                        moved(TYBALT, 2),
                        changed(List.of(NURSE), queueOf(ROMEO, TYBALT))),
                stage.on(depart(JULIET)));
    }

    @Test
    void theNextIsOfferedWhenWhoWasOnOfferDeparts() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET)).later(7);

        assertEquals(
                List.of(
                        revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE),
                        departed(ROMEO, DepartReason.REQUESTED),
                        offered(JULIET, NURSE, 27),
                        moved(JULIET, 1),
                        changed(List.of(NURSE), queueOf(JULIET))),
                stage.on(depart(ROMEO)));
    }

    @Test
    void whoDoesNotWaitCannotDepart() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(refused(Refusal.NOT_WAITING)), stage.on(depart(JULIET)));
    }

    @Test
    void aWaitingCustomerWhoVanishesKeepsThePlaceForAMinute() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(List.of(Outcomes.customerMissed(JULIET, 60)), stage.on(vanishes(JULIET)));
        assertEquals(List.of(), departures(stage.onTickAt(59)));
        assertEquals(List.of(departed(JULIET, DepartReason.VANISHED)), departures(stage.onTickAt(60)));
    }

    @Test
    void theOfferOfACustomerWhoVanishesIsTakenBack() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE), Outcomes.customerMissed(ROMEO, 60)),
                stage.on(vanishes(ROMEO)));
    }

    @Test
    void aStrangerWhoVanishesChangesNothing() {
        var stage = Stage.with(NURSE).having(join(ROMEO));

        assertEquals(List.of(), stage.on(vanishes(TYBALT)));
    }

    @Test
    void everyConnectionOfEveryAgentSeesTheQueue() {
        var stage = Stage.with(NURSE, FRIAR, NURSE_ABROAD).having(away(FRIAR));

        assertEquals(
                List.of(
                        queued(ROMEO),
                        offered(ROMEO, NURSE_ABROAD, 20),
                        moved(ROMEO, 1),
                        changed(List.of(NURSE, NURSE_ABROAD, FRIAR), queueOf(ROMEO))),
                stage.on(join(ROMEO)));
    }

    @Test
    void agentsSeeHowManyWaitAndTheFirstFifty() {
        var stage = Stage.with(NURSE);
        IntStream.range(0, 60).forEach(i -> stage.having(join(person("montague" + i, "verona"))));

        var shown = ((Event.QueueChanged) last(stage.later(5).on(join(ROMEO)))).queue();

        assertEquals(61, shown.length());
        assertEquals(50, shown.head().size());
        assertEquals(
                new QueueView.Waiting(person("montague0", "verona"), at(0)),
                shown.head().get(0));
        assertEquals(at(0), shown.oldest().orElseThrow());
    }

    private static List<Event> departures(List<Event> events) {
        return events.stream().filter(Event.Departed.class::isInstance).toList();
    }

    private static Event last(List<Event> events) {
        return events.get(events.size() - 1);
    }

    @Test
    void whoAsksForTheirPlaceIsToldItAndItIsToldAgainWhenItChanges() {
        var stage = Stage.with(NURSE).having(away(NURSE), join(ROMEO), join(JULIET));

        assertEquals(
                List.of(new Event.Located(visit(JULIET), JULIET, 2, Optional.empty())),
                stage.on(new Command.Locate(JULIET)));
        assertEquals(List.of(refused(Refusal.NOT_WAITING)), stage.on(new Command.Locate(TYBALT)));
        stage.having(online(NURSE), accept(NURSE, ROMEO));
        assertEquals(List.of(refused(Refusal.NOT_WAITING)), stage.on(new Command.Locate(ROMEO)));
    }
}
