package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import dev.usher.testbed.ground.conformance.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connection breaks, without a word, at every step of a visit: what the other side sees, and who comes back where. */
class LostConnectionIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private static final String NOT_RESUMED =
            "with stream management, Smack's default, the server takes a broken connection for there until it gives it up";

    /** As long as anybody needs; else it is one second here. */
    private static Setting patience() {
        return Setting.of("returnTimeout", "60");
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_WAITING)
    void whoWaitedAndComesBackHasTheOldPlace(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var patience = patience();
                var alice = SmackAgent.online(usher, "alice");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            alice.offerOf(romeo).reject();
            juliet.join("Juliet");
            juliet.told().takeEqual("position 2");
            romeo.vanish();
            try (var again = SmackCustomer.named(usher, "romeo")) {
                again.join("Romeo");
                again.told().takeEqual("position 1");
            }
            juliet.told().takeEqual("position 1");
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_WAITING)
    void whoWaitedAndStaysAwayLosesThePlace() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            alice.offerOf(romeo).reject();
            juliet.join("Juliet");
            juliet.told().takeEqual("position 2");
            romeo.vanish();
            juliet.told().takeEqual("position 1");
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_OFFERED)
    void whoIsLostWhileOfferedIsNoLongerOfferedUntilBack(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var patience = patience();
                var alice = SmackAgent.online(usher, "alice")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            romeo.vanish();
            var revoked = alice.revoked().take();
            assertThat(revoked.getSessionID()).isEqualTo(offer.getSessionID());
            assertThat(revoked.getReason()).isEqualTo("The customer no longer waits.");
            try (var again = SmackCustomer.named(usher, "romeo")) {
                again.join("Romeo");
                assertThat(alice.offerOf(again).getSessionID()).isEqualTo(offer.getSessionID());
            }
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_INVITED)
    void whoIsLostBeforeEnteringIsInvitedAgainWhenBack(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var patience = patience();
                var alice = SmackAgent.online(usher, "alice")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            romeo.invitations().take();
            romeo.vanish();
            try (var again = SmackCustomer.named(usher, "romeo")) {
                again.join("Romeo");
                again.enter("Romeo");
                atAlices.awaitIn("Romeo");
            }
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_INVITED)
    void whoIsLostBeforeEnteringAndStaysAwayLeavesTheAgentFree() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            romeo.invitations().take();
            romeo.vanish();
            atAlices.awaitOver();
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_TALKING)
    void whoIsLostWhileTalkingComesBackIntoTheSameChannel(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var patience = patience();
                var alice = SmackAgent.online(usher, "alice")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            romeo.enter("Romeo");
            atAlices.awaitIn("Romeo");
            romeo.vanish();
            atAlices.awaitGone("Romeo");
            try (var again = SmackCustomer.named(usher, "romeo")) {
                again.join("Romeo");
                again.enter("Romeo").say("Where was I?");
                atAlices.awaitHeard("Romeo: Where was I?");
            }
        }
    }

    @Test
    @Proves(Operation.CUSTOMER_LOST_TALKING)
    void whoIsLostWhileTalkingAndStaysAwayEndsTheVisit() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            var romeo = SmackCustomer.named(usher, "romeo");
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            romeo.enter("Romeo");
            atAlices.awaitIn("Romeo");
            romeo.vanish();
            atAlices.awaitOver();
        }
    }

    @Test
    @Proves(Operation.AGENT_LOST_OFFERED)
    void whatWasOfferedToWhoIsLostIsOfferedToTheNext(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            alice.vanish();
            assertThat(bob.offerOf(romeo).getSessionID()).isEqualTo(offer.getSessionID());
        }
    }

    @Test
    @Proves(Operation.AGENT_LOST_INVITED)
    void whatWasAcceptedByWhoIsLostIsOfferedToTheNext(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            alice.offerOf(romeo).accept();
            alice.invitations().take();
            romeo.invitations().take();
            alice.vanish();
            romeo.told().takeEqual("position 1");
            bob.accept(bob.offerOf(romeo), "Bob");
            romeo.enter("Romeo").awaitIn("Bob");
        }
    }

    @Test
    @Proves(Operation.AGENT_LOST_TALKING)
    void anAgentWhoIsLostWhileTalkingIsInvitedAgainWhenBack(Remark remark) throws Exception {
        remark.is(NOT_RESUMED);
        try (var patience = patience();
                var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var visit = alice.offerOf(romeo);
            alice.accept(visit, "Alice");
            var atRomeos = romeo.enter("Romeo");
            atRomeos.awaitIn("Alice");
            alice.vanish();
            atRomeos.awaitGone("Alice");
            try (var again = SmackAgent.online(usher, "alice")) {
                var invitation = again.invitations().take();
                assertThat(invitation.getSessionID()).isEqualTo(visit.getSessionID());
                Channel.enter(again.connection(), invitation.getGroupChatName(), "Alice")
                        .say("Where were we?");
                atRomeos.awaitHeard("Alice: Where were we?");
            }
        }
    }

    @Test
    @Proves(Operation.AGENT_LOST_TALKING)
    void anAgentWhoIsLostWhileTalkingAndStaysAwayEndsTheVisit() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            alice.accept(alice.offerOf(romeo), "Alice");
            var atRomeos = romeo.enter("Romeo");
            atRomeos.awaitIn("Alice");
            alice.vanish();
            atRomeos.awaitOver();
        }
    }

    @Test
    @Proves(Operation.RESUMED)
    void whoseStreamIsResumedHasMissedNothing() throws Exception {
        var connection = Login.resumable(usher, "alice");
        try (var alice = SmackAgent.over(connection, Ground.DEMO);
                var romeo = SmackCustomer.named(usher, "romeo")) {
            alice.session().setOnline(true);
            alice.vanish();
            romeo.join("Romeo");
            romeo.told().takeEqual("position 1");
            connection.connect().login();
            alice.accept(alice.offerOf(romeo), "Alice");
            romeo.enter("Romeo").awaitIn("Alice");
        }
    }
}
