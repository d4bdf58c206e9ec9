package dev.usher.interop;

import org.jivesoftware.smack.packet.Presence;

/** How an agent with this version of Smack tells the workgroup about themselves: by AgentSession, as it was meant. */
final class Edition {
    static final String HOW_TO_BE_AWAY = "";
    static final String HOW_TO_WISH = "";
    static final String HOW_TO_GO_OFFLINE = "";

    private Edition() {}

    static void goAway(SmackAgent agent) throws Exception {
        agent.session().setStatus(Presence.Mode.away, 4);
    }

    static void comeBack(SmackAgent agent) throws Exception {
        agent.session().setStatus(Presence.Mode.available, 4);
    }

    static void wish(SmackAgent agent, int visits) throws Exception {
        agent.session().setStatus(Presence.Mode.available, visits);
    }

    static void goOffline(SmackAgent agent) throws Exception {
        agent.session().setOnline(false);
    }

    /** As present as before, with other words. */
    static void describe(SmackAgent agent, String words) throws Exception {
        agent.session().setStatus(Presence.Mode.available, words);
    }
}
