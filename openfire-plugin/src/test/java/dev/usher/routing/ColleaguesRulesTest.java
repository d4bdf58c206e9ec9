package dev.usher.routing;

import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.AgentView.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What agents see of each other, and how much of it at a time. */
class ColleaguesRulesTest {
    private static final Settings SLOWLY =
            Stage.settings(NURSE, FRIAR).withTiming(SETTINGS.timing().withWatch(Duration.ofSeconds(1)));
    private static final Command WATCH = new Command.Watch(NURSE);

    private static Event shows(Address agent, Presence presence, AgentView.Served... visits) {
        return new Event.AgentShown(List.of(NURSE), new AgentView(agent, presence, 2, List.of(visits)));
    }

    private static AgentView.Served serves(Address customer, int sinceSecond) {
        return new AgentView.Served(visit(customer), customer, at(sinceSecond), ANSWERS);
    }

    private static List<Event> shown(List<Event> events) {
        return events.stream().filter(Event.AgentShown.class::isInstance).toList();
    }

    private static Address user(Address agent) {
        return new Address(agent.user(), agent.user());
    }

    @Test
    void whoWatchesSeesAllWhoMayServeAndWhoIsThere() {
        var stage = Stage.with(SLOWLY, NURSE, FRIAR).having(away(FRIAR));

        assertEquals(
                List.of(
                        new Event.StaffListed(NURSE, List.of(FRIAR.user(), NURSE.user())),
                        shows(NURSE, Presence.AVAILABLE),
                        shows(FRIAR, Presence.AWAY)),
                stage.on(WATCH));
    }

    @Test
    void whoIsNoAgentSeesNobody() {
        var stage = Stage.with(SLOWLY, NURSE);

        assertEquals(List.of(refused(Refusal.NOT_AN_AGENT)), stage.on(new Command.Watch(ROMEO)));
        assertEquals(List.of(), shown(stage.on(online(FRIAR))));
    }

    @Test
    void whoeverComesOrGoesOrServesIsShown() {
        var stage = Stage.with(SLOWLY, NURSE).having(WATCH).later(10);

        assertEquals(List.of(shows(FRIAR, Presence.AVAILABLE)), shown(stage.on(online(FRIAR))));
        stage.later(20).having(join(ROMEO));
        assertEquals(
                List.of(shows(NURSE, Presence.AVAILABLE, serves(ROMEO, 20))), shown(stage.on(accept(NURSE, ROMEO))));
        stage.later(30).having(channelOpens(ROMEO)).later(40).having(Stage.enters(ROMEO, NURSE));
        assertEquals(
                List.of(shows(NURSE, Presence.AVAILABLE)), shown(stage.later(50).on(leaves(ROMEO, ROMEO))));
        assertEquals(
                List.of(shows(user(FRIAR), Presence.OFF_DUTY)),
                shown(stage.later(60).on(offline(FRIAR))));
    }

    @Test
    void whateverHappensWithinASecondIsShownOnceAfterIt() {
        var stage = Stage.with(SLOWLY, NURSE).having(WATCH).later(10).having(online(FRIAR));

        assertEquals(List.of(), shown(stage.on(away(FRIAR))));
        assertEquals(List.of(), shown(stage.on(online(FRIAR))));
        assertEquals(List.of(), shown(stage.on(away(FRIAR))));
        assertEquals(Optional.of(at(11)), stage.nextDeadline());
        assertEquals(List.of(shows(FRIAR, Presence.AWAY)), shown(stage.onTickAt(11)));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void ofACrowdTwentyAreShownAtATime() {
        var crowd = IntStream.range(0, 50)
                .mapToObj(i -> person("agent" + i, "desk"))
                .toArray(Address[]::new);
        var settings = Stage.settings(crowd).withTiming(SLOWLY.timing());
        var stage = Stage.with(settings, crowd[0])
                .having(new Command.Watch(crowd[0]))
                .later(10);
        stage.on(online(crowd[1]));
        IntStream.range(2, 50).forEach(i -> assertEquals(List.of(), shown(stage.on(online(crowd[i])))));

        assertEquals(20, shown(stage.onTickAt(11)).size());
        assertEquals(20, shown(stage.onTickAt(12)).size());
        assertEquals(8, shown(stage.onTickAt(13)).size());
        assertEquals(0, shown(stage.onTickAt(14)).size());
    }

    /** However many watch: two thousand presences a second, and not the square of the agents. */
    @Test
    void beforeACrowdFewerAreShownAtATime() {
        var crowd = IntStream.range(0, 400)
                .mapToObj(i -> person("agent" + i, "desk"))
                .toArray(Address[]::new);
        var settings = Stage.settings(crowd).withTiming(SLOWLY.timing());
        var stage = Stage.with(settings, crowd);
        for (var agent : crowd) {
            stage.having(new Command.Watch(agent));
        }
        stage.later(10);
        for (var agent : crowd) {
            stage.having(away(agent));
        }

        assertEquals(5, shown(stage.onTickAt(11)).size());
        assertEquals(5, shown(stage.onTickAt(12)).size());
    }

    @Test
    void whoIsGoneSeesNobodyAnyMore() {
        var stage = Stage.with(SLOWLY, NURSE).having(WATCH, offline(NURSE)).later(10);

        assertEquals(List.of(), shown(stage.on(online(FRIAR))));
    }

    @Test
    void whoIsNoAgentAnyMoreSeesNobody() {
        var stage = Stage.with(SLOWLY, NURSE, FRIAR)
                .having(WATCH, new Command.Watch(FRIAR))
                .later(10);

        var told = stage.on(new Command.Configure(Stage.settings(FRIAR, TYBALT).withTiming(SLOWLY.timing())));

        assertEquals(
                List.of(new Event.StaffChanged(List.of(FRIAR), List.of(TYBALT.user()), List.of(NURSE.user()))),
                told.stream().filter(Event.StaffChanged.class::isInstance).toList());
        assertEquals(
                List.of(List.of(FRIAR)),
                shown(told).stream()
                        .map(event -> ((Event.AgentShown) event).watchers())
                        .toList());
    }

    @Test
    void theWishIsSeenAsTheCapacity() {
        var stage = new Stage(SLOWLY.withLimits(new Limits(5, 5, 50, 0))).having(new Command.Attend(NURSE, true, 3));

        var view = ((Event.AgentShown) stage.on(WATCH).get(1)).agent();
        assertEquals(3, view.capacity());
        assertEquals(List.of(), view.visits());
    }

    @Test
    void whoWatchesOffDutyAndIsNoAgentAnyMoreSeesNobody() {
        var stage = Stage.with(SLOWLY, FRIAR).having(WATCH).later(10);

        var told = stage.on(new Command.Configure(Stage.settings(FRIAR).withTiming(SLOWLY.timing())));
        assertEquals(
                List.of(),
                told.stream().filter(Event.StaffChanged.class::isInstance).toList());
        assertEquals(List.of(), shown(stage.later(20).on(away(FRIAR))));
    }

    @Test
    void onlyWhoIsNewOrGoneIsTold() {
        var stage = Stage.with(SLOWLY, NURSE).having(WATCH);

        assertEquals(List.of(), stage.on(new Command.Configure(SLOWLY)));
        assertEquals(
                List.of(new Event.StaffChanged(List.of(NURSE), List.of(), List.of(FRIAR.user()))),
                stage.on(new Command.Configure(Stage.settings(NURSE).withTiming(SLOWLY.timing()))));
        assertEquals(
                List.of(new Event.StaffChanged(List.of(NURSE), List.of(TYBALT.user()), List.of())),
                stage.on(new Command.Configure(Stage.settings(NURSE, TYBALT).withTiming(SLOWLY.timing()))));
    }

    @Test
    void whoAsksWhatTheyHaveInHandIsToldAndNobodyElse() {
        var stage = Stage.with(SLOWLY, NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO), new Command.Watch(FRIAR));

        assertEquals(
                List.of(new Event.StockTaken(new AgentView(NURSE, Presence.AVAILABLE, 2, List.of(serves(ROMEO, 0))))),
                stage.on(new Command.TakeStock(NURSE)));
        assertEquals(List.of(refused(Refusal.NOT_AN_AGENT)), stage.on(new Command.TakeStock(ROMEO)));
    }
}
