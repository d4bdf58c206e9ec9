package dev.usher.routing;

import static dev.usher.routing.Outcomes.agentEntered;
import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.begun;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.relieved;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who was to take a visit over is not there any more before anybody could be asked; or who wanted it is not. */
class HandoverTargetRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user(), PETER.user()));
    private static final ServiceQueue MANTUA =
            ServiceQueue.of(Set.of(PETER.user())).named("Mantua");
    private static final Settings TWO_QUEUES = SETTINGS.withQueues(VERONA, MANTUA);
    private static final Handover TO_FRIAR = transferTo(new Handover.Target.Agent(FRIAR.user()));
    private static final Handover TO_MANTUA = transferTo(new Handover.Target.Queue("Mantua"));

    private static Handover transferTo(Handover.Target target) {
        return new Handover(Handover.Kind.TRANSFER, target, NURSE, "", at(60));
    }

    private static Stage together(Settings settings, Address... agents) {
        return Stage.with(settings, agents)
                .having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO))
                .having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    /** Nurse wants Friar, who is being asked for Juliet. */
    private static Stage afterJuliet(Settings settings) {
        return together(settings, NURSE, FRIAR).having(away(NURSE), join(JULIET), transfer(ROMEO, NURSE, FRIAR));
    }

    @Test
    void whoGoesOfflineBeforeBeingAskedIsNotWaitedFor() {
        assertEquals(
                List.of(
                        revoked(JULIET, FRIAR, RevokeReason.AGENT_GONE),
                        failed(ROMEO, TO_FRIAR, HandoverFailure.UNAVAILABLE),
                        withdrew(FRIAR)),
                afterJuliet(SETTINGS).on(offline(FRIAR)));
    }

    @Test
    void whoGoesAwayBeforeBeingAskedIsNotWaitedFor() {
        assertEquals(
                List.of(
                        revoked(JULIET, FRIAR, RevokeReason.AGENT_GONE),
                        failed(ROMEO, TO_FRIAR, HandoverFailure.UNAVAILABLE),
                        attended(FRIAR, false, queueOf(JULIET))),
                afterJuliet(SETTINGS).on(away(FRIAR)));
    }

    @Test
    void whoDoesNotAnswerBeforeBeingAskedIsNotWaitedFor() {
        assertEquals(
                List.of(
                        revoked(JULIET, FRIAR, RevokeReason.TIMED_OUT),
                        new Event.NotAnswering(FRIAR, 1),
                        failed(ROMEO, TO_FRIAR, HandoverFailure.UNAVAILABLE)),
                afterJuliet(SETTINGS.withLimits(new Limits(2, 5, 50, 1))).onTickAt(20));
    }

    @Test
    void whoDoesNotAnswerCannotBeWanted() {
        var stage = together(SETTINGS.withLimits(new Limits(2, 5, 50, 1)), NURSE, FRIAR)
                .having(away(NURSE), join(JULIET));
        stage.onTickAt(20);

        assertEquals(List.of(refused(Refusal.TARGET_UNAVAILABLE)), stage.on(transfer(ROMEO, NURSE, FRIAR)));
        stage.having(online(FRIAR), reject(FRIAR, JULIET));
        assertEquals(2, stage.on(transfer(ROMEO, NURSE, FRIAR)).size());
    }

    @Test
    void whomTheAdminRemovesBeforeBeingAskedIsNotWaitedFor() {
        var settings = SETTINGS.withQueues(ServiceQueue.of(Set.of(NURSE.user(), PETER.user())));

        assertEquals(
                List.of(
                        revoked(JULIET, FRIAR, RevokeReason.AGENT_GONE),
                        failed(ROMEO, TO_FRIAR, HandoverFailure.UNAVAILABLE),
                        withdrew(FRIAR)),
                afterJuliet(SETTINGS).on(new Command.Configure(settings)));
    }

    @Test
    void aQueueThatIsGivenUpIsNotTakenForAnother() {
        var stage = together(TWO_QUEUES, NURSE, FRIAR, PETER)
                .having(new Command.Hand(NURSE, visit(ROMEO), TO_MANTUA.kind(), TO_MANTUA.target(), ""));

        assertEquals(
                List.of(
                        revoked(ROMEO, PETER, RevokeReason.WITHDRAWN),
                        failed(ROMEO, TO_MANTUA, HandoverFailure.DECLINED)),
                stage.on(new Command.Configure(SETTINGS.withQueues(VERONA))));
    }

    @Test
    void aQueueThatIsGivenUpWhileTheServerWasDownIsNotTakenForAnotherEither() {
        var before = together(TWO_QUEUES, NURSE, FRIAR, PETER)
                .having(away(PETER))
                .having(new Command.Hand(NURSE, visit(ROMEO), TO_MANTUA.kind(), TO_MANTUA.target(), ""));
        var here = Set.of(ROMEO.connection(), NURSE.connection());

        assertEquals(
                List.of(failed(ROMEO, TO_MANTUA, HandoverFailure.DECLINED)),
                new Stage(SETTINGS.withQueues(VERONA))
                        .on(new Command.Restore(before.states(), List.of(), here, false)));
    }

    @Test
    void whoIsRelievedTakesAlongWhatTheyAskedForMeanwhile() {
        var toPeter = transferTo(new Handover.Target.Agent(PETER.user()));
        var stage = together(SETTINGS.withQueues(VERONA), NURSE, FRIAR, PETER)
                .having(transfer(ROMEO, NURSE, FRIAR), accept(FRIAR, ROMEO));

        assertEquals(
                List.of(begun(ROMEO, toPeter), offered(ROMEO, PETER, 20, toPeter)),
                stage.on(transfer(ROMEO, NURSE, PETER)));
        assertEquals(
                List.of(
                        agentEntered(ROMEO, FRIAR),
                        revoked(ROMEO, PETER, RevokeReason.WITHDRAWN),
                        failed(ROMEO, toPeter, HandoverFailure.WITHDRAWN),
                        relieved(ROMEO, NURSE, FRIAR)),
                stage.on(enters(ROMEO, FRIAR)));
    }
}
