package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jivesoftware.smack.filter.AndFilter;
import org.jivesoftware.smack.filter.FromMatchesFilter;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.workgroup.packet.AgentStatus;

/**
 * How an agent with this version of Smack tells the workgroup about themselves. AgentSession never knows that it is
 * online: setStatus throws, and setOnline(false) does nothing. What is left is the presence that everybody sees.
 */
final class Edition {
    static final String HOW_TO_BE_AWAY = "`setStatus` always throws: by the presence that everybody sees";
    static final String HOW_TO_WISH = "`setStatus` always throws: by a presence of one's own making";
    static final String HOW_TO_GO_OFFLINE =
            "`setOnline(false)` does nothing: by the presence that everybody sees, or by going";

    private Edition() {}

    static void goAway(SmackAgent agent) throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> agent.session().setStatus(Presence.Mode.away, 4));
        agent.connection()
                .sendStanza(StanzaBuilder.buildPresence()
                        .setMode(Presence.Mode.away)
                        .build());
    }

    static void comeBack(SmackAgent agent) throws Exception {
        agent.connection().sendStanza(StanzaBuilder.buildPresence().build());
    }

    static void wish(SmackAgent agent, int visits) throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> agent.session().setStatus(Presence.Mode.available, visits));
        agent.connection()
                .sendStanza(StanzaBuilder.buildPresence()
                        .to(agent.session().getWorkgroupJID())
                        .addExtension(StandardExtensionElement.builder(AgentStatus.ELEMENT_NAME, AgentStatus.NAMESPACE)
                                .addElement("max-chats", Integer.toString(visits))
                                .build())
                        .build());
    }

    static void goOffline(SmackAgent agent) throws Exception {
        assertThat(agent.session().isOnline()).isFalse();
        agent.session().setOnline(false);
        agent.connection()
                .sendStanza(StanzaBuilder.buildPresence()
                        .ofType(Presence.Type.unavailable)
                        .build());
    }

    /** As present as before, with other words. */
    static void describe(SmackAgent agent, String words) throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> agent.session().setStatus(Presence.Mode.available, words));
        var workgroup = agent.session().getWorkgroupJID();
        agent.connection()
                .createStanzaCollectorAndSend(
                        new AndFilter(StanzaTypeFilter.PRESENCE, FromMatchesFilter.create(workgroup)),
                        StanzaBuilder.buildPresence()
                                .to(workgroup)
                                .setStatus(words)
                                .build())
                .nextResultOrThrow();
    }
}
