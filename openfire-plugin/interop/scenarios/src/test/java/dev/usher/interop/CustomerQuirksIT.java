package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** What Smack does to its customers that nobody would guess, and how it comes out all the same. */
class CustomerQuirksIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves(Operation.JOIN)
    void theFormThatSmackSendsTwiceIsReadOnce() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            assertThat(alice.offerOf(romeo).getMetaData()).containsEntry("username", List.of("Romeo"));
        }
    }

    @Test
    @Proves(Operation.JOIN)
    void whoFillsInNothingHasANameAndAnAddressAllTheSame() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join(Map.of());
            assertThat(alice.offerOf(romeo).getMetaData())
                    .isEqualTo(Map.of("username", List.of("Customer"), "userID", List.of("romeo@usher.test")));
        }
    }

    @Test
    @Proves(Operation.READ_OFFER)
    void whoSendsNoFormHasANameAndAnAddressAllTheSame() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var stranger = RawClient.anonymous(usher)) {
            stranger.send("<iq type='set' id='join' to='" + Ground.DEMO
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            var offer = alice.offers()
                    .takeThat(each -> each.getUserJID().toString().equals(stranger.jid()), "of " + stranger.jid());
            assertThat(offer.getMetaData().get("username")).isEqualTo(List.of("Customer"));
            assertThat(JidCreate.entityBareFrom(
                                    offer.getMetaData().get("userID").get(0))
                            .toString())
                    .isEqualTo(JidCreate.bareFrom(stranger.jid()).toString());
            stranger.send("<iq type='set' id='depart' to='" + Ground.DEMO
                    + "'><depart-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            stranger.awaitStanza("depart");
        }
    }

    @Test
    @Proves(Operation.JOIN)
    void whoJoinsWithoutAFormFailsBeforeAnythingIsSentAndCanJoinWithOne() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            assertThatNullPointerException().isThrownBy(() -> romeo.workgroup().joinQueue());
            romeo.join("Romeo");
            alice.offerOf(romeo);
        }
    }

    @Test
    @Proves(Operation.JOIN)
    void whoIsAnonymousAndGivesNoIdIsKnownByTheConnection() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.anonymous(usher)) {
            romeo.workgroup().joinQueue(DataForm.builder(DataForm.Type.submit).build(), null); // sends id="null"
            assertThat(alice.offerOf(romeo).getMetaData().get("userID"))
                    .isEqualTo(List.of(romeo.connection().getUser().asBareJid().toString()));
        }
    }

    @Test
    @Proves(Operation.POSITION)
    void whoIsInvitedElsewhereMeanwhileKeepsThePlace() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo");
                var juliet = SmackCustomer.named(usher, "juliet")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            var ball =
                    MultiUserChatManager.getInstanceFor(juliet.connection()).getMultiUserChat(Ground.channel("ball"));
            ball.create(Resourcepart.from("Juliet")).makeInstant();
            ball.invite(romeo.connection().getUser().asEntityBareJidIfPossible(), "Come and dance");
            Ground.until(() -> !romeo.workgroup().isInQueue(), "Smack still knows that Romeo waits");

            var channel = alice.accept(offer, "Alice");
            romeo.enter("Romeo");
            channel.awaitIn("Romeo");
            ball.leave();
        }
    }
}
