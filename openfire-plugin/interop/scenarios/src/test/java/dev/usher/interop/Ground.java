package dev.usher.interop;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/**
 * The server on which all scenarios play. Of the workgroup demo alice, bob and carol are agents, and carol alone of its
 * queue Support; of the workgroup help dora, and alice as well. Everybody's password is their name.
 */
final class Ground {
    static final DomainBareJid SERVICE = JidCreate.domainBareFromOrThrowUnchecked("workgroup." + UsherServer.DOMAIN);
    static final EntityBareJid DEMO = JidCreate.entityBareFromOrThrowUnchecked("demo@" + SERVICE);
    static final EntityBareJid HELP = JidCreate.entityBareFromOrThrowUnchecked("help@" + SERVICE);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Ground() {}

    static UsherServer server() {
        return new UsherServer()
                .account("carol")
                .account("dora")
                .account("romeo")
                .account("juliet")
                .property("usher.workgroups", "demo,help")
                .property("usher.workgroup.demo.agents", "alice,bob,carol")
                .property("usher.workgroup.demo.queues", "Default Queue,Support")
                .property("usher.workgroup.demo.queue.Support.agents", "carol")
                .property("usher.workgroup.demo.returnTimeout", "1")
                .property("usher.workgroup.help.title", "Help")
                .property("usher.workgroup.help.agents", "alice,dora")
                .property("usher.workgroup.help.returnTimeout", "1");
    }

    /** Waits until it is so. @param complaint what is said if it is never so */
    static void until(Callable<Boolean> condition, String complaint) {
        Poll.until(
                () -> {
                    try {
                        return condition.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(complaint, e);
                    }
                },
                PATIENCE,
                () -> complaint);
    }

    /** The address of the user with that name. */
    static EntityBareJid user(String name) {
        return JidCreate.entityBareFromOrThrowUnchecked(name + "@" + UsherServer.DOMAIN);
    }

    /** The channel of the visit with that session id. */
    static EntityBareJid channel(String visit) {
        return JidCreate.entityBareFromOrThrowUnchecked(visit + "@conference." + UsherServer.DOMAIN);
    }
}
