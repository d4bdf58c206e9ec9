package dev.usher.routing;

import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom each policy asks first, second and third. */
class PolicyOrderRulesTest {
    private static final Address PETER = person("peter", "hall");

    private static Settings with(Policy policy, int capacity) {
        return SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user(), PETER.user()))
                        .withPolicy(policy))
                .withLimits(new Limits(capacity, 500, 50, 0));
    }

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    /** Who is asked when the next customer comes, and says yes. */
    private static String nextOn(Stage stage, int number) {
        var asked = askedFor(stage.on(join(customer(number))));
        stage.having(accept(asked, customer(number)), channelOpens(customer(number)))
                .having(enters(customer(number), asked), enters(customer(number), customer(number)));
        return name(asked);
    }

    private static Address askedFor(List<Event> events) {
        return events.stream()
                .filter(Event.Offered.class::isInstance)
                .map(event -> ((Event.Offered) event).agent())
                .findFirst()
                .orElseThrow();
    }

    private static String name(Address who) {
        return who.user().substring(0, who.user().indexOf('@'));
    }

    /** Who is asked for one customer after the other, when all of them are taken and stay. */
    private static List<String> askedInTurn(Stage stage, int customers) {
        return IntStream.range(0, customers)
                .mapToObj(i -> nextOn(stage.later(i), i))
                .toList();
    }

    private static void ends(Stage stage, int number, int atSecond) {
        stage.later(atSecond).having(leaves(customer(number), customer(number)));
    }

    @Test
    void longestIdleAsksTheIdleOnesInTheOrderInWhichTheyCame() {
        assertEquals(
                List.of("nurse", "friar", "peter"),
                askedInTurn(Stage.with(with(Policy.LONGEST_IDLE, 3), NURSE, FRIAR, PETER), 3));
    }

    @Test
    void longestIdleAsksTheBusyOnesByTheirLastNewVisit() {
        assertEquals(
                List.of("nurse", "friar", "peter", "nurse", "friar", "peter", "nurse", "friar", "peter"),
                askedInTurn(Stage.with(with(Policy.LONGEST_IDLE, 3), NURSE, FRIAR, PETER), 9));
    }

    @Test
    void longestIdleAsksWhoIsIdleAgainBeforeWhoIsBusy() {
        var stage = Stage.with(with(Policy.LONGEST_IDLE, 3), NURSE, FRIAR);
        askedInTurn(stage, 2);
        ends(stage, 1, 30);

        assertEquals("friar", nextOn(stage, 3));
        assertEquals("nurse", nextOn(stage, 4));
    }

    @Test
    void longestIdleAsksWhoBecameIdleFirst() {
        var stage = Stage.with(with(Policy.LONGEST_IDLE, 3), NURSE, FRIAR);
        askedInTurn(stage, 2);
        ends(stage, 1, 30);
        ends(stage, 0, 31);

        assertEquals("friar", nextOn(stage, 3));
    }

    @Test
    void whoHandsAVisitOverBecomesIdleThen() {
        var stage = Stage.with(with(Policy.LONGEST_IDLE, 3), NURSE, PETER, FRIAR);
        nextOn(stage, 0);
        stage.having(transfer(customer(0), NURSE, FRIAR), accept(FRIAR, customer(0)))
                .later(20)
                .having(enters(customer(0), FRIAR));

        assertEquals(List.of("peter", "nurse"), List.of(nextOn(stage, 1), nextOn(stage, 2)));
    }

    @Test
    void leastLoadedAsksByTheShareOfTheOwnCapacity() {
        var settings = with(Policy.LEAST_LOADED, 2)
                .withProfiles(Map.of(
                        NURSE.user(), new AgentProfile(4, Map.of()), FRIAR.user(), new AgentProfile(1, Map.of())));

        assertEquals(
                List.of("nurse", "friar", "peter", "nurse", "nurse", "peter", "nurse"),
                askedInTurn(Stage.with(settings, NURSE, FRIAR, PETER), 7));
    }

    @Test
    void leastLoadedCountsTheWishAsTheCapacity() {
        var stage = Stage.with(with(Policy.LEAST_LOADED, 4), NURSE, FRIAR).having(new Command.Attend(NURSE, true, 2));

        assertEquals(List.of("nurse", "friar", "friar", "nurse"), askedInTurn(stage, 4));
    }

    @Test
    void roundRobinAsksEachInTurnHoweverBusy() {
        var stage = Stage.with(with(Policy.ROUND_ROBIN, 9), NURSE, FRIAR, PETER);
        assertEquals(List.of("nurse", "friar", "peter", "nurse"), askedInTurn(stage, 4));
        ends(stage, 2, 30);

        assertEquals(List.of("friar", "peter"), List.of(nextOn(stage, 5), nextOn(stage, 6)));
    }

    @Test
    void roundRobinTakesAnAnswerOfNoForATurn() {
        var stage = Stage.with(with(Policy.ROUND_ROBIN, 9), NURSE, FRIAR, PETER)
                .having(join(ROMEO), reject(NURSE, ROMEO), accept(FRIAR, ROMEO));

        assertEquals(List.of("peter", "nurse", "friar"), askedInTurn(stage, 3));
    }

    @Test
    void roundRobinAsksWhoHasNeverBeenAskedFirst() {
        var stage = Stage.with(with(Policy.ROUND_ROBIN, 9), NURSE, FRIAR);
        assertEquals(List.of("nurse", "friar"), askedInTurn(stage, 2));

        stage.having(online(PETER));

        assertEquals(List.of("peter", "nurse"), List.of(nextOn(stage, 5), nextOn(stage, 6)));
    }

    @Test
    void everyQueueHasItsOwnPolicy() {
        var agents = Set.of(NURSE.user(), FRIAR.user());
        var settings = SETTINGS.withQueues(
                        ServiceQueue.of(agents).withPolicy(Policy.ROUND_ROBIN),
                        ServiceQueue.of(agents).named("Mantua").withPolicy(Policy.ALL))
                .withRules(new RoutingRule(
                        List.of(new RoutingRule.Condition("city", RoutingRule.Test.GIVEN, "")),
                        Optional.of("Mantua"),
                        Map.of(),
                        0));
        var toMantua = new Command.Join(visit(ROMEO), ROMEO, Map.of("city", List.of("Mantua")), "");

        assertEquals(1, offers(Stage.with(settings, NURSE, FRIAR).on(join(ROMEO))));
        assertEquals(2, offers(Stage.with(settings, NURSE, FRIAR).on(toMantua)));
    }

    private static long offers(List<Event> events) {
        return events.stream().filter(Event.Offered.class::isInstance).count();
    }

    @Test
    void longestIdleAsksWhoIsIdleBeforeWhoHasBeenBusySinceBeforeARestart() {
        var before = Stage.with(SETTINGS, NURSE)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
        var here = Set.of(NURSE.connection(), ROMEO.connection());
        var stage = new Stage(Stage.settings(2))
                .having(new Command.Restore(before.states(), List.of(), here, false))
                .having(online(NURSE))
                .later(1)
                .having(online(FRIAR));

        assertEquals(offered(JULIET, FRIAR, 21), stage.on(join(JULIET)).get(1));
    }
}
