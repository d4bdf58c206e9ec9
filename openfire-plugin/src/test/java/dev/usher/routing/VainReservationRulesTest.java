package dev.usher.routing;

import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.unreserved;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leaves;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A visit is kept for nobody who could not take it; and for whom it is kept, that agent is asked alone. */
class VainReservationRulesTest {
    private static final Map<String, List<String>> NURSE_PLEASE = Map.of("agent", List.of("nurse"));
    private static final Settings KEPT = SETTINGS.withLimits(new Limits(1, 5, 50, 1))
            .withAffinity(new Affinity("agent", Duration.ofSeconds(40), Duration.ofHours(1), Duration.ofSeconds(25)));

    private static Command joinFor(Address customer, Map<String, List<String>> answers) {
        return new Command.Join(visit(customer), customer, answers, "");
    }

    private static Event offered(Map<String, List<String>> answers, Address agent, int untilSecond) {
        return new Event.Offered(
                visit(ROMEO),
                agent,
                ROMEO,
                answers,
                Told.SOME_TIME,
                Duration.ofSeconds(20),
                at(untilSecond),
                Optional.empty(),
                "");
    }

    private static Stage busyNurse(Settings settings) {
        return Stage.with(settings, NURSE, FRIAR)
                .having(join(TYBALT), accept(NURSE, TYBALT), channelOpens(TYBALT))
                .having(enters(TYBALT, NURSE), enters(TYBALT, TYBALT));
    }

    /** Nurse has served Romeo. */
    private static Stage servedByNurse(Settings settings) {
        return Stage.with(settings, NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO), leaves(ROMEO, ROMEO));
    }

    @Test
    void whoLacksWhatIsDemandedIsNotWaitedForInVain() {
        var settings = KEPT.withSkills(new SkillSettings(Map.of("need", 1), Duration.ZERO))
                .withProfiles(Map.of(FRIAR.user(), new AgentProfile(0, Map.of("vows", 1))));
        var answers = Map.of("agent", List.of("nurse"), "need", List.of("vows"));

        var named = Stage.with(settings, NURSE, FRIAR).having(joinFor(ROMEO, answers));
        assertEquals(
                Set.of(FRIAR.user()), named.state(ROMEO).orElseThrow().offers().keySet());

        var known = servedByNurse(settings).having(joinFor(ROMEO, Map.of("need", List.of("vows"))));
        assertEquals(
                Set.of(FRIAR.user()), known.state(ROMEO).orElseThrow().offers().keySet());
    }

    @Test
    void whoLosesWhatIsDemandedIsNotWaitedForAnyMore() {
        var vows = Map.of(
                NURSE.user(), new AgentProfile(1, Map.of("vows", 1)),
                FRIAR.user(), new AgentProfile(1, Map.of("vows", 1)));
        var settings = KEPT.withSkills(new SkillSettings(Map.of("need", 1), Duration.ZERO))
                .withProfiles(vows);
        var answers = Map.of("agent", List.of("nurse"), "need", List.of("vows"));
        var stage = busyNurse(settings).having(joinFor(ROMEO, answers));

        assertEquals(
                List.of(unreserved(ROMEO, NURSE), offered(answers, FRIAR, 20)),
                stage.on(new Command.Configure(
                        settings.withProfiles(Map.of(FRIAR.user(), new AgentProfile(1, Map.of("vows", 1)))))));
    }

    @Test
    void whereEverybodyIsAskedWhoIsWaitedForIsAskedAlone() {
        var all = ServiceQueue.of(KEPT.agents()).withPolicy(Policy.ALL);
        var stage = Stage.with(KEPT.withQueues(all), NURSE, FRIAR);

        assertEquals(
                List.of(
                        Outcomes.queued(ROMEO),
                        offered(NURSE_PLEASE, NURSE, 20),
                        moved(ROMEO, 1),
                        Outcomes.changed(List.of(NURSE, FRIAR), queueOf(ROMEO))),
                stage.on(joinFor(ROMEO, NURSE_PLEASE)));
    }
}
