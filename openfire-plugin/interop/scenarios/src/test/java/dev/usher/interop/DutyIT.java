package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import dev.usher.testbed.ground.conformance.Remark;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.workgroup.agent.Agent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;

/** Agents come, go away, come back, wish for less, and go. */
class DutyIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves(Operation.FIND_WORKGROUPS)
    void theServiceIsAnItemOfTheServerAndSaysWhereOneMayServe() throws Exception {
        try (var alice = SmackAgent.offline(usher, "alice", Ground.DEMO)) {
            var disco = ServiceDiscoveryManager.getInstanceFor(alice.connection());
            assertThat(disco.discoverItems(JidCreate.from(UsherServer.DOMAIN)).getItems())
                    .extracting(item -> item.getEntityID().toString())
                    .contains(Ground.SERVICE.toString());
            assertThat(disco.discoverInfo(Ground.SERVICE).hasIdentity("collaboration", "workgroup"))
                    .isTrue();
            assertThat(Agent.getWorkgroups(Ground.SERVICE, alice.connection().getUser(), alice.connection()))
                    .containsExactlyInAnyOrder(Ground.DEMO.toString(), Ground.HELP.toString());
        }
    }

    @Test
    @Proves(Operation.FIND_WORKGROUPS)
    void whoServesNowhereIsToldSo() throws Exception {
        try (var romeo = SmackAgent.offline(usher, "romeo", Ground.DEMO)) {
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> Agent.getWorkgroups(
                            Ground.SERVICE, romeo.connection().getUser(), romeo.connection()))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.forbidden));
        }
    }

    @Test
    @Proves({Operation.GO_ONLINE, Operation.SEE_COLLEAGUES})
    void whoComesOnlineIsAnsweredAndSeenByTheOthers() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            assertThat(alice.seen("bob").isAvailable()).isFalse();
            try (var bob = SmackAgent.online(usher, "bob")) {
                alice.awaitSeenAvailable("bob");
                assertThat(bob.session().getQueue("Default Queue")).isNotNull();
            }
            alice.awaitSeenOffline("bob");
        }
    }

    @Test
    @Proves(Operation.ONLINE_REFUSED)
    void whoIsNoAgentCannotGoOnline() throws Exception {
        try (var romeo = SmackAgent.offline(usher, "romeo", Ground.DEMO)) {
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> romeo.session().setOnline(true))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.not_authorized));
            assertThat(romeo.session().isOnline()).isFalse();
        }
    }

    @Test
    @Proves(Operation.GO_AWAY)
    void whoIsAwayIsAskedOnlyWhenBack(Remark remark) throws Exception {
        remark.is(Edition.HOW_TO_BE_AWAY);
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            bob.awaitSeenAvailable("alice");
            Edition.goAway(alice);
            bob.awaitSeenAway("alice");
            romeo.join("Romeo"); // Alice, who has been idle for longer, would be asked first
            bob.offerOf(romeo).reject();
            assertThat(alice.offers().isEmpty()).isTrue();

            Edition.comeBack(alice);
            alice.offerOf(romeo);
        }
    }

    @Test
    @Proves(Operation.WISH)
    void whoWishesForOneAtATimeIsGivenTheNextWhenThatIsOver(Remark remark) throws Exception {
        remark.is(Edition.HOW_TO_WISH);
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            bob.awaitSeenAvailable("alice");
            Edition.wish(alice, 1);
            bob.awaitSeenWishing("alice", 1);
            romeo.join("Romeo");
            alice.accept(alice.offerOf(romeo), "Alice");
            var atRomeos = romeo.enter("Romeo");

            juliet.join("Juliet");
            bob.offerOf(juliet).reject();
            assertThat(alice.offers().isEmpty()).isTrue();
            atRomeos.leave();
            alice.offerOf(juliet);
        }
    }

    @Test
    @Proves(Operation.GO_OFFLINE)
    void whenTheLastAgentGoesOfflineTheWorkgroupIsClosed(Remark remark) throws Exception {
        remark.is(Edition.HOW_TO_GO_OFFLINE);
        try (var romeo = SmackCustomer.named(usher, "romeo");
                var alice = SmackAgent.online(usher, "alice")) {
            assertThat(romeo.workgroup().isAvailable()).isTrue();
            Edition.goOffline(alice);
            Ground.until(() -> !romeo.workgroup().isAvailable(), "Alice is offline, and the workgroup is open");
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> romeo.join("Romeo"))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.service_unavailable));
        }
    }

    @Test
    @Proves(Operation.SEVERAL_RESOURCES)
    void whoIsOnlineTwiceIsAskedOnceAndStaysOnlineOverTheOther() throws Exception {
        try (var desk = SmackAgent.online(usher, "alice");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            try (var phone = SmackAgent.online(usher, "alice");
                    var romeo = SmackCustomer.named(usher, "romeo")) {
                romeo.join("Romeo");
                var channel = phone.accept(phone.offerOf(romeo), "Alice"); // where she came online last
                romeo.enter("Romeo");
                channel.awaitIn("Romeo");
                assertThat(desk.offers().isEmpty()).isTrue();
            }
            juliet.join("Juliet");
            desk.offerOf(juliet);
        }
    }
}
