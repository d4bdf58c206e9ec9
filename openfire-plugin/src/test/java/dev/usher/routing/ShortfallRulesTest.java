package dev.usher.routing;

import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why a visit waits: the filter that leaves nobody over, told when it is another one than before. */
class ShortfallRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final Settings SKILLED = SETTINGS.withProfiles(
                    Map.of(FRIAR.user(), new AgentProfile(0, Map.of("vows", 1))))
            .withRules(new RoutingRule(List.of(), Optional.empty(), Map.of("vows", 1), 0));

    /** Why which visits wait, as far as it is told now. */
    private static List<Event> told(List<Event> events) {
        return events.stream().filter(Event.Unmatched.class::isInstance).toList();
    }

    private static List<Event> told(Stage stage, Command command) {
        return told(stage.handle(command));
    }

    private static List<Event> toldAt(int second, Stage stage) {
        return told(stage.later(second).handle(new Command.Tick()));
    }

    private static List<Event> because(Address customer, Eligibility filter, int before) {
        return List.of(new Event.Unmatched(visit(customer), new Shortfall(filter, before)));
    }

    /** Romeo is in the channel with Nurse, and Friar is online. */
    private static Stage together() {
        return Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    @Test
    void nobodyWhoIsOnlineServesTheQueue() {
        var alone = Stage.with(NURSE).having(join(ROMEO));
        assertEquals(because(ROMEO, Eligibility.SERVES_THE_QUEUE, 0), told(alone, offline(NURSE)));

        var others =
                Stage.with(SETTINGS.withQueues(VERONA, MANTUA), NURSE, FRIAR).having(join(ROMEO));
        assertEquals(because(ROMEO, Eligibility.SERVES_THE_QUEUE, 1), told(others, offline(NURSE)));
    }

    @Test
    void whoIsMeantHasDeclined() {
        var stage = together().having(transfer(ROMEO, NURSE, FRIAR), reject(FRIAR, ROMEO));

        assertEquals(because(ROMEO, Eligibility.HAS_NOT_DECLINED, 1), told(stage, transfer(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void nobodyHasTheSkills() {
        assertEquals(because(ROMEO, Eligibility.HAS_THE_SKILLS, 1), told(Stage.with(SKILLED, NURSE), join(ROMEO)));
    }

    @Test
    void nobodyIsAvailable() {
        assertEquals(
                because(ROMEO, Eligibility.IS_AVAILABLE, 2),
                told(Stage.with(NURSE, FRIAR).having(away(NURSE), away(FRIAR)), join(ROMEO)));
        assertEquals(
                because(ROMEO, Eligibility.IS_AVAILABLE, 1),
                told(Stage.with(SKILLED, NURSE, FRIAR).having(away(FRIAR)), join(ROMEO)));
    }

    @Test
    void whoDoesNotAnswerIsNotAvailable() {
        var stage =
                Stage.with(SETTINGS.withLimits(new Limits(2, 5, 50, 1)), NURSE).having(join(ROMEO));

        assertEquals(because(ROMEO, Eligibility.IS_AVAILABLE, 1), toldAt(20, stage));
    }

    @Test
    void everybodyHasDeclined() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO), reject(NURSE, ROMEO));

        assertEquals(because(ROMEO, Eligibility.HAS_NOT_DECLINED, 2), told(stage, reject(FRIAR, ROMEO)));
    }

    @Test
    void everybodyServesAsManyAsAllowed() {
        var stage = Stage.with(Stage.settings(1), NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET), accept(FRIAR, JULIET));

        assertEquals(because(TYBALT, Eligibility.HAS_CAPACITY, 2), told(stage, join(TYBALT)));
    }

    @Test
    void everybodyIsBeingAskedForAnother() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO), join(JULIET));

        assertEquals(because(TYBALT, Eligibility.IS_NOT_ASKED, 2), told(stage, join(TYBALT)));
    }

    @Test
    void theFiltersAreTriedInTheirOrder() {
        var stage = Stage.with(Stage.settings(1), NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET), join(TYBALT));

        // Nurse has as many as allowed, and Friar, who has declined, is asked for the next
        assertEquals(because(JULIET, Eligibility.HAS_CAPACITY, 1), told(stage, reject(FRIAR, JULIET)));
    }

    @Test
    void whatIsStillTheSameIsNotToldAgain() {
        var stage = Stage.with(NURSE).having(away(NURSE));
        assertEquals(because(ROMEO, Eligibility.IS_AVAILABLE, 1), told(stage, join(ROMEO)));

        assertEquals(List.of(), told(stage, online(FRIAR)));
        stage.having(reject(FRIAR, ROMEO));
        assertEquals(List.of(), told(stage, away(FRIAR)));
        assertEquals(because(ROMEO, Eligibility.IS_AVAILABLE, 2), toldAt(30, stage));
        assertEquals(List.of(), toldAt(1_000, stage));
    }

    @Test
    void whoHasBeenOfferedMeanwhileIsToldAnew() {
        var stage = Stage.with(NURSE).having(join(ROMEO));
        assertEquals(because(ROMEO, Eligibility.HAS_NOT_DECLINED, 1), told(stage, reject(NURSE, ROMEO)));

        assertEquals(List.of(), toldAt(30, stage));
        assertEquals(because(ROMEO, Eligibility.HAS_NOT_DECLINED, 1), toldAt(50, stage));
    }

    @Test
    void whoFindsSomebodyIsNotTold() {
        assertEquals(List.of(), told(Stage.with(NURSE), join(ROMEO)));
        assertEquals(List.of(), told(together(), transfer(ROMEO, NURSE, FRIAR)));
    }

    @Test
    void whoIsNotLookedForIsNotTold() {
        var missed = Stage.with(NURSE).having(away(NURSE), join(ROMEO));
        assertEquals(List.of(), told(missed, vanishes(ROMEO)));

        var referring = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")));
        assertEquals(List.of(), told(Stage.with(referring, NURSE).having(join(ROMEO)), join(JULIET)));
    }

    @Test
    void everyFilterHasAWordForTheLog() {
        assertEquals(
                List.of(
                        "serves-the-queue",
                        "is-not-the-customer",
                        "is-meant",
                        "has-the-skills",
                        "is-available",
                        "has-not-declined",
                        "has-capacity",
                        "is-not-asked"),
                Stream.of(Eligibility.values()).map(Eligibility::word).toList());
    }
}
