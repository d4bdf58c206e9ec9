package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who looks whether the workgroup is open, and is told when it is otherwise. */
class LookRulesTest {
    private static Command looks(Address who) {
        return new Command.Look(who, true);
    }

    private static Event shown(ServiceState state, Address... lookers) {
        return new Event.StateShown(List.of(lookers), state);
    }

    private static List<Event> shown(List<Event> events) {
        return events.stream().filter(Event.StateShown.class::isInstance).toList();
    }

    @Test
    void whoLooksSeesWhetherItIsOpen() {
        assertEquals(List.of(shown(ServiceState.CLOSED, ROMEO)), new Stage(SETTINGS).on(looks(ROMEO)));
        assertEquals(List.of(shown(ServiceState.OPEN, ROMEO)), Stage.with(NURSE).on(looks(ROMEO)));
    }

    @Test
    void whoeverLooksIsToldWhenItOpensAndCloses() {
        var stage = new Stage(SETTINGS).having(looks(ROMEO), looks(JULIET));

        assertEquals(List.of(shown(ServiceState.OPEN, ROMEO, JULIET)), shown(stage.on(online(NURSE))));
        assertEquals(List.of(), shown(stage.on(online(FRIAR))));
        stage.having(offline(NURSE));
        assertEquals(List.of(shown(ServiceState.CLOSED, ROMEO, JULIET)), shown(stage.on(offline(FRIAR))));
    }

    @Test
    void whoLooksNoMoreIsNotToldAnyMore() {
        var stage = new Stage(SETTINGS).having(looks(ROMEO), looks(JULIET), offline(ROMEO), vanishes(JULIET));

        assertEquals(List.of(), shown(stage.on(online(NURSE))));
    }

    @Test
    void fromAnAgentOnDutyItIsAWordAboutThatAndAnsweredAlthoughItSaysTheSameAgain() {
        var stage = Stage.with(NURSE);

        assertEquals(List.of(attended(NURSE, false, queueOf())), stage.on(new Command.Look(NURSE, false)));
        assertEquals(List.of(attended(NURSE, false, queueOf())), stage.on(new Command.Look(NURSE, false)));
        assertEquals(List.of(attended(NURSE, true, queueOf())), stage.on(new Command.Look(NURSE, true)));
    }

    @Test
    void anAgentWhoIsACustomerOverAnotherConnectionLooksLikeAnybody() {
        assertEquals(
                List.of(shown(ServiceState.OPEN, NURSE_ABROAD)),
                Stage.with(NURSE).on(looks(NURSE_ABROAD)));
    }

    @Test
    void ofACrowdOnlySoManyAreToldAgain() {
        var stage = new Stage(SETTINGS);
        IntStream.rangeClosed(1, Lookers.AT_MOST).forEach(i -> stage.having(looks(person("c" + i, "web"))));

        assertEquals(List.of(shown(ServiceState.CLOSED, ROMEO)), stage.on(looks(ROMEO)));
        assertEquals(
                Lookers.AT_MOST,
                ((Event.StateShown) shown(stage.on(online(NURSE))).get(0))
                        .lookers()
                        .size());
    }

    @Test
    void whatChangesBackAndForthIsToldOnceASecond() {
        var settings = SETTINGS.withTiming(SETTINGS.timing().withWatch(Duration.ofSeconds(1)));
        var stage = new Stage(settings).later(10).having(looks(ROMEO));

        assertEquals(List.of(shown(ServiceState.OPEN, ROMEO)), shown(stage.on(online(NURSE))));
        assertEquals(List.of(), shown(stage.on(offline(NURSE))));
        assertEquals(List.of(), shown(stage.on(online(NURSE))));
        assertEquals(List.of(), shown(stage.on(offline(NURSE))));
        assertEquals(Optional.of(Stage.at(11)), stage.nextDeadline());
        assertEquals(List.of(shown(ServiceState.CLOSED, ROMEO)), shown(stage.onTickAt(11)));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void whoLooksBetweenTwoChangesIsToldOfTheSecond() {
        var settings = SETTINGS.withTiming(SETTINGS.timing().withWatch(Duration.ofSeconds(1)));
        var stage = new Stage(settings).later(10).having(looks(ROMEO), online(NURSE), offline(NURSE), looks(JULIET));

        stage.having(online(NURSE));

        assertEquals(List.of(shown(ServiceState.OPEN, JULIET)), shown(stage.onTickAt(11)));
    }
}
