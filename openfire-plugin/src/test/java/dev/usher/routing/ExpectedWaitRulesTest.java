package dev.usher.routing;

import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wait that customers are told: when there is one, for whom, and when it is told again. */
class ExpectedWaitRulesTest {
    /** An agent who never tires, and never hurries. */
    private static final Settings TIRELESS = SETTINGS.withLimits(new Limits(100, 500, 50, 0))
            .withTiming(SETTINGS.timing().withOffer(Duration.ofHours(9)).withWatch(Duration.ofHours(9)));

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    private static Event.Moved moved(int customer, int position, Integer seconds) {
        return new Event.Moved(
                visit(customer(customer)),
                customer(customer),
                position,
                Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    /** So many wait, from the first one of that number on; the first is on offer. */
    private static Stage line(Settings settings, int length) {
        var stage = Stage.with(settings, NURSE);
        IntStream.range(0, length).forEach(i -> stage.having(join(customer(i))));
        return stage;
    }

    /** The next one is taken, and all that comes of it. */
    private static List<Event> taken(Stage stage, int customer, int atSecond) {
        var events = stage.later(atSecond).on(accept(NURSE, customer(customer)));
        stage.having(channelOpens(customer(customer)))
                .having(enters(customer(customer), NURSE), enters(customer(customer), customer(customer)));
        return events;
    }

    /** Eleven are taken, ten seconds after each other: ten times are known. */
    private static Stage known(int length) {
        var stage = line(TIRELESS, length);
        IntStream.rangeClosed(0, 10).forEach(i -> taken(stage, i, 10 * i));
        return stage;
    }

    private static List<Event> told(List<Event> events) {
        return events.stream().filter(Event.Moved.class::isInstance).toList();
    }

    @Test
    void nobodyHearsOfAWaitBeforeTenTimesAreKnown() {
        var stage = line(TIRELESS, 14);
        for (int i = 0; i < 10; i++) {
            assertEquals(moved(i + 1, 1, null), told(taken(stage, i, 10 * i)).get(0));
        }

        assertEquals(List.of(moved(11, 1, 10), moved(12, 2, 20), moved(13, 3, 30)), told(taken(stage, 10, 100)));
    }

    @Test
    void whoComesHearsOfTheWaitAtOnce() {
        assertEquals(List.of(moved(99, 4, 40)), told(known(14).on(join(customer(99)))));
    }

    @Test
    void whoComesBackHearsOfTheWaitAgain() {
        var stage = known(14).having(vanishes(customer(12)));

        assertEquals(List.of(moved(12, 2, 20)), told(stage.on(rejoin(customer(12), customer(12)))));
    }

    @Test
    void whoStandsFarBehindHearsOfItASecondLater() {
        var stage = known(60);
        stage.onTickAt(101);
        stage.onTickAt(102);

        assertEquals(moved(31, 20, 200), told(taken(stage, 11, 110)).get(19));
        var behind = (Event.Moved) told(stage.onTickAt(111)).get(0);
        assertEquals(21, behind.position());
        assertEquals(Duration.ofSeconds(210), behind.expectedWait().orElseThrow());
    }

    @Test
    void whereTheLineStandsStillTheWaitGrowsAndIsToldWhenItIsWorthIt() {
        var stage = known(13);

        assertEquals(List.of(), told(stage.onTickAt(119)));
        // the first look was at a hundred; after half a minute eleven times take 130 seconds, not a quarter more than
        // ten
        assertEquals(List.of(), told(stage.onTickAt(130)));
        assertEquals(List.of(elevenths(160), elevenths(320)), waits(stage.onTickAt(160)));
        assertEquals(List.of(), told(stage.onTickAt(190)));
        assertEquals(List.of(moved(11, 1, 20), moved(12, 2, 40)), told(stage.onTickAt(220)));
    }

    private static Duration elevenths(int seconds) {
        return Duration.ofSeconds(seconds).dividedBy(11);
    }

    private static List<Duration> waits(List<Event> events) {
        return told(events).stream()
                .map(event -> ((Event.Moved) event).expectedWait().orElseThrow())
                .toList();
    }

    @Test
    void whereItGoesFasterTheWaitShrinks() {
        var stage = known(40);
        IntStream.rangeClosed(11, 20).forEach(i -> taken(stage, i, 100));

        assertEquals(moved(22, 1, 5), told(taken(stage, 21, 105)).get(0));
    }

    @Test
    void whoGivesUpSaysNothingAboutTheWait() {
        var stage = line(TIRELESS, 40);
        for (int i = 30; i > 10; i--) {
            stage.later(10 * (31 - i)).having(depart(customer(i)));
        }

        assertEquals(List.of(moved(99, 21, null)), told(stage.on(join(customer(99)))));
    }

    @Test
    void theTimeInWhichNobodyWaitedDoesNotCount() {
        var stage = known(12).later(110).having(depart(customer(11)));
        stage.later(5_000).having(join(customer(50)), join(customer(51)), join(customer(52)));

        assertEquals(List.of(moved(51, 1, 10), moved(52, 2, 20)), told(taken(stage, 50, 5_000)));
    }

    @Test
    void everyQueueHasItsOwnPace() {
        var rule = new RoutingRule(
                List.of(new RoutingRule.Condition("city", RoutingRule.Test.GIVEN, "")),
                Optional.of("Mantua"),
                Map.of(),
                0);
        var queue = TIRELESS.queues().get(0);
        var settings = TIRELESS.withQueues(queue, queue.named("Mantua")).withRules(rule);
        var stage = line(settings, 14);
        IntStream.rangeClosed(0, 10).forEach(i -> taken(stage, i, 10 * i));
        var toMantua = new Command.Join(visit(customer(99)), customer(99), Map.of("city", List.of("Mantua")), "");

        assertEquals(List.of(moved(99, 1, null)), told(stage.on(toMantua)));
    }

    @Test
    void whatIsTwoHoursOldIsForgottenAndThatIsTold() {
        var stage = known(13);
        IntStream.rangeClosed(1, 243).forEach(i -> stage.onTickAt(100 + 30 * i));

        assertEquals(List.of(moved(99, 3, null)), told(stage.on(join(customer(99)))));
    }

    @Test
    void afterARestartNothingIsKnown() {
        var before = known(13);
        var here = before.states().stream()
                .flatMap(state -> Stream.of(state.customer(), NURSE))
                .map(Address::connection)
                .collect(Collectors.toSet());

        assertEquals(
                List.of(moved(11, 1, null), moved(12, 2, null)),
                told(new Stage(TIRELESS).later(101).on(new Command.Restore(before.states(), List.of(), here, false))));
    }

    @Test
    void whereNobodyWaitsNobodyLooksAtTheWait() {
        var stage = known(12);
        taken(stage, 11, 110);
        stage.onTickAt(200);

        // what comes next is about the channels that they were promised
        assertEquals(Optional.of(at(9 * 3_600)), stage.nextDeadline());
    }
}
