package dev.usher.routing;

import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who was gone comes back to the same visit, whatever was gone: the connection, the plugin or the server. */
class ReturnRulesTest {
    private static final Address ROMEO_AGAIN = Stage.person("romeo", "garden");

    private static Stage together() {
        return Stage.with(NURSE)
                .having(
                        join(ROMEO),
                        accept(NURSE, ROMEO),
                        channelOpens(ROMEO),
                        enters(ROMEO, NURSE),
                        enters(ROMEO, ROMEO));
    }

    private static Set<String> everybody(Stage stage) {
        var all = new HashSet<String>();
        for (var state : stage.states()) {
            all.add(state.customer().connection());
            state.offers().values().forEach(agent -> all.add(agent.connection()));
            state.seats().forEach(seat -> all.add(seat.agent().connection()));
        }
        return all;
    }

    /** The same workgroup in its next life. */
    private static Stage nextLife(Stage before, Set<String> here) {
        var stage = new Stage();
        stage.having(new Command.Restore(before.states(), List.of(), here, true));
        return stage;
    }

    @Test
    void whoWaitsComesBackToTheSamePlaceAndIsOfferedAtOnce() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET), vanishes(ROMEO));

        assertEquals(
                List.of(rejoined(ROMEO, TYBALT), moved(ROMEO, TYBALT, 1)),
                stage.on(rejoin(ROMEO, TYBALT)).stream()
                        .filter(event -> !(event instanceof Event.QueueChanged))
                        .toList());
    }

    private static Event moved(Address earlier, Address now, int position) {
        return new Event.Moved(visit(earlier), now, position, Optional.empty());
    }

    @Test
    void aUserWithAnAccountComesBackWithoutAToken() {
        var stage = Stage.with(NURSE).having(join(ROMEO), vanishes(ROMEO));

        var events = stage.on(new Command.Join(new VisitId("another"), ROMEO_AGAIN, ANSWERS, ""));

        assertEquals(rejoined(ROMEO, ROMEO_AGAIN), events.get(0));
    }

    @Test
    void aVisitThatIsOverIsNotComeBackTo() {
        var stage = together().having(leaves(ROMEO, ROMEO));

        assertEquals(List.of(refused(Refusal.NO_VISIT)), stage.on(rejoin(ROMEO, TYBALT)));
    }

    @Test
    void aConnectionWithAVisitOfItsOwnTakesOverNoOther() {
        var stage = Stage.with(NURSE).having(join(ROMEO), join(JULIET));

        assertEquals(List.of(refused(Refusal.OTHER_VISIT)), stage.on(rejoin(ROMEO, JULIET)));
    }

    @Test
    void whoComesBackIntoTheChannelHasAMinuteToEnterIt() {
        var stage = together().having(vanishes(ROMEO)).later(10);

        assertEquals(
                List.of(new Event.Rejoined(visit(ROMEO), TYBALT, Optional.of(at(70)))),
                stage.on(rejoin(ROMEO, TYBALT)));
        stage.having(enters(ROMEO, TYBALT));
        assertEquals(List.of(), stage.onTickAt(4_000));
    }

    @Test
    void whatTheRoomSaysOfAConnectionThatIsLostIsNoLeave() {
        var stage = together();

        assertEquals(List.of(customerMissed(ROMEO, 60)), stage.on(vanishes(ROMEO)));
        assertEquals(List.of(), stage.on(leaves(ROMEO, ROMEO)));
        assertEquals(List.of(), stage.on(vanishes(ROMEO)));
    }

    @Test
    void anAgentWhoComesBackIsInvitedAgain() {
        var stage = together().having(vanishes(NURSE)).later(10);

        assertEquals(
                new Event.AgentReturned(visit(ROMEO), NURSE_ABROAD, ROMEO, Optional.of(at(70))),
                stage.on(online(NURSE_ABROAD)).get(1));
        stage.having(enters(ROMEO, NURSE_ABROAD));
        assertEquals(List.of(), stage.onTickAt(4_000));
    }

    @Test
    void anAgentWhoEntersTheChannelAgainIsBackEvenOffDuty() {
        var stage = together().having(vanishes(NURSE), enters(ROMEO, NURSE_ABROAD));

        assertEquals(List.of(), stage.onTickAt(60));
    }

    @Test
    void afterACrashWhoWaitedWaitsForTheCustomerInTheSameOrder() {
        var stage = nextLife(Stage.with(NURSE).having(join(ROMEO), join(JULIET)), Set.of());
        stage.having(online(NURSE));
        assertEquals(Phase.WAITING, stage.state(ROMEO).orElseThrow().phase());

        assertEquals(
                List.of(rejoined(JULIET, JULIET), offered(JULIET, NURSE, 20), moved(JULIET, JULIET, 2)),
                stage.on(rejoin(JULIET, JULIET)));
        assertEquals(List.of(rejoined(ROMEO, ROMEO), moved(ROMEO, ROMEO, 1)), stage.on(rejoin(ROMEO, ROMEO)));
    }

    @Test
    void afterACrashWhoDoesNotComeBackIsOut() {
        var stage = nextLife(Stage.with(NURSE).having(join(ROMEO)), Set.of());

        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(departed(ROMEO, DepartReason.VANISHED)), stage.onTickAt(60));
    }

    @Test
    void afterACrashTheChannelIsOpenedAgainWhenBothAreBackInWhateverOrder() {
        var customerFirst = nextLife(together(), Set.of());
        assertEquals(List.of(rejoined(ROMEO, ROMEO)), customerFirst.on(rejoin(ROMEO, ROMEO)));
        assertEquals(
                List.of(new Event.AgentReturned(visit(ROMEO), NURSE, ROMEO, Optional.empty()), seated(ROMEO, NURSE)),
                customerFirst.on(online(NURSE)).subList(1, 3));

        var agentFirst = nextLife(together(), Set.of()).having(online(NURSE));
        assertEquals(List.of(rejoined(ROMEO, ROMEO), seated(ROMEO, NURSE)), agentFirst.on(rejoin(ROMEO, ROMEO)));
        assertEquals(List.of(Outcomes.opened(ROMEO, NURSE)), agentFirst.on(channelOpens(ROMEO)));
    }

    @Test
    void afterACrashAnAgentWhoDoesNotComeBackLosesTheVisitToTheNext() {
        var stage = nextLife(together(), Set.of()).having(rejoin(ROMEO, ROMEO), online(FRIAR));

        assertEquals(
                List.of(Outcomes.unseated(ROMEO, NURSE), offered(ROMEO, FRIAR, 80)),
                stage.onTickAt(60).subList(0, 2));
    }

    @Test
    void afterACrashACustomerWhoDoesNotComeBackEndsTheVisit() {
        var stage = nextLife(together(), Set.of()).having(online(NURSE));

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)), stage.onTickAt(60));
    }

    @Test
    void whereEverybodyIsStillThereOffersStandAndChannelsAreOpenedAgain() {
        var before = together().having(join(JULIET));
        var stage = nextLife(before, everybody(before));

        assertEquals(Phase.SEATED, stage.state(ROMEO).orElseThrow().phase());
        assertEquals(Phase.OFFERED, stage.state(JULIET).orElseThrow().phase());
        assertEquals(List.of(Outcomes.opened(ROMEO, NURSE)), stage.on(channelOpens(ROMEO)));
        assertEquals(
                seated(JULIET, NURSE),
                stage.having(online(NURSE)).on(accept(NURSE, JULIET)).get(0));
    }

    @Test
    void aHandoverDoesNotOutliveARestart() {
        var before = Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE))
                .having(enters(ROMEO, ROMEO), Stage.transfer(ROMEO, NURSE, FRIAR));

        var stage = nextLife(before, everybody(before));

        assertEquals(Optional.empty(), stage.state(ROMEO).orElseThrow().handover());
    }

    @Test
    void theFirstNumberOfTheNextLifeIsBehindAllOthers() {
        var stage = nextLife(Stage.with(NURSE).having(join(ROMEO), join(JULIET)), Set.of());

        stage.having(away(NURSE), online(NURSE), join(TYBALT));

        assertEquals(3, stage.state(TYBALT).orElseThrow().placed().number());
    }

    @Test
    void whoAsksAgainWithoutEnteringIsStillExpectedInTime() {
        var stage = Stage.with(NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), enters(ROMEO, NURSE))
                .later(30)
                .having(rejoin(ROMEO, ROMEO));

        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.NOT_ENTERED), departed(ROMEO, DepartReason.NO_AGENT)),
                stage.onTickAt(90));
    }

    @Test
    void whoComesBackOverAnotherConnectionHasToEnterWithIt() {
        var elsewhere = person("romeo", "orchard");
        var stage = Stage.with(NURSE)
                .having(
                        join(ROMEO),
                        accept(NURSE, ROMEO),
                        channelOpens(ROMEO),
                        enters(ROMEO, NURSE),
                        enters(ROMEO, ROMEO))
                .having(rejoin(ROMEO, elsewhere));

        assertEquals(EndReason.NOT_ENTERED, ((Event.Ended) stage.onTickAt(60).get(0)).why());
    }

    @Test
    void whatIsKnownOfAVisitIsKnownWhenItEndsAndForgottenAfterwards() {
        var workgroup = new Workgroup(SETTINGS);
        workgroup.handle(online(NURSE), Stage.TEN);
        workgroup.handle(join(ROMEO), Stage.TEN);
        workgroup.handle(depart(ROMEO), Stage.TEN);

        assertEquals(ROMEO, workgroup.state(visit(ROMEO)).orElseThrow().customer());
        workgroup.handle(new Command.Tick(), Stage.TEN);
        assertEquals(Optional.empty(), workgroup.state(visit(ROMEO)));
    }

    @Test
    void anotherConnectionOfTheAgentThatIsLostIsNotTheOneInTheChannel() {
        var stage = Stage.with(NURSE)
                .having(online(NURSE_ABROAD), join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));

        assertEquals(List.of(withdrew(NURSE_ABROAD)), stage.on(vanishes(NURSE_ABROAD)));
    }

    @Test
    void anAgentWhoIsLostTwiceIsWaitedForOnce() {
        var stage = Stage.with(NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO), vanishes(NURSE))
                .later(30);

        assertEquals(List.of(), stage.on(vanishes(NURSE)));
    }
}
