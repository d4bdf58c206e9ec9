package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.workgroup.agent.Agent;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting, being offered, and going away, on the real server. */
class QueueIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String OFFER_TIMEOUT = "usher.workgroup.demo.offerTimeout";

    /** The setting is changed while the plugin runs, as an administrator would. */
    @Test
    void anOfferThatLapsesIsTakenBackAndGoesToTheNextAgent() throws Exception {
        JiveGlobals.setProperty(OFFER_TIMEOUT, "1");
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = RawClient.anonymous(usher)) {
            join(romeo);
            var first = alice.awaitOffer();

            assertThat(alice.awaitRevoked().getSessionID()).isEqualTo(first.getSessionID());
            assertThat(bob.awaitOffer().getSessionID()).isEqualTo(first.getSessionID());
        } finally {
            JiveGlobals.deleteProperty(OFFER_TIMEOUT);
        }
    }

    @Test
    void anOfferThatIsDeclinedGoesToTheNextAgentAtOnce() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var romeo = RawClient.anonymous(usher)) {
            join(romeo);
            var first = alice.awaitOffer();

            first.reject();

            assertThat(bob.awaitOffer().getSessionID()).isEqualTo(first.getSessionID());
        }
    }

    @Test
    void everybodyBehindAnEarlierCustomerMovesUp() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = RawClient.anonymous(usher);
                var juliet = RawClient.anonymous(usher)) {
            join(romeo);
            romeo.await("<position>1</position>");
            join(juliet);
            juliet.await("<position>2</position>");

            alice.accept(alice.awaitOffer(), "Alice");

            juliet.await("<position>1</position>");
            romeo.await("<invite ");
        }
    }

    @Test
    void aCustomerWhoClosesThePageIsNoLongerOffered() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            String session;
            try (var browser = CustomerBrowser.open()) {
                browser.page().navigate(usher.web("/usher/c/demo"));
                Visit.startChat(browser.page());
                session = alice.awaitOffer().getSessionID();
            }
            assertThat(alice.awaitRevoked().getSessionID()).isEqualTo(session);
        }
    }

    @Test
    void whereNobodyIsOnlineACustomerIsToldSo() throws Exception {
        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send(joining());
            assertThat(romeo.awaitStanza("join"))
                    .contains("<service-unavailable ")
                    .contains("type=\"wait\"");
        }
        try (var browser = CustomerBrowser.open()) {
            browser.page().navigate(usher.web("/usher/c/demo"));
            new Watch(browser, browser.page()).awaitText("Nobody is here right now");
        }
    }

    @Test
    void theServiceIsFoundWhereSmackAndSparkLook() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice")) {
            var service = SmackAgent.WORKGROUP.asDomainBareJid();
            var items = ServiceDiscoveryManager.getInstanceFor(alice.connection())
                    .discoverItems(alice.connection().getXMPPServiceDomain())
                    .getItems();

            assertThat(items).extracting(item -> item.getEntityID().toString()).contains(service.toString());
            assertThat(Agent.getWorkgroups(service, alice.connection().getUser(), alice.connection()))
                    .containsExactly(SmackAgent.WORKGROUP.toString());
        }
    }

    @Test
    void aSettingThatMakesNoSenseIsNamedInTheLogAndTheDefaultHolds() throws Exception {
        JiveGlobals.setProperty(OFFER_TIMEOUT, "soon");
        try (var alice = RawClient.user(usher, "alice");
                var romeo = RawClient.anonymous(usher)) {
            alice.send("<presence to='" + SmackAgent.WORKGROUP
                    + "'><agent-status xmlns='http://jabber.org/protocol/workgroup'/></presence>");
            alice.await("<notify-queue-details");
            join(romeo);
            alice.await("<timeout>20</timeout>");

            assertThat(Files.readString(usher.config().log()))
                    .contains("property-unusable " + OFFER_TIMEOUT + ": \"soon\" ");
        } finally {
            JiveGlobals.deleteProperty(OFFER_TIMEOUT);
        }
    }

    private static void join(RawClient customer) throws IOException {
        customer.send(joining());
        assertThat(customer.awaitStanza("join")).contains("type=\"result\"");
    }

    private static String joining() {
        return "<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>";
    }
}
