package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nurse hands Romeo over to Friar, or calls him in; Friar may decline. */
class HandoverPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void romeoIsWithNurse() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.friar.sends("agent-online").forgets();
        play.nurse.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    @Test
    void aTransferIsAnOfferAndNurseGoesWhenFriarIsIn() {
        play.nurse.sends("transfer-to-agent");
        play.nurse.receives("transfer-result");
        assertEquals(1, play.friar.count("transfer"));

        play.friar.sends("offer-accept");
        assertEquals(1, play.friar.count("invite"));
        assertEquals(0, heardOfNurseLeaving());
        play.friar.enters();

        assertEquals(1, heardOfNurseLeaving());
        play.friar.forgets();
        play.nurse.sends("drive");
        play.nurse.receives("drive-forbidden");
        play.friar.sends("drive");
        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void aTransferThatIsDeclinedLeavesTheVisitWithNurse() {
        play.nurse.sends("transfer-to-agent").forgets();

        play.friar.sends("offer-reject");

        play.nurse.receives("transfer-failed");
        play.nurse.sends("drive");
        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void aTransferThatLapsesLeavesTheVisitWithNurse() {
        play.nurse.sends("transfer-to-agent").forgets();

        play.passes(20);

        play.nurse.receives("transfer-failed");
        assertEquals(1, play.friar.count("offer-revoke"));
    }

    @Test
    void aTransferToAnAgentWhoIsAwayIsRefusedAtOnce() {
        play.friar.sends("agent-away");

        play.nurse.sends("transfer-to-agent");

        play.nurse.receives("transfer-unavailable");
    }

    @Test
    void whoIsNotInTheVisitHandsNothingOver() {
        play.friar.says(Examples.text("transfer-to-agent"));

        play.friar.receivesStanzas(Examples.text("transfer-forbidden"));
    }

    @Test
    void aTransferToTheQueueIsOfferedToWhoeverServesIt() {
        play.nurse.sends("transfer-to-queue");

        assertEquals(1, play.friar.count("transfer"));
        play.friar.sends("offer-accept").enters();
        assertEquals(1, heardOfNurseLeaving());
    }

    @Test
    void anUnknownWorkgroupHasNobody() {
        play.nurse.sends("invite-workgroup");

        assertEquals(1, play.nurse.count("message"));
        play.nurse.forgets();
        play.nurse.sends("drive");
        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void whenFriarIsCalledInBothStayAndTheVisitOutlastsNurse() {
        play.nurse.says(Examples.text("transfer-to-agent").replace("transfer", "invite"));
        play.friar.sends("offer-accept").enters();
        assertEquals(0, heardOfNurseLeaving());

        play.nurse.leaves();
        play.passes(1);

        assertEquals(
                List.of(),
                play.rooms.heard.stream()
                        .filter(xml -> xml.contains("<destroy>"))
                        .toList());
        play.friar.forgets();
        play.friar.sends("drive");
        assertEquals(1, play.romeo.count("drive"));
    }

    private long heardOfNurseLeaving() {
        return play.rooms.heard.stream()
                .filter(xml -> xml.contains("role=\"none\"") && xml.contains("Nurse"))
                .count();
    }
}
