package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What agents see of a queue, how often, and when everybody hears whether customers are taken in. */
class ViewRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(SETTINGS.agents());

    private static Settings shownEvery(int seconds) {
        return SETTINGS.withTiming(
                SETTINGS.timing().withWatch(Duration.ofSeconds(seconds)).withOffer(Duration.ofHours(9)));
    }

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    private static List<Event> shown(List<Event> events) {
        return events.stream().filter(Event.QueueChanged.class::isInstance).toList();
    }

    private static List<Event> states(List<Event> events) {
        return events.stream().filter(Event.StateChanged.class::isInstance).toList();
    }

    private static List<Event> state(ServiceState state) {
        return List.of(new Event.StateChanged(state));
    }

    private static QueueView since(int second, Address... customers) {
        var head = Stream.of(customers)
                .map(customer -> new QueueView.Waiting(customer, at(second)))
                .toList();
        return new QueueView(ServiceQueue.DEFAULT_NAME, true, head.size(), head);
    }

    @Test
    void aQueueIsShownAtMostOnceInThatTimeAndThenAsItIs() {
        var stage = Stage.with(shownEvery(5), NURSE).later(10);

        assertEquals(List.of(changed(List.of(NURSE), since(10, ROMEO))), shown(stage.on(join(ROMEO))));
        for (int i = 0; i < 100; i++) {
            assertEquals(List.of(), shown(stage.later(10 + i / 25).on(join(customer(i)))));
            assertEquals(List.of(), shown(stage.on(depart(customer(i)))));
        }
        assertEquals(Optional.of(at(15)), stage.nextDeadline());
        assertEquals(List.of(), shown(stage.on(depart(ROMEO))));
        assertEquals(List.of(), shown(stage.onTickAt(14)));
        assertEquals(List.of(changed(List.of(NURSE), queueOf())), shown(stage.onTickAt(15)));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void everyQueueHasATimeOfItsOwn() {
        var rule = new RoutingRule(
                List.of(new RoutingRule.Condition("city", RoutingRule.Test.GIVEN, "")),
                Optional.of("Mantua"),
                Map.of(),
                0);
        var settings = shownEvery(5).withQueues(VERONA, VERONA.named("Mantua")).withRules(rule);
        var stage = Stage.with(settings, NURSE).later(10).having(join(ROMEO)).later(12);
        var toMantua = new Command.Join(visit(JULIET), JULIET, Map.of("city", List.of("Mantua")), "");

        assertEquals(
                List.of(changed(
                        List.of(NURSE),
                        new QueueView("Mantua", true, 1, List.of(new QueueView.Waiting(JULIET, at(12)))))),
                shown(stage.on(toMantua)));
        stage.having(depart(JULIET), depart(ROMEO));
        assertEquals(List.of(changed(List.of(NURSE), queueOf())), shown(stage.onTickAt(15)));
        assertEquals(
                List.of(changed(List.of(NURSE), new QueueView("Mantua", true, 0, List.of()))),
                shown(stage.onTickAt(17)));
    }

    @Test
    void whoComesOnlineSeesTheQueueWithoutWaiting() {
        var stage = Stage.with(shownEvery(5), NURSE).later(10).having(join(ROMEO), join(JULIET));

        assertEquals(
                List.of(attended(FRIAR, true, since(10, ROMEO, JULIET)), offered(JULIET, FRIAR)),
                stage.on(online(FRIAR)));
        assertEquals(List.of(changed(List.of(NURSE, FRIAR), since(10, ROMEO, JULIET))), shown(stage.onTickAt(15)));
    }

    private static Event offered(Address customer, Address agent) {
        var nineHours = Duration.ofHours(9);
        return new Event.Offered(
                visit(customer),
                agent,
                customer,
                ANSWERS,
                Told.SOME_TIME,
                nineHours,
                at(10).plus(nineHours),
                Optional.empty(),
                "");
    }

    @Test
    void aQueueThatNobodyWatchesIsShownToNobody() {
        var stage = Stage.with(shownEvery(5), NURSE).later(10).having(join(ROMEO), offline(NURSE));

        assertEquals(List.of(), shown(stage.on(depart(ROMEO))));
        assertEquals(List.of(), shown(stage.onTickAt(15)));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void onlyTheFirstFiftyAreListedAndAllAreCounted() {
        var stage = Stage.with(shownEvery(5), NURSE);
        IntStream.range(0, 200).forEach(i -> stage.having(join(customer(i))));

        var view = ((Event.QueueChanged) shown(stage.onTickAt(5)).get(0)).queue();

        assertEquals(200, view.length());
        assertEquals(
                IntStream.range(0, 50).mapToObj(ViewRulesTest::customer).toList(),
                view.head().stream().map(QueueView.Waiting::customer).toList());
    }

    @Test
    void whatHappensInTheChannelDoesNotChangeTheQueue() {
        var stage = Stage.with(NURSE).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(), shown(stage.on(channelOpens(ROMEO))));
        assertEquals(List.of(), shown(stage.on(enters(ROMEO, NURSE))));
        assertEquals(List.of(), shown(stage.on(new Command.Say(visit(ROMEO), ROMEO, "Soft!", ""))));
        assertEquals(List.of(), shown(stage.on(leaves(ROMEO, NURSE))));
    }

    @Test
    void aQueueThatIsFullLooksClosedUntilSomebodyIsTaken() {
        var stage = Stage.with(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.Closed())), NURSE);

        assertEquals(
                List.of(changed(
                        List.of(NURSE),
                        new QueueView(VERONA.name(), false, 1, queueOf(ROMEO).head()))),
                shown(stage.on(join(ROMEO))));
        assertEquals(List.of(changed(List.of(NURSE), queueOf())), shown(stage.on(accept(NURSE, ROMEO))));
    }

    @Test
    void theWorkgroupOpensWithTheFirstAgentAndClosesWithTheLast() {
        var stage = new Stage();

        assertEquals(List.of(), states(stage.handle(new Command.Tick())));
        assertEquals(state(ServiceState.OPEN), states(stage.handle(away(NURSE))));
        assertEquals(List.of(), states(stage.handle(online(FRIAR))));
        assertEquals(List.of(), states(stage.handle(vanishes(NURSE))));
        assertEquals(state(ServiceState.CLOSED), states(stage.handle(vanishes(FRIAR))));
    }

    @Test
    void theWorkgroupIsFullWhenItsLastQueueIs() {
        var full = new Overflow.Closed();
        var mantua = ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
        var settings = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToQueue("Mantua")), mantua.withCap(1, full));
        var stage = Stage.with(settings, NURSE, FRIAR);

        assertEquals(List.of(), states(stage.handle(join(ROMEO))));
        assertEquals(state(ServiceState.FULL), states(stage.handle(join(JULIET))));
        assertEquals(state(ServiceState.OPEN), states(stage.handle(depart(ROMEO))));
    }

    @Test
    void aQueueThatNobodyStaffsDoesNotKeepTheWorkgroupFromBeingFull() {
        var mantua = ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
        var settings = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.Closed()), mantua);
        var stage = Stage.with(settings, NURSE);

        assertEquals(state(ServiceState.FULL), states(stage.handle(join(ROMEO))));
        assertEquals(state(ServiceState.OPEN), states(stage.handle(online(FRIAR))));
    }

    @Test
    void whoIsRefusedChangesNothing() {
        var stage = Stage.with(SETTINGS.withQueues(VERONA.withCap(1, new Overflow.Closed())), NURSE)
                .having(join(ROMEO));

        assertEquals(List.of(refused(Refusal.FULL)), stage.handle(join(JULIET)));
    }
}
