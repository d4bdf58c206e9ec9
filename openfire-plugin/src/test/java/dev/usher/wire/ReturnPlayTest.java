package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.JID;

/** Coming back: over another connection, after a restart of the plugin, after a restart of the server. */
class ReturnPlayTest {
    static final List<String> SHUTDOWN = List.of("channel-shutdown");

    private final Play play = new Play();

    private void violaIsOffered() {
        play.nurse.sends("agent-online");
        play.viola.sends("join-queue-token");
        play.nurse.forgets();
    }

    private void violaAndNurseAreInTheChannel() {
        violaIsOffered();
        play.nurse.sends("offer-accept").enters();
        play.viola.enters();
        play.nurse.forgets();
        play.viola.forgets();
    }

    private static String position() {
        return Examples.text("queue-status").replace("romeo@example.org/balcony", "juliet@example.org/chapel");
    }

    private static String invitation() {
        return Examples.text("invitation-customer").replace("romeo@example.org/balcony", "juliet@example.org/chapel");
    }

    @Test
    void whoAsksForATokenGetsOneWithTheAnswer() {
        violaIsOffered();

        play.viola.receivesStanzas(Examples.text("join-queue-token-result"), position());
    }

    @Test
    void whoWaitsComesBackToTheSamePlaceAndIsOfferedOnce() {
        violaIsOffered();
        play.viola.vanishes();
        assertEquals(1, play.nurse.count("offer-revoke"));
        play.nurse.forgets();
        play.passes(59);
        play.violaAgain.sends("rejoin");

        play.violaAgain.receivesStanzas(Examples.text("rejoin-result"), position());
        assertEquals(1, play.nurse.count("offer"));
    }

    @Test
    void whoDoesNotComeBackIsOutOfTheQueue() {
        violaIsOffered();
        play.viola.vanishes();
        play.passes(60);

        play.violaAgain.sends("rejoin");

        play.violaAgain.receives("rejoin-over");
    }

    @Test
    void aForgedTokenIsAnsweredLikeOneOfAVisitThatIsOver() {
        violaIsOffered();

        play.romeo.says(Examples.text("rejoin")
                .replace("juliet@example.org/chapel", "romeo@example.org/balcony")
                .replaceFirst("token='[^']*'", "token='k3v9x2m7q4w8t6z1p5r0c2d8f7.AAAA'"));

        play.romeo.receivesStanzas(
                Examples.text("rejoin-over").replace("juliet@example.org/chapel", "romeo@example.org/balcony"));
    }

    @Test
    void whoIsInTheChannelIsInvitedAgainOverTheNewConnection() {
        violaAndNurseAreInTheChannel();

        play.viola.vanishes();
        play.violaAgain.sends("rejoin");

        play.violaAgain.receivesStanzas(Examples.text("rejoin-result"), invitation());
        play.violaAgain.enters();
        play.passes(3_600);
        assertTrue(!play.rooms.areEmpty());
        play.nurse.receivesNothing();
    }

    @Test
    void anAgentWhoseConnectionBreaksInTheChannelIsInvitedAgainWhenBack() {
        violaAndNurseAreInTheChannel();

        play.nurse.vanishes();
        play.passes(59);
        play.nurse.sends("agent-online");

        assertEquals(1, play.nurse.count("invite"));
        play.nurse.enters();
        play.passes(3_600);
        play.viola.receivesNothing();
        assertTrue(!play.rooms.areEmpty());
    }

    @Test
    void whoseLossTheRoomHasNotNoticedDoesNotStandInTheirOwnWay() {
        violaAndNurseAreInTheChannel();

        play.violaAgain.sends("rejoin");

        play.nurse.speaks("/who");
        assertThat(play.nurse.takes()).singleElement().asString().contains("Here: Nurse");
        play.violaAgain.enters();
        play.passes(3_600);
        assertTrue(!play.rooms.areEmpty());
    }

    @Test
    void aConnectionOfWhichTheServerTellsBeforeTheRoomsDoIsLostAsWell() {
        violaAndNurseAreInTheChannel();

        play.reception.vanished(new JID(play.viola.jid()));
        play.rooms.lose(play.viola.jid());
        play.passes(59);
        play.violaAgain.sends("rejoin");

        play.violaAgain.receivesStanzas(Examples.text("rejoin-result"), invitation());
    }

    @Test
    void aReloadOfThePluginChangesNothingForWhoWaits() {
        violaIsOffered();
        play.viola.forgets();

        play.restarts(true);

        play.viola.receivesStanzas(position());
        play.nurse.sends("offer-accept");
        assertEquals(1, play.nurse.count("invite"));
    }

    @Test
    void aReloadOfThePluginLeavesTheChannelAsItIs() {
        violaAndNurseAreInTheChannel();

        play.restarts(true);
        play.passes(3_600);

        play.viola.receivesNothing();
        play.nurse.receivesNothing();
        assertTrue(!play.rooms.areEmpty());
        play.nurse.sends("drive");
        assertThat(play.viola.count("drive")).isEqualTo(1);
    }

    @Test
    void aVisitThatEndsWhileThePluginIsAwayEndsAfterwards() {
        violaAndNurseAreInTheChannel();
        play.reception.stopListening();
        play.viola.leaves();

        play.restarts(true);
        play.passes(61);

        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void afterARestartOfTheServerBothComeBackIntoAChannelOfTheSameName() {
        violaAndNurseAreInTheChannel();

        play.restarts(false);
        play.violaAgain.sends("rejoin");
        play.violaAgain.receives("rejoin-result");
        play.nurse.sends("agent-online");

        assertEquals(1, play.nurse.count("invite"));
        play.violaAgain.receivesStanzas(invitation());
    }

    @Test
    void aServerThatStopsShutsItsRoomsFirstAndEndsNoVisitByThat() {
        violaAndNurseAreInTheChannel();

        play.post(Examples.text("channel-shutdown"));
        play.restarts(false);
        play.violaAgain.sends("rejoin");
        play.nurse.sends("agent-online");

        assertEquals(1, play.nurse.count("invite"));
        play.violaAgain.receivesStanzas(Examples.text("rejoin-result"), invitation());
    }

    @Test
    void whenOnlyTheRoomsAreShutTheVisitIsOverAMomentLater() {
        violaAndNurseAreInTheChannel();

        play.post(Examples.text("channel-shutdown"));
        play.rooms.vanish();
        play.passes(10);

        play.violaAgain.sends("rejoin");
        play.violaAgain.receives("rejoin-over");
    }

    @Test
    void whoseAgentDoesNotComeBackIsOfferedToAnother() {
        violaAndNurseAreInTheChannel();

        play.restarts(false);
        play.violaAgain.sends("rejoin");
        play.friar.sends("agent-online").forgets();
        play.passes(60);

        assertEquals(1, play.friar.count("offer"));
    }

    @Test
    void whoseCustomerDoesNotComeBackIsLeftAlone() {
        violaAndNurseAreInTheChannel();

        play.restarts(false);
        play.nurse.sends("agent-online").forgets();
        play.passes(60);

        play.nurse.receivesNothing();
        play.violaAgain.sends("rejoin");
        play.violaAgain.receives("rejoin-over");
    }

    @Test
    void afterARestartOfTheServerWhoWaitedIsOfferedOnceBoth() {
        violaIsOffered();

        play.restarts(false);
        play.nurse.sends("agent-online");
        assertEquals(0, play.nurse.count("offer"));
        play.violaAgain.sends("rejoin");

        assertEquals(1, play.nurse.count("offer"));
        play.violaAgain.receivesStanzas(Examples.text("rejoin-result"), position());
    }

    @Test
    void whatWasSaidIsInTheJournal() {
        violaAndNurseAreInTheChannel();

        play.viola.speaks("What country, friends, is this?");

        var entries = play.store.journal(play.visit(), 0, 100);
        var last = entries.get(entries.size() - 1);
        assertEquals(
                List.of("said", "viola@example.org/shore", "What country, friends, is this?"),
                List.of(last.kind(), last.who(), last.what()));
    }
}
