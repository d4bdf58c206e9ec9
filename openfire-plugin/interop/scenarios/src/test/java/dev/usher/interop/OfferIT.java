package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.workgroup.agent.UserRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent is offered, and what becomes of it. */
class OfferIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves(Operation.READ_OFFER)
    void anOfferSaysWhoAsksWhatAndUntilWhen() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join(Map.of("username", "Romeo", "question", "Which balcony is <hers> & how high?"));
            var offer = alice.offerOf(romeo);

            assertThat(offer.getSessionID()).matches("[0-9a-v]{26}");
            assertThat(offer.getUserID().toString())
                    .isEqualTo(romeo.connection().getUser().toString());
            assertThat(offer.getWorkgroupName().toString()).isEqualTo(Ground.DEMO.toString());
            assertThat(offer.getMetaData())
                    .isEqualTo(Map.of(
                            "username", List.of("Romeo"),
                            "question", List.of("Which balcony is <hers> & how high?"),
                            "userID", List.of("romeo@usher.test")));
            assertThat(offer.getExpiresDate().toInstant())
                    .isBetween(Instant.now().plusSeconds(10), Instant.now().plusSeconds(21));
            assertThat(offer.getContent()).isInstanceOf(UserRequest.class);
        }
    }

    @Test
    @Proves(Operation.REJECT)
    void whatOneAgentRejectsIsOfferedToTheNext() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            alice.offerOf(romeo).reject();
            var offer = bob.offerOf(romeo);
            bob.accept(offer, "Bob");
            assertThat(romeo.invitations().take().getSessionID()).isEqualTo(offer.getSessionID());
            assertThat(alice.errors().isEmpty()).isTrue();
        }
    }

    @Test
    @Proves(Operation.OFFER_LAPSES)
    void whatAnAgentDoesNotAnswerIsTakenBackAndOfferedToTheNext() throws Exception {
        try (var quick = Setting.of("offerTimeout", "1");
                var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var lapsing = alice.offerOf(romeo);
            var revoked = alice.revoked().take();
            assertThat(revoked.getSessionID()).isEqualTo(lapsing.getSessionID());
            assertThat(revoked.getReason()).isEqualTo("The offer has timed out.");
            bob.accept(bob.offerOf(romeo), "Bob");
        }
    }

    @Test
    @Proves(Operation.OFFER_WITHDRAWN)
    void whenTheCustomerLeavesTheOfferIsTakenBack() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            romeo.workgroup().departQueue();
            var revoked = alice.revoked().take();
            assertThat(revoked.getSessionID()).isEqualTo(offer.getSessionID());
            assertThat(revoked.getReason()).isEqualTo("The customer no longer waits.");
        }
    }

    @Test
    @Proves(Operation.ACCEPT_TOO_LATE)
    void aLateAcceptIsAnsweredWithAnErrorAndTakenBackAgain() throws Exception {
        try (var quick = Setting.of("offerTimeout", "1");
                var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            alice.revoked().take();
            offer.accept();
            assertThat(alice.errors().take().getCondition()).isEqualTo(StanzaError.Condition.not_acceptable);
            var revoked = alice.revoked().take();
            assertThat(revoked.getSessionID()).isEqualTo(offer.getSessionID());
            assertThat(revoked.getReason()).isEqualTo("The offer is no longer yours.");
            assertThat(romeo.workgroup().isInQueue()).isTrue();
        }
    }
}
