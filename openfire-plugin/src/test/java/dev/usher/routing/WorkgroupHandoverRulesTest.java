package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentLeft;
import static dev.usher.routing.Outcomes.agentMissed;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.calledBack;
import static dev.usher.routing.Outcomes.declined;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.lent;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.recalled;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
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
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A visit that looks for another agent in another workgroup. */
class WorkgroupHandoverRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final Handover TRANSFER = handover(Handover.Kind.TRANSFER, "mantua", 60);
    private static final Handover INVITATION = handover(Handover.Kind.INVITE, "mantua", 60);

    /** What Mantua says when its agent is not needed any more before the answer. */
    private static final List<Event> LET_GO =
            List.of(revoked(ROMEO, FRIAR, RevokeReason.CUSTOMER_GONE), calledBack(ROMEO, "verona"));

    private static Handover handover(Handover.Kind kind, String workgroup, int untilSecond) {
        return new Handover(kind, new Handover.Target.Workgroup(workgroup), NURSE, "Banished!", at(untilSecond));
    }

    private static Command hand(Handover handover) {
        return new Command.Hand(handover.by(), visit(ROMEO), handover.kind(), handover.target(), handover.reason());
    }

    /** Romeo is with Nurse in Verona, where Peter serves as well; Friar serves in Mantua. */
    private final TwoWorkgroups two = new TwoWorkgroups(
                    SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user(), PETER.user()))))
            .on("mantua", online(FRIAR))
            .on("verona", online(NURSE), join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
            .on("verona", enters(ROMEO, NURSE), enters(ROMEO, ROMEO), online(PETER))
            .fromHereOn();

    private TwoWorkgroups asked(Handover handover) {
        return two.on("verona", hand(handover)).fromHereOn();
    }

    private TwoWorkgroups both() {
        asked(INVITATION).on("mantua", accept(FRIAR, ROMEO)).on("verona", enters(ROMEO, FRIAR));
        return two.fromHereOn();
    }

    private static Event offeredThere(Handover handover, int untilSecond) {
        return new Event.Offered(
                visit(ROMEO),
                FRIAR,
                ROMEO,
                ANSWERS,
                Told.SOME_TIME,
                Duration.ofSeconds(20),
                at(untilSecond),
                Optional.of(handover),
                "verona");
    }

    private static Event handedOverTo(Handover handover, int enterBySecond) {
        return new Event.HandedOver(visit(ROMEO), handover, FRIAR, ROMEO, "mantua", at(enterBySecond));
    }

    @Test
    void theAgentThereSeesWhoAsksAndWhyAndTakesOver() {
        two.on("verona", hand(TRANSFER));
        assertEquals(List.of(begun(ROMEO, TRANSFER), referred(ROMEO, "mantua", TRANSFER)), two.heard("verona"));
        assertEquals(List.of(queued(ROMEO), offeredThere(TRANSFER, 20)), two.heard("mantua"));

        two.on("mantua", accept(FRIAR, ROMEO)).on("verona", enters(ROMEO, FRIAR));

        assertEquals(List.of(lent(ROMEO, "verona", FRIAR)), two.heard("mantua"));
        assertEquals(
                List.of(handedOverTo(TRANSFER, 60), agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR)),
                two.heard("verona"));
    }

    @Test
    void whoComesBesidesMayGoFirst() {
        both().on("verona", leaves(ROMEO, FRIAR));

        assertEquals(List.of(recalled(ROMEO, "mantua"), agentLeft(ROMEO, FRIAR, NURSE)), two.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whoComesBesidesMayBeTheLast() {
        both().on("verona", leaves(ROMEO, NURSE));
        assertEquals(List.of(agentLeft(ROMEO, NURSE, FRIAR)), two.heard("verona"));
        assertEquals(List.of(), two.heard("mantua"));

        two.on("verona", leaves(ROMEO, FRIAR));

        assertEquals(
                List.of(recalled(ROMEO, "mantua"), ended(ROMEO, FRIAR, EndReason.AGENT_LEFT)), two.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whereNobodyIsThereTheVisitStays() {
        two.on("mantua", offline(FRIAR)).fromHereOn().on("verona", hand(TRANSFER));

        assertEquals(List.of(declined(ROMEO, "verona")), two.heard("mantua"));
        assertEquals(
                List.of(
                        begun(ROMEO, TRANSFER),
                        referred(ROMEO, "mantua", TRANSFER),
                        failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                two.heard("verona"));
    }

    @Test
    void whoDeclinesThereIsAskedAgainUntilTheTimeIsOver() {
        asked(TRANSFER).on("mantua", reject(FRIAR, ROMEO));
        assertEquals(List.of(rejected(ROMEO, FRIAR)), two.heard("mantua"));
        assertEquals(List.of(offeredThere(TRANSFER, 50)), two.later(30).heard("mantua"));
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT)),
                two.later(50).heard("mantua"));

        two.later(60);

        assertEquals(
                List.of(recalled(ROMEO, "mantua"), failed(ROMEO, TRANSFER, HandoverFailure.TIMED_OUT)),
                two.heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whenTheCustomerLeavesNobodyIsLookedForAnyMore() {
        asked(TRANSFER).on("verona", leaves(ROMEO, ROMEO));

        assertEquals(
                List.of(
                        recalled(ROMEO, "mantua"),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        ended(ROMEO, NURSE, EndReason.CUSTOMER_LEFT)),
                two.heard("verona"));
        assertEquals(LET_GO, two.heard("mantua"));
    }

    @Test
    void whenTheOneWhoAskedVanishesNobodyIsLookedForAnyMore() {
        asked(TRANSFER).onBoth(vanishes(NURSE));

        assertEquals(
                List.of(
                        withdrew(NURSE),
                        recalled(ROMEO, "mantua"),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        agentMissed(ROMEO, NURSE, 60)),
                two.heard("verona"));
        assertEquals(LET_GO, two.heard("mantua"));
    }

    @Test
    void aSecondHandoverTakesThePlaceOfTheFirst() {
        var toPeter = new Handover(Handover.Kind.TRANSFER, new Handover.Target.Agent(PETER.user()), NURSE, "", at(60));
        asked(TRANSFER).on("verona", transfer(ROMEO, NURSE, PETER));

        assertEquals(
                List.of(
                        recalled(ROMEO, "mantua"),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        begun(ROMEO, toPeter),
                        offered(ROMEO, PETER, 20, toPeter)),
                two.heard("verona"));
        assertEquals(LET_GO, two.heard("mantua"));
    }

    @Test
    void theSameWorkgroupMayBeAskedForSomethingElseAfterAll() {
        asked(TRANSFER).on("verona", hand(INVITATION));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.CUSTOMER_GONE),
                        calledBack(ROMEO, "verona"),
                        queued(ROMEO),
                        offeredThere(INVITATION, 20)),
                two.heard("mantua"));
    }

    @Test
    void aWorkgroupWhoseAgentIsInTheVisitLendsNoSecondOne() {
        both().on("verona", hand(TRANSFER));

        assertEquals(List.of(declined(ROMEO, "verona")), two.heard("mantua"));
        assertEquals(
                failed(ROMEO, TRANSFER, HandoverFailure.DECLINED),
                two.heard("verona").get(2));
        two.on("verona", leaves(ROMEO, ROMEO));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whoIsLentAndDoesNotComeInIsLeftOutAndFree() {
        asked(TRANSFER).on("mantua", accept(FRIAR, ROMEO)).fromHereOn();

        assertEquals(List.of(), two.later(59).heard("verona"));
        assertEquals(
                List.of(recalled(ROMEO, "mantua"), agentLeft(ROMEO, FRIAR, NURSE)),
                two.later(60).heard("verona"));
        assertEquals(List.of(calledBack(ROMEO, "verona")), two.heard("mantua"));
    }

    @Test
    void whoAcceptsAfterAnotherHasBeenAskedInsteadIsFreeAgain() {
        asked(TRANSFER).workgroups.get("verona").handle(invite(ROMEO, NURSE, PETER), two.now); // word is on its way

        two.on("mantua", accept(FRIAR, ROMEO));

        assertEquals(List.of(lent(ROMEO, "verona", FRIAR), calledBack(ROMEO, "verona")), two.heard("mantua"));
        assertEquals(List.of(recalled(ROMEO, "mantua")), two.heard("verona"));
    }
}
