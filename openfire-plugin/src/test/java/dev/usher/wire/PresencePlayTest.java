package dev.usher.wire;

import org.junit.jupiter.api.Test;

/** What an agent shows everybody is what the workgroup goes by, whether its client tells the workgroup besides or not. */
class PresencePlayTest {
    private static final String AWAY = "<show>away</show>";
    private static final String NOTHING_TYPED = "";
    private static final String UNAVAILABLE = " type='unavailable'";

    private final Play play = new Play();

    private void nurseIsOnline() {
        play.nurse.sends("agent-online").forgets();
    }

    private void romeoJoins() {
        play.romeo.sends("join-queue");
    }

    @Test
    void whoIsAwayForEverybodyIsNotOfferedAnybody() {
        nurseIsOnline();
        play.nurse.shows(NOTHING_TYPED, AWAY);

        romeoJoins();

        play.nurse.receivesNothing();
    }

    @Test
    void whoIsBackForEverybodyIsOfferedWhoWaits() {
        nurseIsOnline();
        play.nurse.shows(NOTHING_TYPED, AWAY);
        romeoJoins();

        play.nurse.shows(NOTHING_TYPED, "<status>Here again</status>");

        play.nurse.receives("offer");
    }

    @Test
    void whoIsGoneForEverybodyIsOffDuty() {
        nurseIsOnline();
        play.nurse.shows(UNAVAILABLE, "");

        romeoJoins();

        play.romeo.receives("join-queue-closed");
    }

    @Test
    void whoIsOnlineAndNotOnDutyStaysOffDuty() {
        play.nurse.shows(NOTHING_TYPED, "<show>chat</show>");

        romeoJoins();

        play.nurse.receivesNothing();
        play.romeo.receives("join-queue-closed");
    }

    @Test
    void whoSaysTheSameAgainIsNotToldTheSameAgain() {
        nurseIsOnline();
        romeoJoins();
        play.nurse.receives("offer");

        play.nurse.shows(NOTHING_TYPED, "<status>Busy as ever</status>");

        play.nurse.receivesNothing();
    }

    @Test
    void aCustomerSeesWhetherItIsOpenAndWhenThatChanges() {
        play.viola.sends("look");
        play.viola.receives("look-closed");

        play.nurse.sends("agent-online");
        play.viola.receives("look-open");

        play.nurse.sends("agent-offline");
        play.viola.receives("look-closed");
    }

    @Test
    void whoIsNoAgentConcernsNobody() {
        nurseIsOnline();
        play.juliet.shows(NOTHING_TYPED, AWAY).shows(UNAVAILABLE, "");

        romeoJoins();

        play.nurse.receives("offer");
    }
}
