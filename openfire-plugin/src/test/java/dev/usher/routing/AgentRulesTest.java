package dev.usher.routing;

import static dev.usher.routing.Outcomes.attended;
import static dev.usher.routing.Outcomes.moved;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.queueOf;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Coming, going, and what an admin decides. */
class AgentRulesTest {
    @Test
    void anAgentWhoComesOnlineSeesTheQueueAndOpensTheWorkgroup() {
        var stage = new Stage();

        assertEquals(List.of(attended(NURSE, true, queueOf())), stage.on(online(NURSE)));
        assertEquals(ServiceState.OPEN, stage.state());
    }

    @Test
    void whoIsNoAgentIsRefused() {
        var stage = new Stage();

        assertEquals(List.of(refused(Refusal.NOT_AN_AGENT)), stage.on(online(TYBALT)));
        assertEquals(ServiceState.CLOSED, stage.state());
    }

    @Test
    void whoWasNotOnlineGoesOfflineWithoutAWord() {
        var stage = Stage.with(NURSE);

        assertEquals(List.of(), stage.on(offline(FRIAR)));
        assertEquals(List.of(), stage.on(offline(NURSE_ABROAD)));
    }

    @Test
    void theWorkgroupIsOpenUntilTheLastConnectionHasGone() {
        var stage = Stage.with(NURSE, NURSE_ABROAD);

        assertEquals(List.of(withdrew(NURSE)), stage.on(offline(NURSE)));
        assertEquals(ServiceState.OPEN, stage.state());
        assertEquals(List.of(withdrew(NURSE_ABROAD)), stage.on(offline(NURSE_ABROAD)));
        assertEquals(ServiceState.CLOSED, stage.state());
    }

    @Test
    void offersGoToTheConnectionThatSaidLastThatItIsAvailable() {
        var stage = Stage.with(NURSE, NURSE_ABROAD).having(online(NURSE));

        assertEquals(offered(ROMEO, NURSE, 20), stage.on(join(ROMEO)).get(1));
    }

    @Test
    void whoComesBackOnlineHasBeenIdleSinceThen() {
        var stage = Stage.with(NURSE, FRIAR).later(1).having(offline(NURSE), online(NURSE));

        assertEquals(offered(ROMEO, FRIAR, 21), stage.on(join(ROMEO)).get(1));
    }

    @Test
    void anAgentWhomTheAdminRemovesIsOfflineAndLosesTheOffer() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO));

        assertEquals(
                List.of(revoked(ROMEO, NURSE, RevokeReason.AGENT_GONE), withdrew(NURSE), offered(ROMEO, FRIAR, 20)),
                stage.on(new Command.Configure(settings(FRIAR))));
        assertEquals(List.of(refused(Refusal.NOT_AN_AGENT)), stage.on(online(NURSE)));
    }

    @Test
    void anAgentWhomTheAdminAddsMayComeOnline() {
        var stage = Stage.with(NURSE).having(new Command.Configure(settings(NURSE, TYBALT)));

        assertEquals(List.of(attended(TYBALT, true, queueOf())), stage.on(online(TYBALT)));
    }

    @Test
    void aHigherLimitTakesEffectAtOnce() {
        var stage = Stage.with(settings(1), NURSE).having(join(ROMEO), accept(NURSE, ROMEO), join(JULIET));

        assertEquals(List.of(offered(JULIET, NURSE, 20)), stage.on(new Command.Configure(settings(2))));
    }

    @Test
    void theCustomerOfAnAgentWhoWasRemovedWhileSeatedStaysWithThem() {
        var stage = Stage.with(NURSE, FRIAR).having(join(ROMEO), accept(NURSE, ROMEO));

        assertEquals(List.of(withdrew(NURSE)), stage.on(new Command.Configure(settings(FRIAR))));
        assertEquals(List.of(Outcomes.opened(ROMEO, NURSE)), stage.on(channelOpens(ROMEO)));
    }

    @Test
    void queuedBehindAnOfferEveryoneIsServedInTurn() {
        var stage = Stage.with(settings(3), NURSE);

        assertEquals(queued(ROMEO), stage.on(join(ROMEO)).get(0));
        stage.having(join(JULIET), join(TYBALT));
        assertEquals(
                List.of(
                        Outcomes.seated(ROMEO, NURSE),
                        offered(JULIET, NURSE, 20),
                        moved(JULIET, 1),
                        moved(TYBALT, 2),
                        Outcomes.changed(List.of(NURSE), queueOf(JULIET, TYBALT))),
                stage.on(accept(NURSE, ROMEO)));
    }

    @Test
    void whoMayServeIsKnownBeforeAnybodyIsOnline() {
        assertEquals(Set.of(NURSE.user(), FRIAR.user()), new Workgroup(settings(NURSE, FRIAR)).agents());
    }
}
