package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.agentReturned;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.changed;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.handedOver;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.opened;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was under way when the server or the plugin stopped: handovers, referrals, pauses and places. */
class RestoreHandoverRulesTest {
    private static final Handover TRANSFER =
            new Handover(Handover.Kind.TRANSFER, new Handover.Target.Agent(FRIAR.user()), NURSE, "", at(60));
    private static final Handover TO_MANTUA =
            new Handover(Handover.Kind.TRANSFER, new Handover.Target.Workgroup("mantua"), NURSE, "", at(60));
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));

    private static Stage together() {
        return Stage.with(NURSE, FRIAR)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    private static Command crash(Stage before) {
        return new Command.Restore(before.states(), List.of(), Set.of(), true);
    }

    /** The plugin was taken out and put in again while these were connected. */
    private static Command reload(Stage before, Address... here) {
        var connections = Stream.of(here).map(Address::connection).toArray(String[]::new);
        return new Command.Restore(before.states(), List.of(), Set.of(connections), false);
    }

    private static Event restored(Phase phase, Address... missing) {
        var users = Stream.of(missing).map(Address::user).toList();
        return new Event.Restored(visit(ROMEO), phase, Optional.of(at(60)), at(60), users, Map.of());
    }

    @Test
    void aHandoverGoesOnWhereEverybodyIsStillThere() {
        var stage = new Stage();

        assertEquals(
                List.of(), stage.on(reload(together().having(transfer(ROMEO, NURSE, FRIAR)), ROMEO, NURSE, FRIAR)));
        assertEquals(List.of(handedOver(ROMEO, TRANSFER, FRIAR, 60)), stage.on(accept(FRIAR, ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
    }

    @Test
    void aHandoverDoesNotOutliveItsChannel() {
        var stage = new Stage();

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(ROMEO, TRANSFER, HandoverFailure.WITHDRAWN),
                        restored(Phase.SEATED, NURSE)),
                stage.on(crash(together().having(transfer(ROMEO, NURSE, FRIAR)))));
        assertEquals(
                List.of(refused(Refusal.OFFER_GONE), revoked(ROMEO, FRIAR, RevokeReason.NOT_YOURS)),
                stage.on(accept(FRIAR, ROMEO)));
    }

    @Test
    void whoHadAgreedToTakeOverDoesSoAfterTheCrash() {
        var before = together().having(transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO));
        var stage = new Stage().having(crash(before), online(NURSE), online(FRIAR), rejoin(ROMEO, ROMEO));

        assertEquals(List.of(opened(ROMEO, NURSE), agentReturned(ROMEO, FRIAR, 60)), stage.on(channelOpens(ROMEO)));
        assertEquals(
                List.of(agentEntered(ROMEO, FRIAR), relieved(ROMEO, NURSE, FRIAR)), stage.on(enters(ROMEO, FRIAR)));
    }

    @Test
    void whoIsReferredIsAskedForAgain() {
        var referring = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")));
        var before = Stage.with(referring, NURSE).having(join(JULIET), join(ROMEO));

        var crashed = new Stage(referring).on(crash(before));
        assertEquals(List.of(restored(Phase.REFERRED), referred(ROMEO, "mantua")), crashed.subList(1, 3));

        var reloaded = new Stage(referring);
        assertEquals(
                List.of(referred(ROMEO, "mantua"), moved(JULIET, 1), moved(ROMEO, 2)),
                reloaded.on(reload(before, ROMEO, JULIET, NURSE)));
        assertEquals(
                List.of(seated(ROMEO, FRIAR, "mantua"), changed(List.of(), queueOf(JULIET)))
                        .subList(0, 1),
                reloaded.on(new Command.Lend(visit(ROMEO), "mantua", FRIAR)));
    }

    @Test
    void aHandoverToAnotherWorkgroupIsAskedForAgain() {
        var hand = new Command.Hand(NURSE, visit(ROMEO), TO_MANTUA.kind(), TO_MANTUA.target(), "");
        var stage = new Stage();

        assertEquals(
                List.of(referred(ROMEO, "mantua", TO_MANTUA)),
                stage.on(reload(together().having(hand), ROMEO, NURSE)));
        assertEquals(
                List.of(new Event.HandedOver(visit(ROMEO), TO_MANTUA, FRIAR, ROMEO, "mantua", at(60))),
                stage.on(new Command.Lend(visit(ROMEO), "mantua", FRIAR)));
    }

    @Test
    void aHandoverToAnotherWorkgroupIsAskedForAgainThoughSomebodyIsMissed() {
        var hand = new Command.Hand(NURSE, visit(ROMEO), TO_MANTUA.kind(), TO_MANTUA.target(), "");

        assertEquals(
                List.of(restored(Phase.OPEN), referred(ROMEO, "mantua", TO_MANTUA)),
                new Stage().on(reload(together().having(hand), NURSE)));
    }

    @Test
    void whoHasDeclinedIsNotAskedAgainBeforeThePauseIsOver() {
        var before = Stage.with(NURSE).having(join(ROMEO), reject(NURSE, ROMEO));
        var stage = new Stage().later(5).having(reload(before, ROMEO, NURSE));

        assertEquals(List.of(attended(NURSE, true, queueOf(ROMEO))), stage.on(online(NURSE)));
        assertEquals(List.of(), stage.onTickAt(29));
        assertEquals(List.of(offered(ROMEO, NURSE, 50)), stage.onTickAt(30));
    }

    @Test
    void theTimeOfWaitingGoesOn() {
        var impatient = SETTINGS.withQueues(VERONA.withRequestTimeout(Duration.ofSeconds(90), new Overflow.Closed()));
        var before = Stage.with(impatient, NURSE).having(away(NURSE), join(ROMEO));
        var stage = new Stage(impatient).later(80).having(reload(before, ROMEO));

        assertEquals(List.of(), stage.onTickAt(89));
        assertEquals(List.of(departed(ROMEO, DepartReason.NO_AGENT)), stage.onTickAt(90));
    }

    @Test
    void priorityStillCountsAndNewcomersStandBehind() {
        var rule = new RoutingRule(
                List.of(new RoutingRule.Condition("rank", RoutingRule.Test.IS, "prince")),
                Optional.empty(),
                Map.of(),
                5);
        var settings = SETTINGS.withRules(rule);
        var prince = new Command.Join(visit(TYBALT), TYBALT, Map.of("rank", List.of("prince")), "");
        var before = Stage.with(settings, NURSE).having(away(NURSE), join(ROMEO), prince);
        var stage = new Stage(settings);

        assertEquals(List.of(moved(TYBALT, 1), moved(ROMEO, 2)), stage.on(reload(before, ROMEO, TYBALT)));
        stage.having(online(NURSE));
        assertEquals(
                List.of(queued(JULIET), moved(JULIET, 3), changed(List.of(NURSE), queueOf(TYBALT, ROMEO, JULIET))),
                stage.on(join(JULIET)));
    }
}
