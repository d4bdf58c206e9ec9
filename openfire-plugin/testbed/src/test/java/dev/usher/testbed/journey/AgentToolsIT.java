package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.SmackLogin;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.workgroup.agent.AgentSession;
import org.jivesoftware.smackx.workgroup.ext.macros.Macro;
import org.jivesoftware.smackx.workgroup.ext.macros.MacroGroup;
import org.jivesoftware.smackx.workgroup.packet.OccupantsInfo.OccupantInfo;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.xmpp.packet.JID;

/** What Spark's panes ask for, with Smack's own, unmodified AgentSession, on the real server. */
class AgentToolsIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String MACROS = "usher.workgroup.demo.macros";
    private static final String MONITORS = "usher.workgroup.demo.monitors";

    private SmackAgent alice;
    /** Not on duty, so that every customer is Alice's. */
    private AgentSession bob;

    private XMPPTCPConnection service;

    @BeforeEach
    void theyLogIn() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        service = SmackLogin.login(usher, "bob");
        bob = new AgentSession(SmackAgent.WORKGROUP, service);
    }

    @AfterEach
    void theyLogOut() {
        SmackLogin.logout(service);
        alice.close();
        JiveGlobals.deleteProperty(MACROS);
        JiveGlobals.deleteProperty(MONITORS);
    }

    private static Condition refusal(Executable request) {
        return assertThrows(XMPPErrorException.class, request).getStanzaError().getCondition();
    }

    private static MacroGroup group(String title, String text) {
        var macro = new Macro();
        macro.setTitle(title);
        macro.setDescription("");
        macro.setResponse(text);
        var group = new MacroGroup();
        group.setTitle("Personal");
        group.addMacro(macro);
        return group;
    }

    @Test
    void theMacrosThatTheAdminWritesAreThereAtOnce() throws Exception {
        assertThat(refusal(() -> alice.session().getMacros(true))).isEqualTo(Condition.item_not_found);

        JiveGlobals.setProperty(MACROS, "Bye = Farewell & <thanks>.\nGreetings / Hello = Good morrow!\\nWhat is it?");

        var macros = alice.session().getMacros(true);
        assertThat(macros.getTitle()).isEqualTo("Demo");
        assertThat(macros.getMacroByTitle("Bye").getResponse()).isEqualTo("Farewell & <thanks>.");
        var hello = macros.getMacroGroupByTitle("Greetings").getMacroByTitle("Hello");
        assertThat(hello.getResponse()).isEqualTo("Good morrow!\nWhat is it?");
        assertThat(hello.getType()).isEqualTo(Macro.TEXT);
    }

    @Test
    void anAgentSavesMacrosAndNobodyElseSeesThem() throws Exception {
        alice.session().saveMacros(group("Vows", "Swear not by the moon. \u2665"));

        var saved = alice.session().getMacros(false);
        assertThat(saved.getTitle()).isEqualTo("Personal");
        assertThat(saved.getMacroByTitle("Vows").getResponse()).isEqualTo("Swear not by the moon. \u2665");
        assertThat(refusal(() -> bob.getMacros(false))).isEqualTo(Condition.item_not_found);

        assertThat(refusal(() -> alice.session().saveMacros(group("Vows & oaths", "None."))))
                .isEqualTo(Condition.bad_request);
        assertThat(alice.session().getMacros(false).getMacroByTitle("Vows")).isNotNull();
    }

    @Test
    void anAgentIsCalledByTheAccount() throws Exception {
        assertThat(alice.session().getAgent().getName()).isEqualTo("alice");
        assertThat(refusal(() -> alice.session().getAgent().setName("Capulet"))).isEqualTo(Condition.not_allowed);
    }

    @Test
    void aMonitorLooksInIsSeenAndIsNoMemberAfterwards() throws Exception {
        assertThat(bob.hasMonitorPrivileges(service)).isFalse();
        JiveGlobals.setProperty(MONITORS, "bob");
        Poll.until(() -> isMonitor(bob, service), PATIENCE, () -> "Bob is a monitor, and is told not to be");
        assertThat(isMonitor(alice.session(), alice.connection())).isFalse();

        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            var offer = alice.awaitOffer();
            var visit = offer.getSessionID();
            var alicesRoom = alice.accept(offer, "Alice");
            romeo.await("<invite ");
            romeo.send("<presence to='" + visit + "@conference." + UsherServer.DOMAIN
                    + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            romeo.await("/Romeo\"");

            assertThat(refusal(() -> alice.session().makeRoomOwner(alice.connection(), visit)))
                    .isEqualTo(Condition.forbidden);
            assertThat(refusal(() -> bob.makeRoomOwner(service, "nowhere"))).isEqualTo(Condition.forbidden);

            var room = MultiUserChatManager.getInstanceFor(service)
                    .getMultiUserChat(JidCreate.entityBareFrom(visit + "@conference." + UsherServer.DOMAIN));
            assertThat(refusal(() -> room.join(Resourcepart.from("Bob")))).isEqualTo(Condition.registration_required);
            bob.makeRoomOwner(service, visit);
            room.join(Resourcepart.from("Bob"));
            romeo.await("<presence [^>]*/Bob\"");
            assertThat(room.getOccupant(JidCreate.entityFullFrom(room.getRoom() + "/Bob"))
                            .getAffiliation()
                            .name())
                    .isEqualTo("member");

            var occupants = alice.session().getOccupantsInfo(visit).getOccupants();
            assertThat(nicknames(alice, visit)).isEqualTo(Set.of("Alice", "Bob", "Romeo"));
            assertThat(occupants).allMatch(occupant -> occupant.getJoined() != null);

            room.leave();
            Poll.until(
                    () -> nicknames(alice, visit).equals(Set.of("Alice", "Romeo")),
                    PATIENCE,
                    () -> "Bob has left, and is still shown");
            Poll.until(
                    () -> !members(visit).contains(new JID("bob@" + UsherServer.DOMAIN)),
                    PATIENCE,
                    () -> "Bob has left, and is still a member");
            assertThat(refusal(() -> room.join(Resourcepart.from("Bob")))).isEqualTo(Condition.registration_required);
            assertThat(alicesRoom.isJoined()).isTrue();

            bob.makeRoomOwner(service, visit);
            room.join(Resourcepart.from("Bob"));
            JiveGlobals.setProperty(MONITORS, "admin");
            Poll.until(() -> !room.isJoined(), PATIENCE, () -> "Bob is a monitor no more, and still in the room");
            assertThat(alicesRoom.isJoined()).isTrue();
            romeo.send("<message type='groupchat' to='" + visit + "@conference." + UsherServer.DOMAIN
                    + "'><body>Still here.</body></message>");
            alice.awaitHeard("Romeo: Still here.");
            alicesRoom.leave();
        }
    }

    private static boolean isMonitor(AgentSession agent, XMPPTCPConnection connection) {
        try {
            return agent.hasMonitorPrivileges(connection);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> nicknames(SmackAgent agent, String visit) {
        try {
            return agent.session().getOccupantsInfo(visit).getOccupants().stream()
                    .map(OccupantInfo::getNickname)
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collection<JID> members(String visit) {
        return XMPPServer.getInstance()
                .getMultiUserChatManager()
                .getMultiUserChatService("conference")
                .getChatRoom(visit)
                .getMembers();
    }
}
