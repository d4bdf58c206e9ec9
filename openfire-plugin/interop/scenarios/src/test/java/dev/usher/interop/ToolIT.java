package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import dev.usher.testbed.ground.conformance.Remark;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.workgroup.ext.macros.Macro;
import org.jivesoftware.smackx.workgroup.ext.macros.MacroGroup;
import org.jivesoftware.smackx.workgroup.packet.OccupantsInfo.OccupantInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** What an agent's client has beside the conversation: texts that are ready, who is where, looking in. */
class ToolIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private static Condition refusal(Executable request) {
        return assertThrows(XMPPErrorException.class, request).getStanzaError().getCondition();
    }

    @Test
    @Proves(Operation.SHARED_MACROS)
    void theMacrosOfTheWorkgroupAreRead() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            assertThat(refusal(() -> alice.session().getMacros(true))).isEqualTo(Condition.item_not_found);
            try (var written = Setting.of("macros", "Bye = Farewell & <thanks>.\nGreetings / Hello = Good morrow!")) {
                var macros = alice.session().getMacros(true);
                assertThat(macros.getMacroByTitle("Bye").getResponse()).isEqualTo("Farewell & <thanks>.");
                assertThat(macros.getMacroGroupByTitle("Greetings")
                                .getMacroByTitle("Hello")
                                .getResponse())
                        .isEqualTo("Good morrow!");
            }
        }
    }

    @Test
    @Proves(Operation.OWN_MACROS)
    void anAgentsOwnMacrosAreKeptAndNobodyElseSeesThem(Remark remark) throws Exception {
        remark.is("with `&` or `<` in them they are refused, since Smack does not escape them");
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob")) {
            alice.session().saveMacros(group("Vows", "Swear not by the moon. \u2665"));
            var saved = alice.session().getMacros(false);
            assertThat(saved.getTitle()).isEqualTo("Personal");
            assertThat(saved.getMacroByTitle("Vows").getResponse()).isEqualTo("Swear not by the moon. \u2665");
            assertThat(refusal(() -> bob.session().getMacros(false))).isEqualTo(Condition.item_not_found);

            assertThat(refusal(() -> alice.session().saveMacros(group("Vows & oaths", "None."))))
                    .isEqualTo(Condition.bad_request);
            assertThat(alice.session().getMacros(false).getMacroByTitle("Vows")).isNotNull();
        }
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
    @Proves(Operation.AGENT_NAME)
    void anAgentIsCalledByTheAccountAndThatStays() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            assertThat(alice.session().getAgent().getName()).isEqualTo("alice");
            assertThat(refusal(() -> alice.session().getAgent().setName("Capulet")))
                    .isEqualTo(Condition.not_allowed);
        }
    }

    @Test
    @Proves({Operation.MONITOR, Operation.LOOK_IN, Operation.OCCUPANTS})
    void aMonitorLooksInAndIsSeen() throws Exception {
        try (var monitors = Setting.of("monitors", "bob");
                var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.offline(usher, "bob", Ground.DEMO);
                var romeo = SmackCustomer.named(usher, "romeo")) {
            assertThat(bob.session().hasMonitorPrivileges(bob.connection())).isTrue();
            assertThat(alice.session().hasMonitorPrivileges(alice.connection())).isFalse();
            romeo.join("Romeo");
            var offer = alice.offerOf(romeo);
            var visit = offer.getSessionID();
            alice.accept(offer, "Alice");
            var atRomeos = romeo.enter("Romeo");
            assertThat(refusal(() -> alice.session().makeRoomOwner(alice.connection(), visit)))
                    .isEqualTo(Condition.forbidden);

            bob.session().makeRoomOwner(bob.connection(), visit);
            var atBobs = Channel.enter(bob.connection(), Ground.channel(visit), "Bob");
            atRomeos.awaitIn("Bob");
            Ground.until(
                    () -> nicknames(alice, visit).equals(Set.of("Alice", "Bob", "Romeo")), "Not everybody is listed");
            atBobs.leave();
            Ground.until(() -> nicknames(alice, visit).equals(Set.of("Alice", "Romeo")), "Bob is still listed");
        }
    }

    private static Set<String> nicknames(SmackAgent agent, String visit) throws Exception {
        return agent.session().getOccupantsInfo(visit).getOccupants().stream()
                .map(OccupantInfo::getNickname)
                .collect(Collectors.toSet());
    }
}
