package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentLeft;
import static dev.usher.routing.Outcomes.agentReturned;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.opened;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.unseated;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.invite;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A workgroup that goes on after a crash or a reload: with everybody, with nobody, and with some who are still there. */
class RestartRulesTest {
    private static Stage open() {
        return Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO));
    }

    private static Stage together() {
        return open().having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    /** Nurse has called Friar in. */
    private static Stage three() {
        return together().having(invite(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO), enters(ROMEO, FRIAR));
    }

    private static Command goesOn(Stage before, boolean channelsAreLost, Address... here) {
        var connections = Stream.of(here).map(Address::connection).collect(Collectors.toSet());
        return new Command.Restore(before.states(), List.of(), connections, channelsAreLost);
    }

    /** In its next life, with the channels as they were. */
    private static Stage reloaded(Stage before, Address... here) {
        return new Stage().having(goesOn(before, false, here));
    }

    /** In its next life, without any channel. */
    private static Stage crashed(Stage before, Address... here) {
        return new Stage().having(goesOn(before, true, here));
    }

    private static Event restored(Address customer, Phase phase, boolean isHere, Address... missing) {
        return new Event.Restored(
                visit(customer),
                phase,
                isHere ? Optional.empty() : Optional.of(at(60)),
                at(60),
                Stream.of(missing).map(Address::user).toList(),
                Map.of());
    }

    @Test
    void afterACrashEverybodyIsMissedAndNobodyIsAsked() {
        var before = together().having(join(JULIET), join(TYBALT));

        assertEquals(
                List.of(
                        restored(ROMEO, Phase.SEATED, false, NURSE),
                        restored(JULIET, Phase.WAITING, false),
                        restored(TYBALT, Phase.WAITING, false)),
                new Stage().on(goesOn(before, true)));
    }

    @Test
    void whereEverybodyIsStillThereNothingHasHappened() {
        var before = together().having(join(JULIET));

        var after = new Stage();
        assertEquals(List.of(Outcomes.moved(JULIET, 1)), after.on(goesOn(before, false, ROMEO, JULIET, NURSE, FRIAR)));

        assertEquals(before.states(), after.states());
    }

    @Test
    void whatMayNotHaveBeenToldIsSaidAgain() {
        var accepted = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));
        assertEquals(List.of(seated(ROMEO, NURSE)), new Stage().on(goesOn(accepted, false, ROMEO, NURSE)));

        assertEquals(List.of(opened(ROMEO, NURSE)), new Stage().on(goesOn(open(), false, ROMEO, NURSE)));
    }

    @Test
    void anAgentWhoIsMissedInTheChannelComesBackIntoIt() {
        var after = reloaded(together(), ROMEO);

        assertEquals(
                List.of(attended(NURSE, true, queueOf()), agentReturned(ROMEO, NURSE, 60)), after.on(online(NURSE)));
        assertEquals(List.of(agentEntered(ROMEO, NURSE)), after.on(enters(ROMEO, NURSE)));
        assertEquals(List.of(), after.onTickAt(4_000));
    }

    @Test
    void anAgentWhoIsMissedInTheChannelAndStaysAwayEndsTheVisit() {
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.AGENT_LOST)),
                reloaded(together(), ROMEO).onTickAt(60));
    }

    @Test
    void aCustomerWhoIsMissedInTheChannelComesBackIntoItOrEndsTheVisit() {
        assertEquals(
                List.of(rejoined(ROMEO, TYBALT, 60)),
                reloaded(together(), NURSE).on(rejoin(ROMEO, TYBALT)));
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)),
                reloaded(together(), NURSE).onTickAt(60));
    }

    @Test
    void theClockGoesOnWhereSomebodyWhoIsMissedHadNotEnteredYet() {
        var withoutNurse = open().having(enters(ROMEO, ROMEO));
        var after = new Stage().later(50).having(goesOn(withoutNurse, false, ROMEO));

        var events = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> after.onTickAt(60));

        assertEquals(List.of(), events);
        assertEquals(Optional.of(at(110)), after.nextDeadline());
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LOST)), after.onTickAt(110));
    }

    @Test
    void whoIsStillThereAndHadNotEnteredHasAsLongAsTheOthersHaveToComeBack() {
        var withoutRomeo = open().having(enters(ROMEO, NURSE));
        var after = new Stage().later(300);

        assertEquals(
                List.of(new Event.Restored(
                        visit(ROMEO), Phase.OPEN, Optional.empty(), at(360), List.of(NURSE.user()), Map.of())),
                after.on(goesOn(withoutRomeo, false, ROMEO)));
        assertEquals(
                List.of(), after.having(online(NURSE), enters(ROMEO, NURSE)).onTickAt(359));
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.NOT_ENTERED), departed(ROMEO, DepartReason.NO_AGENT)),
                after.onTickAt(360));
    }

    @Test
    void whereNobodyHadEnteredAndTheCustomerIsGoneTheAgentWaitsForTheCustomer() {
        var after = reloaded(open(), NURSE);

        assertEquals(List.of(), after.onTickAt(59));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)), after.onTickAt(60));
    }

    @Test
    void whereTheChannelsAreLostTheyAreOpenedAgainForWhoIsThere() {
        assertEquals(
                List.of(restored(ROMEO, Phase.SEATED, true), seated(ROMEO, NURSE)),
                new Stage().on(goesOn(together(), true, ROMEO, NURSE)));
    }

    @Test
    void theSecondAgentIsInvitedIntoTheChannelThatIsOpenedAgain() {
        var after = crashed(three(), ROMEO, NURSE, FRIAR);

        assertEquals(List.of(opened(ROMEO, NURSE), agentReturned(ROMEO, FRIAR, 60)), after.on(channelOpens(ROMEO)));
    }

    @Test
    void theChannelIsOpenedAgainForTheSecondAgentWhenTheFirstStaysAway() {
        var after = crashed(three(), ROMEO, FRIAR);

        assertEquals(List.of(agentLeft(ROMEO, NURSE, FRIAR), seated(ROMEO, FRIAR)), after.onTickAt(60));
        assertEquals(List.of(opened(ROMEO, FRIAR)), after.on(channelOpens(ROMEO)));
    }

    @Test
    void theChannelIsNotOpenedAgainForTheSecondAgentWhileTheCustomerIsGone() {
        var after = crashed(three()).later(30).having(online(FRIAR));

        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST)), after.onTickAt(60));
    }

    @Test
    void whereNoneOfTheAgentsComesBackTheCustomerWaitsAgain() {
        var after = crashed(three(), ROMEO);

        assertEquals(
                List.of(agentLeft(ROMEO, NURSE, FRIAR), unseated(ROMEO, FRIAR), Outcomes.moved(ROMEO, 1)),
                after.onTickAt(60));
    }

    @Test
    void whereNobodyAtAllComesBackTheVisitsAreOver() {
        var after = crashed(together().having(join(JULIET)));

        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.CUSTOMER_LOST), departed(JULIET, DepartReason.VANISHED)),
                after.onTickAt(60));
        assertEquals(List.of(), after.states());
    }

    @Test
    void anOfferStandsForWhoIsStillThereAndIsOverWhenItWouldHaveBeen() {
        var after =
                reloaded(Stage.with(NURSE).having(join(ROMEO)), ROMEO, NURSE).having(online(NURSE));

        assertEquals(
                Set.of(NURSE.user()), after.state(ROMEO).orElseThrow().offers().keySet());
        assertEquals(List.of(revoked(ROMEO, NURSE, RevokeReason.TIMED_OUT)), after.onTickAt(20));
    }

    @Test
    void anOfferToWhoIsGoneIsMadeToTheNext() {
        var after = reloaded(Stage.with(NURSE).having(join(ROMEO)), ROMEO);

        assertEquals(
                List.of(attended(FRIAR, true, queueOf(ROMEO)), offered(ROMEO, FRIAR, 20)), after.on(online(FRIAR)));
    }
}
