package dev.usher.testbed.journey;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Smack's {@code leave()} hung for seconds when the room was destroyed while it was still telling who had left. */
class LeavingIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final int ROUNDS = 20;

    @Test
    void anAgentWhoLeavesIsToldSoEveryTime() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var romeo = RawClient.anonymous(usher)) {
                    romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                            + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
                    var offer = alice.awaitOffer();
                    var room = alice.accept(offer, "Alice");
                    var address = offer.getSessionID() + "@conference." + UsherServer.DOMAIN;
                    romeo.await("<invite ");
                    romeo.send("<presence to='" + address
                            + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
                    romeo.await("/Romeo['\"]");

                    room.leave(); // throws when it is not confirmed

                    romeo.await("<destroy");
                }
            }
        }
    }
}
