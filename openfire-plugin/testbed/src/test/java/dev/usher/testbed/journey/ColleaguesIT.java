package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.workgroup.packet.AgentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.impl.JidCreate;

/** What agents see of each other with Smack's own, unmodified AgentRoster, on the real server. */
class ColleaguesIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void anAgentSeesWhoMayServeAndWhoIsThere() throws Exception {
        var bobsAddress = JidCreate.entityBareFrom("bob@" + UsherServer.DOMAIN);
        try (var alice = SmackAgent.online(usher, "alice")) {
            var roster = alice.session().getAgentRoster();
            Poll.until(() -> roster.contains(bobsAddress), PATIENCE, () -> "Bob may serve, and is not in the roster");
            assertThat(roster.getPresence(bobsAddress).getType()).isEqualTo(Presence.Type.unavailable);

            try (var bob = SmackAgent.online(usher, "bob")) {
                Poll.until(
                        () -> roster.getPresence(bobsAddress).isAvailable(),
                        PATIENCE,
                        () -> "Bob is online, and not in the roster");
                var status = roster.getPresence(bobsAddress).getExtension(AgentStatus.class);
                assertThat(status.getMaxChats()).isPositive();
                assertThat(status.getCurrentChats()).isEmpty();
                assertThat(bob.connection().isConnected()).isTrue();
            }
            Poll.until(
                    () -> !roster.getPresence(bobsAddress).isAvailable(),
                    PATIENCE,
                    () -> "Bob is gone, and still there");
        }
    }
}
