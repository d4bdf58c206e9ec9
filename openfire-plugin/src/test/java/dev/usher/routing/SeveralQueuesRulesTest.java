package dev.usher.routing;

import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.opened;
import static dev.usher.routing.Outcomes.overflowed;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.revoked;
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
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A workgroup with several queues: who stands in which, who serves which, and what an admin changes of it. */
class SeveralQueuesRulesTest {
    private static final String FIRST = ServiceQueue.DEFAULT_NAME;
    /** Nurse serves Verona, Friar both. */
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user()));

    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final Settings BOTH = SETTINGS.withQueues(VERONA, MANTUA)
            .withRules(
                    rule("city", RoutingRule.Test.IS, "mantua", "Mantua", 0),
                    rule("rank", RoutingRule.Test.IS, "prince", FIRST, 9));

    private static RoutingRule rule(String field, RoutingRule.Test test, String value, String queue, int priority) {
        return new RoutingRule(
                List.of(new RoutingRule.Condition(field, test, value)), Optional.of(queue), Map.of(), priority);
    }

    private static Command joinWith(Address customer, String field, String... values) {
        return new Command.Join(visit(customer), customer, Map.of(field, List.of(values)), "");
    }

    private static Command joinMantua(Address customer) {
        return joinWith(customer, "city", "Mantua");
    }

    private static QueueView view(String queue, Address... customers) {
        var view = queueOf(customers);
        return new QueueView(queue, true, view.length(), view.head());
    }

    /** To whom which visit is offered, as {@code romeo -> nurse}. */
    private static List<String> offers(List<Event> events) {
        return events.stream()
                .filter(Event.Offered.class::isInstance)
                .map(Event.Offered.class::cast)
                .map(offer -> name(offer.customer()) + " -> " + name(offer.agent()))
                .toList();
    }

    private static String name(Address who) {
        return who.user().substring(0, who.user().indexOf('@'));
    }

    @Test
    void everyQueueCountsItsOwnPlacesAndIsSeenByItsOwnAgents() {
        var stage = Stage.with(BOTH, NURSE, FRIAR).having(away(NURSE), away(FRIAR), join(ROMEO));

        assertEquals(
                List.of(queued(JULIET), moved(JULIET, 1), changed(List.of(FRIAR), view("Mantua", JULIET))),
                stage.on(joinMantua(JULIET)));
        assertEquals(
                List.of(queued(TYBALT), moved(TYBALT, 2), changed(List.of(NURSE, FRIAR), view(FIRST, ROMEO, TYBALT))),
                stage.on(join(TYBALT)));
    }

    @Test
    void anAgentWhoComesSeesTheQueuesThatAreServed() {
        var stage = Stage.with(BOTH, NURSE).having(away(NURSE), join(ROMEO));

        assertEquals(
                List.of(
                        new Event.Attended(FRIAR, true, 0, List.of(view(FIRST, ROMEO), view("Mantua"))),
                        offered(ROMEO, FRIAR, 20)),
                stage.on(online(FRIAR)));
    }

    @Test
    void theQueueCountsMoreThanTheRankOfTheCustomer() {
        var settings = BOTH.withQueues(VERONA, MANTUA.withPriority(1));
        var stage = Stage.with(settings, NURSE)
                .having(away(NURSE), online(FRIAR), away(FRIAR))
                .having(joinWith(TYBALT, "rank", "prince"), join(ROMEO), joinMantua(JULIET));

        assertEquals(List.of("juliet -> friar"), offers(stage.on(online(FRIAR))));
        assertEquals(List.of("tybalt -> friar"), offers(stage.on(accept(FRIAR, JULIET))));
        assertEquals(List.of("romeo -> nurse"), offers(stage.on(online(NURSE))));
    }

    @Test
    void ofEqualQueuesTheCustomerWhoCameFirstIsServedFirst() {
        var stage = Stage.with(BOTH, NURSE, FRIAR)
                .having(away(NURSE), away(FRIAR))
                .having(joinMantua(ROMEO), join(JULIET), joinMantua(TYBALT));

        assertEquals(List.of("romeo -> friar"), offers(stage.on(online(FRIAR))));
        assertEquals(List.of("juliet -> friar"), offers(stage.on(accept(FRIAR, ROMEO))));
        assertEquals(List.of("tybalt -> friar"), offers(stage.on(reject(FRIAR, JULIET))));
    }

    @Test
    void whoServesOnlyOneQueueIsNotAskedForAnotherHoweverIdle() {
        var stage = Stage.with(BOTH, NURSE, FRIAR).having(join(ROMEO), reject(NURSE, ROMEO), joinMantua(JULIET));

        assertEquals(List.of(), offers(stage.on(joinMantua(TYBALT))));
        assertEquals(List.of("juliet -> friar"), offers(stage.on(accept(FRIAR, ROMEO))));
    }

    @Test
    void allConditionsOfARuleMustHoldAndOneWithoutAnyHoldsForEverybody() {
        var both = new RoutingRule(
                List.of(
                        new RoutingRule.Condition("city", RoutingRule.Test.IS, "mantua"),
                        new RoutingRule.Condition("rank", RoutingRule.Test.GIVEN, "")),
                Optional.of("Mantua"),
                Map.of(),
                0);
        var everybody = new RoutingRule(List.of(), Optional.empty(), Map.of(), 3);
        var stage = Stage.with(BOTH.withRules(both, everybody), NURSE, FRIAR)
                .having(joinMantua(ROMEO))
                .having(new Command.Join(
                        visit(JULIET), JULIET, Map.of("city", List.of("Mantua"), "rank", List.of("page")), ""));

        assertEquals(FIRST, stage.state(ROMEO).orElseThrow().queue());
        assertEquals(3, stage.state(ROMEO).orElseThrow().placed().priority());
        assertEquals("Mantua", stage.state(JULIET).orElseThrow().queue());
    }

    @Test
    void anyOfSeveralAnswersMayFit() {
        var stage = Stage.with(BOTH, FRIAR).having(joinWith(ROMEO, "city", "Verona", " mantua "));

        assertEquals("Mantua", stage.state(ROMEO).orElseThrow().queue());
    }

    @Test
    void whoIsOnOfferInAQueueThatIsTakenAwayGoesToTheFirstAndKeepsThePlace() {
        var stage = Stage.with(BOTH, FRIAR, NURSE)
                .having(joinMantua(ROMEO), join(JULIET), join(TYBALT))
                .later(5);

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE),
                        overflowed(ROMEO, "Mantua", FIRST),
                        new Event.Offered(
                                visit(ROMEO),
                                FRIAR,
                                ROMEO,
                                Map.of("city", List.of("Mantua")),
                                Told.SOME_TIME,
                                Duration.ofSeconds(20),
                                at(25),
                                Optional.empty(),
                                ""),
                        moved(ROMEO, 1),
                        moved(JULIET, 2),
                        moved(TYBALT, 3),
                        changed(List.of(FRIAR, NURSE), view(FIRST, ROMEO, JULIET, TYBALT))),
                stage.on(new Command.Configure(SETTINGS.withQueues(VERONA))));
    }

    @Test
    void whoIsGivenAnotherQueueIsAskedAtOnceForWhoWaitsThere() {
        var stage = Stage.with(BOTH, NURSE, FRIAR).having(away(FRIAR), joinMantua(ROMEO));
        var settings = BOTH.withQueues(
                VERONA, ServiceQueue.of(Set.of(FRIAR.user(), NURSE.user())).named("Mantua"));

        assertEquals(List.of("romeo -> nurse"), offers(stage.on(new Command.Configure(settings))));
    }

    @Test
    void whoNoLongerServesAQueueLosesTheOfferAndNothingElse() {
        var stage = Stage.with(BOTH, FRIAR, NURSE).having(join(ROMEO), accept(FRIAR, ROMEO), join(JULIET));
        stage.having(joinMantua(TYBALT));
        assertEquals(
                Optional.of(FRIAR),
                stage.state(TYBALT).map(state -> state.offers().get(FRIAR.user())));
        var without =
                BOTH.withQueues(VERONA, ServiceQueue.of(Set.of(NURSE.user())).named("Mantua"));

        assertEquals(
                List.of(revoked(TYBALT, FRIAR, RevokeReason.AGENT_GONE)),
                stage.on(new Command.Configure(without)).stream()
                        .filter(Event.OfVisit.class::isInstance)
                        .toList());
        assertEquals(List.of(opened(ROMEO, FRIAR)), stage.on(channelOpens(ROMEO)));
    }

    @Test
    void whoWaitsStaysWhereTheOldRulesHavePutThem() {
        var stage = Stage.with(BOTH, NURSE, FRIAR).having(away(NURSE), away(FRIAR), joinMantua(ROMEO));

        assertEquals(List.of(), stage.on(new Command.Configure(BOTH.withRules())));
        assertEquals("Mantua", stage.state(ROMEO).orElseThrow().queue());
        stage.having(joinMantua(JULIET));
        assertEquals(FIRST, stage.state(JULIET).orElseThrow().queue());
    }

    @Test
    void aHigherPriorityOfAQueueHoldsForWhoWaitsAlready() {
        var stage = Stage.with(BOTH, FRIAR).having(away(FRIAR), join(ROMEO), joinMantua(JULIET));
        stage.having(new Command.Configure(BOTH.withQueues(VERONA, MANTUA.withPriority(5))));

        assertEquals(List.of("juliet -> friar"), offers(stage.on(online(FRIAR))));
    }
}
