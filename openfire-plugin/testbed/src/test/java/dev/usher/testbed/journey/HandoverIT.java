package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.workgroup.agent.TransferRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visit handed over from one agent to another with Smack's own, unmodified AgentSession, on the real server. */
class HandoverIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void theOneWhoHandsOverLeavesWhenTheOtherIsInAndLeadsNoMore() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = RawClient.anonymous(usher)) {
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            var offer = alice.awaitOffer();
            var visit = offer.getSessionID();
            var room = alice.accept(offer, "Alice");
            romeo.await("<invite ");
            romeo.send("<presence to='" + visit + "@conference." + UsherServer.DOMAIN
                    + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            romeo.await("/Romeo\"");

            try (var bob = SmackAgent.online(usher, "bob")) {
                alice.transfer(visit, "bob");
                var transfer = bob.awaitOffer();
                assertThat(transfer.getSessionID()).isEqualTo(visit);
                assertThat(transfer.getContent()).isInstanceOf(TransferRequest.class);
                assertThat(room.isJoined()).isTrue();
                bob.accept(transfer, "Bob");

                Poll.until(() -> !room.isJoined(), PATIENCE, () -> "Alice is still in the room");
                assertThat(alice.driveRefused(visit, "https://shop.test/").getCondition())
                        .isEqualTo(StanzaError.Condition.forbidden);
                var drive = bob.drive(visit, "https://shop.test/");
                romeo.await("<drive [^>]*id=\"" + drive);
            }
        }
    }
}
