package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody but the agent of the visit leads, and only through the switch. */
class IntruderIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    @Test
    void anAgentWhoIsNotInTheVisitIsForbiddenToLead() throws Exception {
        try (var visit = Visit.begin(usher);
                var bob = SmackAgent.online(usher, "bob")) {
            var windows = visit.watch.windows();

            var foreign = bob.driveRefused(visit.session, "http://other.test/");
            var unknown = bob.driveRefused("nosuchvisit", "http://other.test/");

            assertThat(foreign.getCondition()).isEqualTo(StanzaError.Condition.forbidden);
            assertThat(unknown.toString()).isEqualTo(foreign.toString());
            assertThat(visit.watch.windows()).isEqualTo(windows);
        }
    }

    @Test
    void aDriveThatACustomerPutsIntoTheChannelMovesNobody() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = RawClient.anonymous(usher)) {
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            var offer = alice.awaitOffer();
            alice.accept(offer, "Alice");
            var room = offer.getSessionID() + "@conference." + UsherServer.DOMAIN;
            romeo.await("<invite ");
            romeo.send("<presence to='" + room + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            romeo.await("/Romeo['\"]");

            romeo.send(
                    "<message type='groupchat' id='mine' to='" + room + "'><body>Go!</body>"
                            + "<drive xmlns='urn:usher:drive:1' id='1' seq='1' url='http://other.test/' by='Alice'/></message>");
            assertThat(romeo.awaitStanza("mine")).contains("<forbidden ");

            romeo.send("<message type='groupchat' id='talk' to='" + room + "'><body>Only talk</body></message>");
            alice.awaitHeard("Romeo: Only talk");
            assertThat(alice.allHeard()).doesNotContain("Romeo: Go!");
        }
    }

    /** Even if the server let it through: the browser obeys the room's owner and nobody else. */
    @Test
    void aForgedDriveInAnAgentsMessageMovesNobody() throws Exception {
        try (var visit = Visit.begin(usher);
                var site = TargetSite.open()) {
            try (var takenOver = Tampering.driveBesides("Look!", site.address("other.test", "/forged"))) {
                visit.room.sendMessage("Look!");
                visit.watch.awaitText("Look!");
            }
            var drive = visit.agent.drive(visit.session, site.address("other.test", "/true"));
            visit.agent.awaitReport(drive, "arrived");

            site.await("/true");
            assertThat(site.requests()).extracting(TargetSite.Request::path).doesNotContain("/forged");
        }
    }
}
