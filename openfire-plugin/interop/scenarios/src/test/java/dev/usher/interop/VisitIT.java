package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visit from the queue to its end, Smack on both sides. */
class VisitIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves({Operation.ACCEPT, Operation.ENTER_CHANNEL, Operation.TALK, Operation.OVER})
    void bothAreInvitedAndTalkUntilOneLeaves() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var atAlices = alice.accept(alice.offerOf(romeo), "Alice");
            var atRomeos = romeo.enter("Romeo");
            atAlices.awaitIn("Romeo");

            atRomeos.say("Is anybody there?");
            atAlices.awaitHeard("Romeo: Is anybody there?");
            atAlices.say("I am.");
            atRomeos.awaitHeard("Alice: I am.");

            atRomeos.leave();
            atAlices.awaitOver();
            assertThat(alice.connection().isConnected()).isTrue();
        }
    }
}
