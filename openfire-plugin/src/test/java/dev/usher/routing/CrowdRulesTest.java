package dev.usher.routing;

import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.depart;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five thousand wait: everybody learns their place, and nothing that happens costs more than a few stanzas. */
class CrowdRulesTest {
    private static final int CROWD = 5_000;
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final RoutingRule PRINCES = new RoutingRule(
            List.of(new RoutingRule.Condition("rank", RoutingRule.Test.GIVEN, "")), Optional.empty(), Map.of(), 1);
    private static final Settings LONG_OFFERS = SETTINGS.withQueues(VERONA)
            .withRules(PRINCES)
            .withTiming(SETTINGS.timing().withOffer(Duration.ofHours(1)).withComeBack(Duration.ofHours(1)));

    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    /** So many wait, and everybody knows their place. */
    private static Stage withLine(Settings settings, int length) {
        var stage = Stage.with(settings, NURSE, FRIAR);
        IntStream.range(0, length).forEach(i -> stage.having(join(customer(i))));
        return stage.later(60).having(new Command.Tick()).later(100);
    }

    private static int places(List<Event> events) {
        return (int) events.stream().filter(Event.Moved.class::isInstance).count();
    }

    private static List<Event> moves(List<Event> events) {
        return events.stream().filter(Event.Moved.class::isInstance).toList();
    }

    @Test
    void whateverHappensAtMostAFewAreTold() {
        var stage = withLine(
                Stage.settings(9).withQueues(VERONA).withRules(PRINCES).withTiming(LONG_OFFERS.timing()), CROWD);
        var prince = person("prince", "palace");

        assertEquals(1, places(stage.on(join(person("last", "web")))));
        assertEquals(17, places(stage.on(depart(customer(3)))));
        assertEquals(0, places(stage.on(vanishes(customer(700)))));
        assertEquals(1, places(stage.on(rejoin(customer(700), customer(700)))));
        assertEquals(20, places(stage.on(accept(NURSE, customer(0)))));
        assertEquals(0, places(stage.on(away(NURSE))));
        assertEquals(
                20, places(stage.on(new Command.Join(visit(prince), prince, Map.of("rank", List.of("prince")), ""))));
        for (int second = 101; second < 160; second++) {
            int told = places(stage.onTickAt(second));
            assertEquals(Math.min(told, Announcements.AT_A_TIME), told);
        }
    }

    @Test
    void theLastOneHearsThatTheOneBeforeThemIsGone() {
        var stage = withLine(LONG_OFFERS, 30);

        assertEquals(List.of(), moves(stage.on(depart(customer(28)))));
        assertEquals(List.of(moved(customer(29), 29)), moves(stage.onTickAt(101)));
    }

    @Test
    void whenTheLastOneGoesNobodyHearsOfIt() {
        var stage = withLine(LONG_OFFERS, 30);

        assertEquals(List.of(), moves(stage.on(depart(customer(29)))));
        assertEquals(List.of(), moves(stage.onTickAt(101)));
    }

    @Test
    void aCrowdThatHasToGoToAnotherQueueHearsOfItsPlacesInTurn() {
        var toMantua = new RoutingRule(List.of(), Optional.of("Mantua"), Map.of(), 0);
        var stage = withLine(LONG_OFFERS.withQueues(VERONA, MANTUA).withRules(toMantua), CROWD);

        var first = moves(stage.on(new Command.Configure(LONG_OFFERS)));

        assertEquals(Announcements.AT_A_TIME + Announcements.AT_ONCE, first.size());
        assertEquals(everybodysPlaces(CROWD), placesToldUntil(stage, 200, first));
    }

    @Test
    void aCrowdThatIsStillThereAfterARestartHearsOfItsPlacesInTurn() {
        var before = withLine(LONG_OFFERS, CROWD);
        var here = before.states().stream()
                .map(state -> state.customer().connection())
                .collect(Collectors.toSet());
        var after = new Stage(LONG_OFFERS).later(100);

        var first = moves(after.on(new Command.Restore(before.states(), List.of(), here, false)));

        assertEquals(Announcements.AT_A_TIME + Announcements.AT_ONCE, first.size());
        assertEquals(everybodysPlaces(CROWD), placesToldUntil(after, 200, first));
    }

    private static Map<VisitId, Integer> everybodysPlaces(int length) {
        return IntStream.range(0, length).boxed().collect(Collectors.toMap(i -> visit(customer(i)), i -> i + 1));
    }

    private static Map<VisitId, Integer> placesToldUntil(Stage stage, int last, List<Event> first) {
        var places = new HashMap<VisitId, Integer>();
        first.forEach(event -> note(places, (Event.Moved) event));
        for (int second = 101; second <= last; second++) {
            moves(stage.onTickAt(second)).forEach(event -> note(places, (Event.Moved) event));
        }
        return places;
    }

    private static void note(Map<VisitId, Integer> places, Event.Moved moved) {
        places.put(moved.visit(), moved.position());
    }
}
