package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import dev.usher.testbed.ground.conformance.Remark;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.workgroup.agent.InvitationRequest;
import org.jivesoftware.smackx.workgroup.agent.OfferContent;
import org.jivesoftware.smackx.workgroup.agent.TransferRequest;
import org.jivesoftware.smackx.workgroup.packet.RoomInvitation;
import org.jivesoftware.smackx.workgroup.packet.RoomTransfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;

/** Alice talks with Romeo, and hands him over or asks another agent in. */
class HandoverIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private static final String WHY = "She knows about balconies.";

    private SmackAgent alice;
    private SmackCustomer romeo;
    private Channel atAlices;
    private Channel atRomeos;
    private String visit;

    @BeforeEach
    void aliceTalksWithRomeo() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        romeo = SmackCustomer.named(usher, "romeo");
        romeo.join("Romeo");
        var offer = alice.offerOf(romeo);
        visit = offer.getSessionID();
        atAlices = alice.accept(offer, "Alice");
        atRomeos = romeo.enter("Romeo");
        atAlices.awaitIn("Romeo");
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        romeo.close();
        alice.close();
    }

    @Test
    @Proves(Operation.TRANSFER_TO_AGENT)
    void aTransferMovesTheVisitToAnotherAgent() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            alice.session()
                    .sendRoomTransfer(RoomTransfer.Type.user, Ground.user("bob").toString(), visit, WHY);
            var offer = bob.offerOf(romeo);
            isAbout(offer.getContent(), TransferRequest.class);
            var atBobs = bob.accept(offer, "Bob");
            atAlices.awaitOver();
            atRomeos.say("Hello Bob");
            atBobs.awaitHeard("Romeo: Hello Bob");
        }
    }

    @Test
    @Proves(Operation.TRANSFER_TO_QUEUE)
    void aTransferToAQueueMovesTheVisitToWhoeverServesThere() throws Exception {
        try (var carol = SmackAgent.online(usher, "carol")) {
            alice.session().sendRoomTransfer(RoomTransfer.Type.queue, Ground.DEMO + "/Support", visit, WHY);
            var offer = carol.offerOf(romeo);
            isAbout(offer.getContent(), TransferRequest.class);
            carol.accept(offer, "Carol");
            atAlices.awaitOver();
            atRomeos.awaitIn("Carol");
        }
    }

    @Test
    @Proves(Operation.TRANSFER_TO_WORKGROUP)
    void aTransferToAnotherWorkgroupMovesTheVisitToWhoeverServesThere(Remark remark) throws Exception {
        remark.is("the offer names the channel: no invitation comes to the AgentSession of the other workgroup");
        try (var dora = SmackAgent.online(usher, "dora", Ground.HELP)) {
            alice.session().sendRoomTransfer(RoomTransfer.Type.workgroup, Ground.HELP.toString(), visit, WHY);
            var offer = dora.offerOf(romeo);
            isAbout(offer.getContent(), TransferRequest.class);
            offer.accept();
            // The invitation comes from the visit's own workgroup, of which her session knows nothing.
            enterByTheOffer(dora, (TransferRequest) offer.getContent());
            atAlices.awaitOver();
            atRomeos.awaitIn("Dora");
        }
    }

    private static void enterByTheOffer(SmackAgent dora, TransferRequest transfer) throws Exception {
        var room = JidCreate.entityBareFrom(transfer.getRoom());
        dora.messages().takeThat(message -> message.getFrom().equals(room), "from " + room);
        Channel.enter(dora.connection(), room, "Dora");
    }

    @Test
    @Proves(Operation.INVITE_AGENT)
    void anInvitationBringsAnotherAgentInBesides() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            invite("bob");
            var offer = bob.offerOf(romeo);
            isAbout(offer.getContent(), InvitationRequest.class);
            var atBobs = bob.accept(offer, "Bob");
            atAlices.awaitIn("Bob");
            atRomeos.awaitIn("Bob");
            atAlices.say("Bob knows about balconies.");
            atBobs.awaitHeard("Alice: Bob knows about balconies.");
            assertThat(atAlices.room().isJoined()).isTrue();
        }
    }

    @Test
    @Proves(Operation.HANDOVER_DECLINED)
    void aTransferThatIsDeclinedLeavesTheVisitWhereItIs() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            alice.session()
                    .sendRoomTransfer(RoomTransfer.Type.user, Ground.user("bob").toString(), visit, WHY);
            bob.offerOf(romeo).reject();
            awaitFailure("Nobody has taken the visit: it stays with you.");
        }
    }

    @Test
    @Proves(Operation.HANDOVER_DECLINED)
    void anInvitationThatIsDeclinedLeavesTheVisitAsItIs() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            invite("bob");
            bob.offerOf(romeo).reject();
            awaitFailure("Nobody has taken the visit: it stays with you.");
        }
    }

    @Test
    @Proves(Operation.HANDOVER_LAPSES)
    void aTransferThatNobodyAnswersIsTakenBack() throws Exception {
        try (var quick = Setting.of("offerTimeout", "1");
                var bob = SmackAgent.online(usher, "bob")) {
            alice.session()
                    .sendRoomTransfer(RoomTransfer.Type.user, Ground.user("bob").toString(), visit, WHY);
            assertThat(bob.revoked().take().getSessionID())
                    .isEqualTo(bob.offerOf(romeo).getSessionID());
            awaitFailure("Nobody has taken the visit: it stays with you.");
        }
    }

    @Test
    @Proves(Operation.HANDOVER_LAPSES)
    void anInvitationThatNobodyAnswersIsTakenBack() throws Exception {
        try (var quick = Setting.of("offerTimeout", "1");
                var bob = SmackAgent.online(usher, "bob")) {
            invite("bob");
            assertThat(bob.revoked().take().getSessionID())
                    .isEqualTo(bob.offerOf(romeo).getSessionID());
            awaitFailure("Nobody has taken the visit: it stays with you.");
        }
    }

    @Test
    @Proves(Operation.HANDOVER_REFUSED)
    void nobodyHandsOverWhatIsNotTheirs() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> bob.session()
                            .sendRoomTransfer(
                                    RoomTransfer.Type.user, Ground.user("bob").toString(), visit, WHY))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.forbidden));
        }
    }

    private void invite(String agent) throws Exception {
        alice.session().sendRoomInvitation(RoomInvitation.Type.user, Ground.user(agent), visit, WHY);
    }

    private void isAbout(OfferContent content, Class<?> kind) {
        assertThat(content).isInstanceOf(kind);
        assertThat(content)
                .extracting("inviter", "room", "reason")
                .extracting(Object::toString)
                .containsExactly(
                        alice.connection().getUser().toString(),
                        Ground.channel(visit).toString(),
                        WHY);
    }

    /** Alice is told, and still talks with Romeo. */
    private void awaitFailure(String sentence) throws Exception {
        var failure = alice.messages().takeThat(message -> message.getType() == Message.Type.error, "of failure");
        assertThat(failure.getBody()).isEqualTo(sentence);
        atRomeos.say("Are you still there?");
        atAlices.awaitHeard("Romeo: Are you still there?");
    }
}
