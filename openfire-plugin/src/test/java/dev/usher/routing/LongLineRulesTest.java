package dev.usher.routing;

import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However long a line is, no command costs more than a few stanzas, and in the end everybody knows their place. */
class LongLineRulesTest {
    private static final int LENGTH = 5_000;
    /** The first twenty, and a part of the others. */
    private static final int AT_MOST = 20 + 200;

    private static final Settings PATIENT = SETTINGS.withTiming(
            SETTINGS.timing().withWatch(Duration.ofSeconds(1)).withOffer(Duration.ofHours(9)));

    private static final RoutingRule PRINCES_FIRST = new RoutingRule(
            List.of(new RoutingRule.Condition("rank", RoutingRule.Test.IS, "prince")), Optional.empty(), Map.of(), 1);
    private static final Command PRINCE =
            new Command.Join(visit(TYBALT), TYBALT, Map.of("rank", List.of("prince")), "");

    private final Map<VisitId, Integer> places = new HashMap<>();

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    private Stage line(int length) {
        return line(PATIENT, length);
    }

    private Stage line(Settings settings, int length) {
        var stage = Stage.with(settings, NURSE);
        IntStream.range(0, length).forEach(i -> moved(stage.on(join(customer(i)))));
        return stage;
    }

    /** Who hears of a place now; each is noted as what the customer knows. */
    private List<Event.Moved> moved(List<Event> events) {
        var moved = events.stream()
                .filter(Event.Moved.class::isInstance)
                .map(Event.Moved.class::cast)
                .toList();
        moved.forEach(move -> places.put(move.visit(), move.position()));
        return moved;
    }

    private static long shown(List<Event> events) {
        return events.stream().filter(Event.QueueChanged.class::isInstance).count();
    }

    private static List<Integer> positions(List<Event.Moved> moved) {
        return moved.stream().map(Event.Moved::position).toList();
    }

    private static List<Integer> fromTo(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** Lets the clock go on until nobody has anything to hear; returns how many seconds it took. */
    private int settle(Stage stage, int second) {
        int now = second;
        while (stage.nextDeadline().filter(next -> next.isBefore(at(3_600))).isPresent()) {
            now++;
            assertTrue(moved(stage.onTickAt(now)).size() <= AT_MOST);
        }
        return now - second;
    }

    private void assertEverybodyKnowsThePlace(Stage stage) {
        int rank = 0;
        for (var visit : stage.states()) {
            if (visit.phase().inQueue() && visit.returnBy().isEmpty()) {
                assertEquals(rank + 1, places.get(visit.id()), () -> "place of " + visit.id());
            }
            rank += visit.phase().inQueue() ? 1 : 0;
        }
    }

    @Test
    void theFirstTwentyHearAtOnceAndTheOthersTwoHundredASecondUntilAllKnow() {
        var stage = line(LENGTH).later(10);
        settle(stage, 10);
        stage.later(100);

        assertEquals(fromTo(1, 20), positions(moved(stage.on(depart(customer(0))))));
        assertEquals(fromTo(21, 220), positions(moved(stage.onTickAt(101))));
        assertEquals(fromTo(221, 420), positions(moved(stage.onTickAt(102))));
        assertEquals(23, settle(stage, 102)); // 4,999 in all, 420 of them before: twenty-two rounds and a half
        assertEverybodyKnowsThePlace(stage);
    }

    @Test
    void whateverHappensNoCommandCostsMoreThanAFewStanzas() {
        var stage = line(LENGTH);
        var random = new Random(20260101);
        for (int second = 1; second <= 300; second++) {
            stage.later(second / 3);
            var events = stage.handle(anything(random, second));
            assertTrue(moved(events).size() <= AT_MOST, () -> "too many at once: " + events.size());
            assertTrue(shown(events) <= 1);
        }
        settle(stage, 100);
        assertEverybodyKnowsThePlace(stage);
    }

    @Test
    void whatHappensInFrontConcernsTheFirstTwentyAndWhatHappensBehindNobodyAtOnce() {
        var preferred = PATIENT.withRules(PRINCES_FIRST).withLimits(new Limits(9, 5, 50, 0));
        var stage = line(preferred, LENGTH).later(60);
        settle(stage, 60);
        stage.later(100);

        assertEquals(1, moved(stage.on(join(person("last", "web")))).size());
        assertEquals(17, moved(stage.on(depart(customer(3)))).size());
        assertEquals(0, moved(stage.on(vanishes(customer(700)))).size());
        assertEquals(1, moved(stage.on(rejoin(customer(700), customer(700)))).size());
        assertEquals(20, moved(stage.on(accept(NURSE, customer(0)))).size());
        assertEquals(0, moved(stage.on(away(NURSE))).size());
        assertEquals(20, moved(stage.on(PRINCE)).size());
    }

    @Test
    void theLastOneHearsThatTheOneBeforeThemIsGone() {
        var stage = line(30);

        assertEquals(List.of(), moved(stage.on(depart(customer(28)))));
        assertEquals(List.of(29), positions(moved(stage.onTickAt(1))));
    }

    @Test
    void whenTheLastOneGoesNobodyHearsOfIt() {
        var stage = line(30);

        assertEquals(List.of(), moved(stage.on(depart(customer(29)))));
        assertEquals(List.of(), moved(stage.onTickAt(1)));
    }

    private static Command anything(Random random, int number) {
        var somebody = customer(random.nextInt(LENGTH));
        return switch (random.nextInt(7)) {
            case 0 -> join(person("new" + number, "web"));
            case 1 -> depart(somebody);
            case 2 -> vanishes(somebody);
            case 3 -> rejoin(somebody, somebody);
            case 4 -> online(random.nextBoolean() ? NURSE : FRIAR);
            case 5 -> accept(NURSE, customer(random.nextInt(20)));
            default -> new Command.Tick();
        };
    }

    @Test
    void whoVanishesFarBehindMovesNobody() {
        var stage = line(500);

        assertEquals(List.of(customerMissed(customer(400), 60)), stage.on(vanishes(customer(400))));
    }

    @Test
    void whoDepartsFarBehindMovesOnlyThoseBehind() {
        var stage = line(500).later(10);
        settle(stage, 10);

        assertEquals(List.of(), moved(stage.later(50).on(depart(customer(400)))));
        assertEquals(fromTo(401, 499), positions(moved(stage.onTickAt(51))));
    }

    @Test
    void aCrowdThatDepartsAtOnceIsOneRoundForTheOthers() {
        var stage = line(400).later(10);
        settle(stage, 10);
        stage.later(50);
        IntStream.range(30, 130).forEach(i -> assertEquals(List.of(), moved(stage.on(depart(customer(i))))));

        int told = 0;
        for (int second = 51; second < 60; second++) {
            told += moved(stage.onTickAt(second)).size();
        }
        assertEquals(270, told);
        assertEverybodyKnowsThePlace(stage);
    }

    @Test
    void whoIsPreferredStandsInFrontAndTheFirstTwentyHearOfIt() {
        var stage = line(PATIENT.withRules(PRINCES_FIRST), 300);

        var moved = moved(stage.on(PRINCE));

        assertEquals(fromTo(1, 20), positions(moved));
        assertEquals(visit(TYBALT), moved.get(0).visit());
    }

    @Test
    void afterAReloadTheyHearOfTheirPlacesInTurn() {
        var before = line(LENGTH);
        var here = before.states().stream()
                .map(state -> state.customer().connection())
                .toList();
        places.clear();
        var stage = new Stage(PATIENT);

        var events = stage.on(new Command.Restore(before.states(), List.of(), Set.copyOf(here), false));

        assertTrue(moved(events).size() <= AT_MOST, () -> moved(events).size() + " at once");
        settle(stage, 0);
        assertEverybodyKnowsThePlace(stage);
    }

    @Test
    void whenTheirQueueIsTakenAwayTheyHearOfTheirPlacesInTurn() {
        var stage = line(LENGTH);
        var elsewhere = PATIENT.withQueues(ServiceQueue.of(SETTINGS.agents()).named("Mantua"));

        var events = stage.on(new Command.Configure(elsewhere));

        assertTrue(moved(events).size() <= AT_MOST, () -> moved(events).size() + " at once");
        settle(stage, 0);
        assertEverybodyKnowsThePlace(stage);
    }

    @Test
    void whereSomethingHappensInFrontOfWhoIsToldInTurnOnlyThoseWhoMovedHearOfIt() {
        var stage = line(500).later(10);
        settle(stage, 10);
        stage.later(50).having(depart(customer(400)), depart(customer(30)));

        assertEquals(fromTo(401, 498), positions(moved(stage.onTickAt(51))));
        assertEquals(fromTo(31, 220), positions(moved(stage.onTickAt(52))));
    }
}
