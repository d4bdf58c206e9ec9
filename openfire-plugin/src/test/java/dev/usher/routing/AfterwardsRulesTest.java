package dev.usher.routing;

import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelFails;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a visit when what it relied on has changed behind its back. Each was found by a turmoil. */
class AfterwardsRulesTest {
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(FRIAR.user())).named("Mantua");
    private static final RoutingRule TO_MANTUA =
            new RoutingRule(List.of(), Optional.of("Mantua"), Map.of("vows", 2), 0);
    private static final Settings TWO_QUEUES = SETTINGS.withQueues(VERONA, MANTUA)
            .withProfiles(Map.of(FRIAR.user(), new AgentProfile(2, Map.of("vows", 2))))
            .withRules(TO_MANTUA);

    private static Stage nextLife(Stage before, Settings settings, boolean channelsAreLost, Address... here) {
        var there = Set.of(Stream.of(here).map(Address::connection).toArray(String[]::new));
        return new Stage(settings).having(new Command.Restore(before.states(), List.of(), there, channelsAreLost));
    }

    private static VisitState romeo(Stage stage) {
        return stage.state(ROMEO).orElseThrow();
    }

    @Test
    void anOfferDoesNotStandForACustomerWhoIsGoneAfterARestart() {
        var before = Stage.with(NURSE).having(join(ROMEO));
        var after = new Stage();

        var events = after.on(new Command.Restore(before.states(), List.of(), Set.of(NURSE.connection()), false));

        assertThat(events).contains(revoked(ROMEO, NURSE, RevokeReason.CUSTOMER_GONE));
        assertEquals(Phase.WAITING, romeo(after).phase());
        assertThat(after.on(online(NURSE))).noneMatch(Event.Offered.class::isInstance);
        assertThat(after.on(rejoin(ROMEO, ROMEO))).contains(offered(ROMEO, NURSE, 20));
    }

    @Test
    void aHandoverToAQueueDoesNotFailBecauseItsAgentsComeAfterTheRestart() {
        var before = served(Stage.with(TWO_QUEUES.withRules(), NURSE, FRIAR), NURSE)
                .having(
                        new Command.Attend(FRIAR, false, 0),
                        new Command.Hand(
                                NURSE, visit(ROMEO), Handover.Kind.INVITE, new Handover.Target.Queue("Mantua"), ""));

        var after = nextLife(before, TWO_QUEUES, false, ROMEO, NURSE);

        assertThat(romeo(after).handover()).isPresent();
        assertThat(after.on(online(FRIAR))).anyMatch(Event.Offered.class::isInstance);
    }

    private static Stage served(Stage stage, Address by) {
        return stage.having(
                join(ROMEO), accept(by, ROMEO), channelOpens(ROMEO), enters(ROMEO, ROMEO), enters(ROMEO, by));
    }

    @Test
    void aWorkgroupThatAsksAgainIsToldAgainWhoWasLent() {
        var errand = new Errand(visit(ROMEO), "verona", ROMEO, ANSWERS, Stage.TEN, Optional.empty(), Optional.empty());
        var mantua = Stage.with(FRIAR).having(new Command.Run(errand));
        assertEquals(List.of(), mantua.on(new Command.Run(errand)));

        mantua.having(accept(FRIAR, ROMEO));

        assertEquals(List.of(new Event.Lent(visit(ROMEO), "verona", FRIAR)), mantua.on(new Command.Run(errand)));
    }

    @Test
    void everyLenderHearsThatTheChannelCannotBeOpenedAgain() {
        var padua = new Address("bianca@padua.example", "bianca@padua.example/desk");
        var before = served(Stage.with(NURSE), NURSE)
                .having(
                        new Command.Hand(
                                NURSE, visit(ROMEO), Handover.Kind.INVITE, new Handover.Target.Workgroup("padua"), ""),
                        new Command.Lend(visit(ROMEO), "padua", padua));
        var after = nextLife(before, SETTINGS, true, ROMEO, NURSE, padua);

        assertThat(after.on(channelFails(ROMEO))).contains(new Event.Recalled(visit(ROMEO), "padua"));
    }

    @Test
    void whoIsServedWhileTheQueueIsGivenUpComesBackToTheFirstOneAndDemandsWhatIsThere() {
        var stage = Stage.with(TWO_QUEUES, NURSE, FRIAR).having(join(ROMEO), accept(FRIAR, ROMEO));

        stage.having(new Command.Configure(TWO_QUEUES.withQueues(VERONA)));
        var events = stage.on(channelFails(ROMEO));

        assertThat(events).contains(offered(ROMEO, NURSE, 20));
        assertEquals(ServiceQueue.DEFAULT_NAME, romeo(stage).queue());
        assertEquals(Map.of(), romeo(stage).skills());
    }

    @Test
    void whoWaitedInAQueueThatWasGivenUpWhileTheServerWasDownWaitsInTheFirstOne() {
        var before = Stage.with(TWO_QUEUES, FRIAR).having(new Command.Attend(FRIAR, false, 0), join(ROMEO));

        var after = nextLife(before, TWO_QUEUES.withQueues(VERONA), false, ROMEO);

        assertThat(after.on(online(NURSE))).contains(offered(ROMEO, NURSE, 20));
    }

    @Test
    void whoGoesOnToAnotherQueueDemandsNoSkillThatNobodyHasThere() {
        var toVerona =
                MANTUA.withRequestTimeout(Duration.ofSeconds(30), new Overflow.ToQueue(ServiceQueue.DEFAULT_NAME));
        var stage = Stage.with(TWO_QUEUES.withQueues(VERONA, toVerona), NURSE, FRIAR)
                .having(new Command.Attend(FRIAR, false, 0), join(ROMEO));

        assertThat(stage.onTickAt(30)).contains(offered(ROMEO, NURSE, 50));
    }

    @Test
    void aCustomerWhoComesBackDoesNotWaitForAnAgentWhoHasGoneMeanwhile() {
        var byName = new Affinity("question", Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO);
        var stage = Stage.with(SETTINGS.withAffinity(byName), NURSE, FRIAR)
                .having(joinFor("nurse"), vanishes(ROMEO), offline(NURSE));

        assertThat(stage.on(rejoin(ROMEO, ROMEO))).contains(new Event.Unreserved(visit(ROMEO), NURSE.user()));
        assertThat(romeo(stage).offers()).containsOnlyKeys(FRIAR.user());
    }

    private static Command joinFor(String agent) {
        return new Command.Join(visit(ROMEO), ROMEO, Map.of("question", List.of(agent)), "");
    }

    @Test
    void whoIsNotBackOnDutyAfterARestartIsNotWaitedFor() {
        var byName =
                SETTINGS.withAffinity(new Affinity("question", Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO));
        var before = Stage.with(byName, NURSE, FRIAR).having(joinFor("nurse"));
        var after = nextLife(before, byName, false, ROMEO).having(online(FRIAR));

        assertThat(romeo(after).offers()).isEmpty();

        after.on(offline(NURSE));
        assertThat(romeo(after).offers()).containsOnlyKeys(FRIAR.user());
    }
}
