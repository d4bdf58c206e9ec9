package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import dev.usher.testbed.ground.conformance.Remark;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.workgroup.agent.TransferRequest;
import org.jivesoftware.smackx.workgroup.packet.RoomTransfer;
import org.jivesoftware.smackx.workgroup.user.Workgroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Smack does to its agents that nobody would guess, and how it comes out all the same. */
class AgentQuirksIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves(Operation.GO_AWAY)
    void whoIsAwayForEverybodyAndNeverToldTheWorkgroupGetsNoOffers() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            bob.awaitSeenAvailable("alice");
            alice.connection()
                    .sendStanza(StanzaBuilder.buildPresence()
                            .setMode(Presence.Mode.dnd)
                            .build());
            bob.awaitSeenAway("alice");
            romeo.join("Romeo");
            bob.offerOf(romeo);
            assertThat(alice.offers().isEmpty()).isTrue();
        }
    }

    @Test
    @Proves(Operation.GO_OFFLINE)
    void whoIsOfflineForEverybodyAndNeverToldTheWorkgroupGetsNoOffers() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            bob.awaitSeenAvailable("alice");
            alice.connection()
                    .sendStanza(StanzaBuilder.buildPresence()
                            .ofType(Presence.Type.unavailable)
                            .build());
            bob.awaitSeenOffline("alice");
            romeo.join("Romeo");
            bob.offerOf(romeo);
            assertThat(alice.offers().isEmpty()).isTrue();
        }
    }

    @Test
    @Proves(Operation.GO_AWAY)
    void whoOnlyChangesTheWordsOfTheirPresenceIsAnswered() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            Edition.describe(alice, "Reading");
            Edition.describe(alice, "Still reading");
        }
    }

    @Test
    @Proves(Operation.SEVERAL_WORKGROUPS)
    void anAcceptThatIsSentToTheOtherWorkgroupOfTheConnectionIsCarriedOut(Remark remark) throws Exception {
        remark.is("all offers come to the AgentSession that was made last");
        try (var alice = SmackAgent.online(usher, "alice");
                var alsoInHelp = SmackAgent.over(alice.connection(), Ground.HELP);
                var romeo = SmackCustomer.named(usher, "romeo")) {
            alsoInHelp.session().setOnline(true);
            romeo.join("Romeo");
            var offer = alsoInHelp.offerOf(romeo);
            assertThat(offer.getWorkgroupName().toString()).isEqualTo(Ground.HELP.toString());
            offer.accept();
            var invitation = alice.invitations().take();
            assertThat(invitation.getSessionID()).isEqualTo(offer.getSessionID());
            var channel = Channel.enter(alice.connection(), invitation.getGroupChatName(), "Alice");
            romeo.enter("Romeo");
            channel.awaitIn("Romeo");
        }
    }

    @Test
    @Proves(Operation.TRANSFER_TO_AGENT)
    void aTransferThatIsAcceptedByTheSessionOfTheVisitIsCarriedOut() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            var visit = offer.getSessionID();
            alice.accept(offer, "Alice");
            try (var bob = SmackAgent.online(usher, "bob")) {
                alice.session()
                        .sendRoomTransfer(
                                RoomTransfer.Type.user, Ground.user("bob").toString(), visit, "Yours");
                var transfer = bob.offerOf(romeo);
                assertThat(transfer.getContent()).isInstanceOf(TransferRequest.class);
                assertThat(transfer.getSessionID()).isEqualTo(visit); // what Smack's accept() will send
                transfer.accept();
                assertThat(bob.invitations().take().getSessionID()).isEqualTo(visit);
            }
        }
    }

    @Test
    @Proves(Operation.SEE_COLLEAGUES)
    void aNewColleagueIsInTheRosterWhenItIsAskedForAgainAndARemovedOneStays(Remark remark) throws Exception {
        remark.is("AgentRoster hears of a changed staff by `reload()` alone, and keeps who was removed");
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            var roster = alice.session().getAgentRoster();
            try (var more = Setting.of("agents", "alice,bob,dora")) {
                roster.reload();
                Ground.until(() -> roster.contains(Ground.user("dora")), "Dora serves, and is not in the roster");
            }
            roster.reload();
            // The server answers the reload before it answers what comes after it.
            romeo.join("Romeo");
            alice.offerOf(romeo);
            assertThat(roster.getAgents())
                    .containsExactlyInAnyOrder(
                            Ground.user("alice"), Ground.user("bob"), Ground.user("carol"), Ground.user("dora"));
        }
    }

    @Test
    @Proves(Operation.SEE_COLLEAGUES)
    void theRosterDoesNotGrowWithSettingsThatChangeNothingAboutTheStaff() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            var pushes = StaffPushes.to(alice.connection());
            assertThat(alice.session().getAgentRoster().getAgentCount()).isEqualTo(3);
            try (var slower = Setting.of("offerTimeout", "30");
                    var same = Setting.of("agents", "bob, carol, alice");
                    var more = Setting.of("agents", "alice,bob,carol,dora")) {
                assertThat(pushes.take()).isEqualTo("dora@usher.test added");
            }
            assertThat(pushes.take()).isEqualTo("dora@usher.test removed");
        }
    }

    @Test
    @Proves(Operation.SEE_QUEUES)
    void thePresenceOfAContactMakesAQueueOfNobodyAndTheOthersGoOn() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var juliet = SmackCustomer.named(usher, "juliet");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            var contact = juliet.connection().getUser();
            juliet.connection()
                    .sendStanza(StanzaBuilder.buildPresence()
                            .to(alice.connection().getUser())
                            .build());
            Ground.until(
                    () -> alice.session().getQueue(contact.getResourcepart()) != null, "Juliet is no queue to Smack");
            romeo.join("Romeo");
            alice.offerOf(romeo);
            Ground.until(
                    () -> alice.session().getQueue("Default Queue").getUserCount() == 1, "Romeo is not in the queue");
        }
    }

    @Test
    @Proves(Operation.TRANSFER_TO_AGENT)
    void anAmpersandInAReasonCostsTheAgentTheConnectionAndNotTheVisit(Remark remark) throws Exception {
        remark.is("a reason with `&` or `<` in it breaks one's own connection, and the visit waits for the agent");
        theVisitOutlivesTheReason("Romeo & Juliet");
    }

    @Test
    @Proves(Operation.TRANSFER_TO_AGENT)
    void anAngleBracketInAReasonCostsTheAgentTheConnectionAndNotTheVisit() throws Exception {
        theVisitOutlivesTheReason("Balconies <all of them>");
    }

    /** Smack does not escape it: the server hears nothing sensible over this connection any more. */
    private static void theVisitOutlivesTheReason(String reason) throws Exception {
        try (var patience = Setting.of("returnTimeout", "60");
                var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            var visit = offer.getSessionID();
            alice.accept(offer, "Alice");
            var atRomeos = romeo.enter("Romeo");
            atRomeos.awaitIn("Alice");
            alice.connection().setReplyTimeout(500);
            assertThat(catchThrowable(() -> alice.session()
                            .sendRoomTransfer(
                                    RoomTransfer.Type.user, Ground.user("bob").toString(), visit, reason)))
                    .isNotNull();
            alice.vanish();

            try (var again = SmackAgent.online(usher, "alice")) {
                assertThat(again.invitations().take().getSessionID()).isEqualTo(visit);
                Channel.enter(again.connection(), Ground.channel(visit), "Alice")
                        .say("Where were we?");
                atRomeos.awaitHeard("Alice: Where were we?");
            }
        }
    }

    @Test
    @Proves(Operation.ENTER_CHANNEL)
    void theReasonOfTheInvitationIsTheSessionAndTheNameOfTheChannel() throws Exception {
        var invitations = new Inbox<String>("an invitation");
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = SmackCustomer.named(usher, "romeo")) {
            MultiUserChatManager.getInstanceFor(alice.connection())
                    .addInvitationListener((connection, room, inviter, reason, password, message, invitation) ->
                            invitations.add(inviter + " invites to " + room.getRoom() + " because of " + reason));
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            offer.accept();
            assertThat(invitations.take())
                    .isEqualTo(Ground.DEMO + " invites to " + Ground.channel(offer.getSessionID()) + " because of "
                            + offer.getSessionID());
        }
    }

    @Test
    @Proves(Operation.READ_FORM)
    void theFormIsThereForAgentsAndWhileTheWorkgroupIsClosed() throws Exception {
        try (var alice = SmackAgent.offline(usher, "alice", Ground.DEMO)) {
            for (var workgroup : new Workgroup[] {
                new Workgroup(Ground.DEMO, alice.connection()), new Workgroup(Ground.HELP, alice.connection())
            }) {
                assertThat(workgroup.getWorkgroupForm().getDataForm().getFields())
                        .isNotEmpty();
            }
        }
    }
}
