package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The way into the channel and out of it, as the people and the rooms see it. */
class JourneyPlayTest {
    private static final String EMPTY_OVERVIEW =
            Examples.text("queue-overview").replaceFirst("<count>.*</oldest>", "<count>0</count>");
    private static final String EMPTY_DETAILS = Examples.text("queue-details").replaceFirst("<user .*</user>", "");

    private final Play play = new Play();

    private void romeoIsOffered() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.forgets();
        play.romeo.forgets();
    }

    private void bothAreInTheChannel() {
        romeoIsOffered();
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    private void theRoomHears(String... examples) {
        assertEquals(
                List.of(examples).stream()
                        .map(example -> CanonicalXml.of(Examples.text(example)))
                        .toList(),
                play.rooms.heard.stream()
                        .map(xml -> CanonicalXml.of(play.told(xml)))
                        .toList());
    }

    @Test
    void fromTheQueueToTheChannelAndOut() {
        play.nurse.sends("agent-online");
        play.nurse.sees(EMPTY_OVERVIEW, EMPTY_DETAILS);

        play.romeo.sends("join-queue");
        play.romeo.receives("join-queue-result", "queue-status");
        play.nurse.receives("offer");
        play.nurse.sees(Examples.text("queue-overview"), Examples.text("queue-details"));

        play.nurse.sends("offer-received").sends("offer-accept");
        play.nurse.receives("offer-accept-result", "invitation-agent");
        play.romeo.receives("invitation-customer");
        theRoomHears("channel-create", "channel-configure", "channel-invite-agent", "channel-invite-customer");
        play.nurse.sees(EMPTY_OVERVIEW, EMPTY_DETAILS);

        play.nurse.enters();
        play.romeo.enters();
        play.passes(3_600);
        play.nurse.receivesNothing();
        play.romeo.receivesNothing();

        play.rooms.heard.clear();
        play.nurse.leaves();
        play.passes(1);
        theRoomHears("channel-destroy");
        play.romeo.receives("channel-ended");
        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void anOfferThatTimesOutGoesToFriar() {
        romeoIsOffered();
        play.friar.sends("agent-online").forgets();

        play.passes(19);
        play.nurse.receivesNothing();
        play.passes(1);
        play.nurse.receives("offer-revoke");
        play.friar.receives("offer");

        play.nurse.sends("offer-accept");
        play.nurse.receivesStanzas(Examples.text("offer-accept-late"), revoke("The offer is no longer yours."));
        play.friar.sends("offer-accept");
        play.friar.receives("offer-accept-result", "invitation-agent");
        play.romeo.receives("invitation-customer");
    }

    @Test
    void whatNurseRejectsFriarGets() {
        romeoIsOffered();
        play.friar.sends("agent-online").forgets();

        play.nurse.sends("offer-reject");

        play.nurse.receives("offer-reject-result");
        play.friar.receives("offer");
        play.romeo.receivesNothing();
    }

    @Test
    void theOnlyAgentWhoSaidNothingIsAskedAgain() {
        romeoIsOffered();

        play.passes(49);
        play.nurse.receives("offer-revoke");
        play.passes(1);
        play.nurse.receives("offer");
    }

    @Test
    void romeoDeparts() {
        romeoIsOffered();

        play.romeo.sends("depart-queue");

        play.romeo.receives("depart-queue-result", "departed");
        play.nurse.receivesStanzas(revoke("The customer no longer waits."));
        play.nurse.sees(EMPTY_OVERVIEW, EMPTY_DETAILS);
    }

    @Test
    void aSecondJoinOfTheSameConnectionFindsTheSameVisit() {
        romeoIsOffered();

        play.romeo.sends("join-queue");

        play.romeo.receives("join-queue-result", "queue-status");
        play.nurse.receivesNothing();
    }

    @Test
    void whoJoinsWhileNobodyIsOnlineIsSentAway() {
        play.romeo.sends("join-queue");

        play.romeo.receives("join-queue-closed");
    }

    @Test
    void nurseGoesAwayAndComesBack() {
        romeoIsOffered();

        play.nurse.sends("agent-away");
        play.nurse.receivesStanzas(revoke("You are no longer available."));
        play.nurse.sends("agent-online");
        play.nurse.receives("offer");
        play.nurse.sends("agent-offline");
        play.nurse.receivesStanzas(revoke("You are no longer available."));
    }

    @Test
    void whoIsNoAgentIsToldSo() {
        play.romeo.says(
                Examples.text("agent-online").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));

        play.romeo.receivesStanzas(
                Examples.text("agent-refused").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));
    }

    @Test
    void whenTheRoomIsRefusedTheCustomerIsBackInLine() {
        play.rooms.refuseCreation();
        romeoIsOffered();
        play.friar.sends("agent-online").forgets();

        play.nurse.sends("offer-accept");

        play.nurse.receivesStanzas(
                Examples.text("offer-accept-result"),
                revoke("The channel could not be opened; the customer waits again."));
        play.friar.receives("offer");
        play.romeo.receives("queue-status");
        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void aStrangerIsNotLetIntoTheChannel() {
        bothAreInTheChannel();

        play.friar.enters();
        play.passes(100);

        play.romeo.receivesNothing();
        play.nurse.receivesNothing();
    }

    @Test
    void aNewNicknameInTheChannelEndsNothing() {
        bothAreInTheChannel();

        play.romeo.renames("Montague");
        theRoomHears();
        play.nurse.sends("drive");
        play.romeo.receives("drive-delivered");
    }

    @Test
    void whenRomeoLeavesNurseSeesTheChannelEnd() {
        bothAreInTheChannel();

        play.romeo.leaves();
        play.passes(1);

        theRoomHears("channel-destroy");
        play.nurse.receivesStanzas(Examples.text("channel-ended")
                .replace("/Romeo", "/Nurse")
                .replace("romeo@example.org/balcony", "nurse@example.org/chamber"));
    }

    @Test
    void whenRomeosConnectionIsGoneTheChannelWaitsForAMinute() {
        bothAreInTheChannel();

        play.romeo.vanishes();
        play.passes(59);
        theRoomHears();
        play.passes(1);

        theRoomHears("channel-destroy");
        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void whoNeverEntersLosesTheChannel() {
        romeoIsOffered();
        play.nurse.sends("offer-accept").enters().forgets();
        play.rooms.heard.clear();

        play.passes(60);

        theRoomHears("channel-destroy");
    }

    @Test
    void anAgentWhoVanishesBeforeAnybodyEnteredGivesRomeoToFriar() {
        romeoIsOffered();
        play.friar.sends("agent-online").forgets();
        play.nurse.sends("offer-accept");
        play.romeo.receives("invitation-customer");
        play.rooms.heard.clear();

        play.nurse.vanishes();

        theRoomHears("channel-destroy");
        play.friar.receives("offer");
        play.romeo.receives("queue-status");
    }

    @Test
    void whoGaveTheVisitBackLeadsThereNoMore() {
        anAgentWhoVanishesBeforeAnybodyEnteredGivesRomeoToFriar();
        play.nurse.forgets();

        play.nurse.sends("drive");

        play.nurse.receives("drive-forbidden");
    }

    @Test
    void theSameVisitGetsItsRoomASecondTime() {
        anAgentWhoVanishesBeforeAnybodyEnteredGivesRomeoToFriar();
        play.rooms.heard.clear();

        play.friar.sends("offer-accept");

        assertEquals(4, play.rooms.heard.size());
        play.friar.receives("offer-accept-result", "invitation-agent");
        play.romeo.receives("invitation-customer");
    }

    @Test
    void anAgentWhomTheAdminRemovesLosesTheOffer() {
        romeoIsOffered();

        play.reception.configure("demo", Play.settings("friar@example.org"));

        play.nurse.receivesStanzas(revoke("You are no longer available."));
    }

    private static String revoke(String reason) {
        return Examples.text("offer-revoke").replace("The offer has timed out.", reason);
    }
}
