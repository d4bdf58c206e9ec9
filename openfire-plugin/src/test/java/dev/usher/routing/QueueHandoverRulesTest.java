package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.handedOver;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A visit that looks for another agent in a whole queue. */
class QueueHandoverRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user(), PETER.user())).named("Mantua");
    private static final Settings TWO_QUEUES = SETTINGS.withQueues(VERONA, MANTUA);
    private static final Handover TRANSFER = transferTo("Mantua", 60);

    private static Handover transferTo(String queue, int untilSecond) {
        return new Handover(Handover.Kind.TRANSFER, new Handover.Target.Queue(queue), NURSE, "a vow", at(untilSecond));
    }

    private static Command hand(Handover handover) {
        return new Command.Hand(handover.by(), visit(ROMEO), handover.kind(), handover.target(), handover.reason());
    }

    /** Romeo is in the channel with Nurse; these others are online as well. */
    private static Stage together(Settings settings, Address... others) {
        return Stage.with(settings, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO))
                .having(Stream.of(others).map(Stage::online).toArray(Command[]::new));
    }

    @Test
    void theAgentsOfThatQueueAreAskedOneAfterTheOther() {
        var stage = together(TWO_QUEUES, FRIAR, PETER);

        assertEquals(List.of(begun(ROMEO, TRANSFER), offered(ROMEO, FRIAR, 20, TRANSFER)), stage.on(hand(TRANSFER)));
        assertEquals(
                List.of(rejected(ROMEO, FRIAR), offered(ROMEO, PETER, 20, TRANSFER)), stage.on(reject(FRIAR, ROMEO)));
        assertEquals(List.of(handedOver(ROMEO, TRANSFER, PETER, 60)), stage.on(accept(PETER, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, PETER), relieved(ROMEO, NURSE, PETER)), stage.on(enters(ROMEO, PETER)));
    }

    @Test
    void whereEveryOneOfThemDeclinesTheVisitStays() {
        var stage = together(TWO_QUEUES, FRIAR, PETER).having(hand(TRANSFER), reject(FRIAR, ROMEO));

        assertEquals(
                List.of(rejected(ROMEO, PETER), failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                stage.on(reject(PETER, ROMEO)));
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.AGENT_LEFT)), stage.on(leaves(ROMEO, NURSE)));
    }

    @Test
    void whoLetsTheOfferLapsePassesItOn() {
        var stage = together(TWO_QUEUES, FRIAR, PETER).having(hand(TRANSFER));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.TIMED_OUT), offered(ROMEO, PETER, 40, TRANSFER)),
                stage.onTickAt(20));
        assertEquals(
                List.of(
                        revoked(ROMEO, PETER, RevokeReason.TIMED_OUT),
                        failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                stage.onTickAt(40));
    }

    @Test
    void whereNobodyServesThatQueueItFailsAtOnce() {
        assertEquals(
                List.of(begun(ROMEO, TRANSFER), failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                together(TWO_QUEUES).on(hand(TRANSFER)));
    }

    @Test
    void whoIsAskedLastAndGoesOfflineLeavesNobodyToWaitFor() {
        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        withdrew(FRIAR),
                        failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                together(TWO_QUEUES, FRIAR).having(hand(TRANSFER)).on(offline(FRIAR)));
    }

    @Test
    void whoIsAwayIsWaitedForUntilTheTimeIsOver() {
        var stage = together(TWO_QUEUES, FRIAR).having(away(FRIAR));

        assertEquals(List.of(begun(ROMEO, TRANSFER)), stage.on(hand(TRANSFER)));
        assertEquals(List.of(), stage.onTickAt(59));
        assertEquals(List.of(failed(ROMEO, TRANSFER, HandoverFailure.TIMED_OUT)), stage.onTickAt(60));
    }

    @Test
    void whoServesAsManyAsAllowedIsAskedWhenOneIsOver() {
        var settings = TWO_QUEUES.withLimits(new Limits(1, 5, 50, 0)).withRules(toMantua());
        var stage = together(settings, FRIAR)
                .having(joinMantua(JULIET), accept(FRIAR, JULIET), channelOpens(JULIET), enters(JULIET, FRIAR))
                .having(enters(JULIET, JULIET), hand(TRANSFER))
                .later(9);

        assertEquals(
                List.of(ended(JULIET, FRIAR, EndReason.CUSTOMER_LEFT), offered(ROMEO, FRIAR, 29, TRANSFER)),
                stage.on(leaves(JULIET, JULIET)));
    }

    private static RoutingRule toMantua() {
        var condition = new RoutingRule.Condition("city", RoutingRule.Test.GIVEN, "");
        return new RoutingRule(List.of(condition), Optional.of("Mantua"), Map.of(), 0);
    }

    private static Command joinMantua(Address customer) {
        return new Command.Join(visit(customer), customer, Map.of("city", List.of("Mantua")), "");
    }

    @Test
    void whoCameFirstIsServedFirstInTheChannelOrInTheQueue() {
        var stage = together(TWO_QUEUES.withRules(toMantua()), FRIAR)
                .having(away(FRIAR), joinMantua(JULIET), hand(TRANSFER))
                .later(3);

        assertEquals(
                List.of(attended(FRIAR, true, mantua(JULIET)), offered(ROMEO, FRIAR, 23, TRANSFER)),
                stage.on(online(FRIAR)));
    }

    private static QueueView mantua(Address... customers) {
        var view = queueOf(customers);
        return new QueueView("Mantua", view.open(), view.length(), view.head());
    }

    @Test
    void whatTheCustomerDemandedAtFirstIsNotDemandedOfTheQueue() {
        var skilled = TWO_QUEUES
                .withProfiles(Map.of(NURSE.user(), new AgentProfile(0, Map.of("secrets", 1))))
                .withRules(new RoutingRule(List.of(), Optional.empty(), Map.of("secrets", 1), 0));

        assertEquals(
                List.of(begun(ROMEO, TRANSFER), offered(ROMEO, FRIAR, 20, TRANSFER)),
                together(skilled, FRIAR).on(hand(TRANSFER)));
    }

    @Test
    void aQueueThatAsksEverybodyAsksEverybodyAndTheFirstHasIt() {
        var settings = SETTINGS.withQueues(VERONA, MANTUA.withPolicy(Policy.ALL));
        var stage = together(settings, FRIAR, PETER);

        assertEquals(
                List.of(
                        begun(ROMEO, TRANSFER),
                        offered(ROMEO, FRIAR, 20, TRANSFER),
                        offered(ROMEO, PETER, 20, TRANSFER)),
                stage.on(hand(TRANSFER)));
        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS), handedOver(ROMEO, TRANSFER, PETER, 60)),
                stage.on(accept(PETER, ROMEO)));
    }

    @Test
    void whoIsInTheVisitAlreadyIsNotAskedToComeBesides() {
        var invitation = new Handover(Handover.Kind.INVITE, TRANSFER.target(), NURSE, "", at(60));
        var stage = together(TWO_QUEUES, FRIAR).having(hand(invitation), accept(FRIAR, ROMEO), enters(ROMEO, FRIAR));

        assertEquals(
                List.of(begun(ROMEO, invitation), failed(ROMEO, invitation, HandoverFailure.DECLINED)),
                stage.on(hand(invitation)));
        assertEquals(List.of(attended(PETER, true, mantua())), stage.on(online(PETER)));
        assertEquals(
                List.of(begun(ROMEO, invitation), offered(ROMEO, PETER, 20, invitation)), stage.on(hand(invitation)));
    }

    @Test
    void anAgentWhomTheAdminTakesAwayIsNotWaitedFor() {
        var stage = together(TWO_QUEUES, FRIAR).having(hand(TRANSFER));
        var withoutFriar = SETTINGS.withQueues(
                VERONA, ServiceQueue.of(Set.of(PETER.user())).named("Mantua"));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        withdrew(FRIAR),
                        failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                stage.on(new Command.Configure(withoutFriar)));
    }

    @Test
    void whoServesOtherQueuesIsNotWaitedFor() {
        var settings = SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user(), TYBALT.user())), MANTUA);
        var stage = together(settings, TYBALT, FRIAR).having(hand(TRANSFER));

        assertEquals(
                List.of(rejected(ROMEO, FRIAR), failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                stage.on(reject(FRIAR, ROMEO)));
    }

    @Test
    void whoIsAwayAndGoesOfflineLeavesNobodyToWaitFor() {
        var stage = together(TWO_QUEUES, FRIAR).having(away(FRIAR), hand(TRANSFER));

        assertEquals(
                List.of(withdrew(FRIAR), failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)), stage.on(offline(FRIAR)));
    }

    @Test
    void whoServesTheQueueNoMoreIsNotAskedAnyMore() {
        var stage = together(TWO_QUEUES, FRIAR).having(hand(TRANSFER));
        var elsewhere = SETTINGS.withQueues(
                ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user())),
                ServiceQueue.of(Set.of(PETER.user())).named("Mantua"));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        failed(ROMEO, TRANSFER, HandoverFailure.DECLINED)),
                stage.on(new Command.Configure(elsewhere)).stream()
                        .filter(Event.OfVisit.class::isInstance)
                        .toList());
    }
}
