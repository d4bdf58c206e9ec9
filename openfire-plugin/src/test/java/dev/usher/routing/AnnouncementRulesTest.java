package dev.usher.routing;

import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of places, queues and waits: soon enough, and never more than a few stanzas for an event. */
class AnnouncementRulesTest {
    private static Address customer(int i) {
        return person("c" + i, "web");
    }

    /** So many wait behind the one who is offered. */
    private static Stage withLine(Settings settings, int length) {
        var stage = Stage.with(settings, NURSE);
        IntStream.range(0, length).forEach(i -> stage.having(join(customer(i))));
        return stage;
    }

    private static Settings seldomShown() {
        return SETTINGS.withTiming(
                SETTINGS.timing().withWatch(Duration.ofSeconds(1)).withOffer(Duration.ofHours(1)));
    }

    private static List<Event.Moved> moved(List<Event> events) {
        return events.stream()
                .filter(Event.Moved.class::isInstance)
                .map(Event.Moved.class::cast)
                .toList();
    }

    private static List<Event> shown(List<Event> events) {
        return events.stream().filter(Event.QueueChanged.class::isInstance).toList();
    }

    @Test
    void whoComesIsToldTheirPlaceAtOnceHoweverLongTheLineIs() {
        var stage = withLine(seldomShown(), 5_000);

        assertEquals(
                List.of(new Event.Moved(visit(ROMEO), ROMEO, 5_001, Optional.empty())), moved(stage.on(join(ROMEO))));
    }

    @Test
    void theFirstTwentyHearAtOnceAndTheOthersTwoHundredASecond() {
        var stage = withLine(seldomShown(), 500).later(10);

        var atOnce = moved(stage.on(depart(customer(0))));
        assertEquals(20, atOnce.size());
        assertEquals(new Event.Moved(visit(customer(1)), customer(1), 1, Optional.empty()), atOnce.get(0));

        var afterASecond = moved(stage.onTickAt(11));
        assertEquals(200, afterASecond.size());
        assertEquals(21, afterASecond.get(0).position());
        assertEquals(200, moved(stage.onTickAt(12)).size());
        assertEquals(79, moved(stage.onTickAt(13)).size());
        assertEquals(List.of(), moved(stage.onTickAt(14)));
    }

    @Test
    void whatHappensDuringARoundIsToldInTheNext() {
        var stage = withLine(seldomShown(), 300).later(10);
        stage.having(depart(customer(0))).onTickAt(11);
        stage.having(depart(customer(1)));

        var places = new java.util.HashMap<VisitId, Integer>();
        for (int second = 12; second < 20; second++) {
            moved(stage.onTickAt(second)).forEach(move -> places.put(move.visit(), move.position()));
        }
        assertEquals(298, places.get(visit(customer(299))));
        assertEquals(21, places.get(visit(customer(22))));
    }

    @Test
    void whoIsInFrontDoesNotHearOfChangesBehind() {
        var stage = withLine(seldomShown(), 30);

        assertEquals(
                List.of(7, 8),
                moved(stage.on(depart(customer(6)))).stream()
                        .map(Event.Moved::position)
                        .limit(2)
                        .toList());
    }

    @Test
    void whoIsAwayIsNotToldAnything() {
        var stage = withLine(seldomShown(), 3).having(vanishes(customer(2)));

        assertEquals(
                List.of(1),
                moved(stage.on(depart(customer(0)))).stream()
                        .map(Event.Moved::position)
                        .toList());
    }

    @Test
    void agentsSeeAQueueOnceASecondAndThenAsItIs() {
        var stage = Stage.with(seldomShown(), NURSE, FRIAR).later(1);

        assertEquals(1, shown(stage.on(join(customer(0)))).size());
        assertEquals(List.of(), shown(stage.on(join(customer(1)))));
        assertEquals(Optional.of(at(2)), stage.nextDeadline());
        var view = ((Event.QueueChanged) shown(stage.onTickAt(2)).get(0)).queue();
        assertEquals(2, view.length());
        assertEquals(List.of(), shown(stage.onTickAt(5)));
    }

    @Test
    void agentsSeeThatAQueueIsFull() {
        var queue = ServiceQueue.of(SETTINGS.agents()).withCap(1, new Overflow.Closed());
        var stage = Stage.with(SETTINGS.withQueues(queue), NURSE);

        var view = ((Event.QueueChanged) shown(stage.on(join(ROMEO))).get(0)).queue();

        assertEquals(false, view.open());
    }

    @Test
    void whetherCustomersAreTakenInIsToldWhenItChanges() {
        var stage = new Stage();

        assertThat(stage.handle(online(NURSE))).contains(new Event.StateChanged(ServiceState.OPEN));
        assertThat(stage.handle(online(FRIAR))).doesNotContain(new Event.StateChanged(ServiceState.OPEN));
        stage.having(offline(FRIAR));
        assertThat(stage.handle(offline(NURSE))).contains(new Event.StateChanged(ServiceState.CLOSED));
    }

    @Test
    void theExpectedWaitIsToldOnceThereAreEnoughSamplesAndAgainWhileNobodyMoves() {
        var settings = seldomShown().withLimits(new Limits(1, 5, 50, 0));
        var stage = withLine(settings, 40);
        var waits = new java.util.ArrayList<Optional<Duration>>();
        for (int i = 0; i < 14; i++) {
            stage.later(10 * i);
            stage.having(accept(NURSE, customer(i)), channelOpens(customer(i)), enters(customer(i), NURSE));
            waits.add(moved(stage.on(leaves(customer(i), customer(i)))).stream()
                    .filter(move -> move.position() == 5)
                    .map(Event.Moved::expectedWait)
                    .findFirst()
                    .orElse(Optional.empty()));
        }

        assertThat(waits.subList(0, 10)).containsOnly(Optional.empty());
        var last = moved(stage.on(depart(customer(20))));
        assertThat(last)
                .allSatisfy(move -> assertThat(move.expectedWait())
                        .hasValueSatisfying(wait -> assertThat(wait)
                                .isBetween(
                                        Duration.ofSeconds(9L * move.position()),
                                        Duration.ofSeconds(11L * move.position()))));
        var later = moved(stage.onTickAt(10 * 13 + 200));
        assertThat(later).isNotEmpty();
        assertThat(later.get(0).expectedWait().orElseThrow()).isGreaterThan(Duration.ofSeconds(20));
    }
}
