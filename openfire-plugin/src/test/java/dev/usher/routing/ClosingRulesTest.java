package dev.usher.routing;

import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.ended;
import static dev.usher.routing.Outcomes.failed;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
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
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.vanishes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A workgroup that closes down for good ends everything that is under way, once, and begins nothing. */
class ClosingRulesTest {
    private static Stage open() {
        return Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO), channelOpens(ROMEO));
    }

    private static Stage together() {
        return open().having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
    }

    /** Without how the queue looks by then. */
    private static List<Event> closing(Stage stage) {
        return stage.on(new Command.Close()).stream()
                .filter(event -> !(event instanceof Event.QueueChanged))
                .toList();
    }

    @Test
    void whoIsInTheChannelHearsFromTheChannel() {
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CLOSING)), closing(together()));
    }

    @Test
    void whoIsNotInTheChannelYetHearsFromTheQueue() {
        assertEquals(
                List.of(ended(ROMEO, NURSE, EndReason.CLOSING), departed(ROMEO, DepartReason.NO_AGENT)),
                closing(open()));
    }

    @Test
    void whoIsMissedHearsNothing() {
        assertEquals(List.of(ended(ROMEO, NURSE, EndReason.CLOSING)), closing(open().having(vanishes(ROMEO))));
    }

    @Test
    void whoeverIsLookedForIsLookedForNoMore() {
        var handover = new Handover(Handover.Kind.TRANSFER, new Handover.Target.Agent(FRIAR.user()), NURSE, "", at(60));

        assertEquals(
                List.of(
                        revoked(ROMEO, FRIAR, RevokeReason.WITHDRAWN),
                        failed(ROMEO, handover, HandoverFailure.WITHDRAWN),
                        ended(ROMEO, NURSE, EndReason.CLOSING)),
                closing(together().having(transfer(ROMEO, NURSE, FRIAR))));
    }

    @Test
    void nothingIsLeftAndNothingIsDueAfterwards() {
        var stage = together().having(join(JULIET), new Command.Close());

        assertEquals(List.of(), stage.states());
        assertEquals(Optional.empty(), stage.nextDeadline());
        assertEquals(ServiceState.CLOSED, stage.state());
        assertEquals(List.of(refused(Refusal.NO_VISIT)), stage.on(rejoin(ROMEO, ROMEO)));
    }

    @Test
    void whoComesAfterwardsIsNotSentToAnotherWorkgroupEither() {
        var settings = SETTINGS.withHours(OpeningHours.always(), new Overflow.ToWorkgroup("mantua"));
        var stage = Stage.with(settings, NURSE).having(new Command.Close());

        assertEquals(List.of(refused(Refusal.CLOSED)), stage.on(join(ROMEO)));
    }

    @Test
    void whoComesAfterwardsMayLeaveAMessage() {
        var settings = SETTINGS.withHours(OpeningHours.always(), new Overflow.LeaveMessage());
        var stage = Stage.with(settings, NURSE).having(new Command.Close());

        assertEquals(List.of(refused(Refusal.LEAVE_MESSAGE)), stage.on(join(ROMEO)));
    }

    @Test
    void otherWorkgroupsAreToldThatNobodyIsLookedForHere() {
        var errand = new Errand(
                Stage.visit(ROMEO), "verona", ROMEO, Stage.ANSWERS, at(0), Optional.empty(), Optional.empty());
        var stage = Stage.with(NURSE).having(away(NURSE), new Command.Run(errand));

        assertEquals(List.of(Outcomes.declined(ROMEO, "verona")), closing(stage));
        assertEquals(List.of(Outcomes.declined(ROMEO, "verona")), stage.on(new Command.Run(errand)));
    }
}
