package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The workgroup in an agent's list of contacts, on the real server, which keeps the list and asks at each login. */
class ContactIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String ON_DUTY =
            "<presence [^>]*from=\"" + SmackAgent.WORKGROUP + "/[^>]*><notify-queue-details";

    private static RawClient bob(String presence) throws IOException {
        var bob = RawClient.user(usher, "bob");
        bob.send("<iq type='get' id='roster'><query xmlns='jabber:iq:roster'/></iq>");
        bob.awaitStanza("roster");
        bob.send(presence);
        return bob;
    }

    private static void tell(RawClient bob, String type) throws IOException {
        bob.send("<presence type='" + type + "' to='" + SmackAgent.WORKGROUP + "'/>");
    }

    /** Whether the workgroup takes customers in, which it does while an agent is on duty and not away. */
    private static String whatACustomerSees() throws IOException {
        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send("<presence to='" + SmackAgent.WORKGROUP + "'/>");
            return romeo.await("<presence [^>]*from=\"" + SmackAgent.WORKGROUP + "\"[^>]*><workgroup ")
                    .group();
        }
    }

    @Test
    void whoHasItIsOnDutyAtEachLoginUntilItIsTakenAway() throws Exception {
        try (var bob = bob("<presence/>")) {
            tell(bob, "subscribe");
            bob.await("<presence [^>]*type=\"subscribed\"");
            bob.await(ON_DUTY);
        }
        try (var bob = bob("<presence/>")) {
            bob.await(ON_DUTY);
            assertThat(whatACustomerSees()).doesNotContain("unavailable");

            tell(bob, "unsubscribe");
            bob.await("subscription=\"none\"");
            bob.await("<presence [^>]*type=\"unsubscribed\"");
        }
        try (var bob = bob("<presence/>")) {
            bob.send("<iq type='get' id='ping' to='" + SmackAgent.WORKGROUP
                    + "'><workgroup-form xmlns='http://jivesoftware.com/protocol/workgroup'/></iq>");
            bob.awaitStanza("ping");
            assertThat(whatACustomerSees()).contains("unavailable");
        }
    }

    @Test
    void whoLogsInAwayIsAway() throws Exception {
        try (var bob = bob("<presence/>")) {
            tell(bob, "subscribe");
            bob.await(ON_DUTY);
        }
        try (var bob = bob("<presence><show>dnd</show></presence>");
                var romeo = RawClient.anonymous(usher)) {
            bob.await(ON_DUTY);
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            romeo.awaitStanza("join");
            bob.await("<notify-queue-details[^>]*><user ");

            bob.send("<presence/>");
            bob.await("<offer ");
            tell(bob, "unsubscribe");
            bob.await("<presence [^>]*type=\"unsubscribed\"");
        }
    }
}
