package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents whose client knows nothing of workgroups beyond coming online and answering, on the real server. */
class AnyClientIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String J = "xmlns='http://jabber.org/protocol/workgroup'";

    /** What one test leaves behind takes up nobody in the next. */
    @BeforeAll
    static void everybodyMayServeMany() {
        JiveGlobals.setProperty("usher.workgroup.demo.maxVisits", "9");
    }

    private static RawClient agent(String name) throws IOException {
        var agent = RawClient.user(usher, name);
        agent.send("<presence/><presence to='" + SmackAgent.WORKGROUP + "'><agent-status " + J + "/></presence>");
        agent.await("<notify-queue-details");
        return agent;
    }

    private static void join(RawClient customer) throws IOException {
        customer.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP + "'><join-queue " + J + "/></iq>");
        customer.awaitStanza("join");
    }

    private static String accept(RawClient agent) throws IOException {
        var visit = agent.await("<offer [^>]*\\bid=\"([^\"]+)\"").group(1);
        agent.send("<iq type='set' id='accept' to='" + SmackAgent.WORKGROUP + "'><offer-accept " + J + " id='" + visit
                + "'/></iq>");
        return visit;
    }

    private static void enter(RawClient who, String visit, String nickname) throws IOException {
        var me = visit + "@conference." + UsherServer.DOMAIN + "/" + nickname;
        who.await("<invite ");
        who.send("<presence to='" + me + "'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        who.await("from=\"" + me + "\"");
    }

    private static void say(RawClient who, String visit, String text) throws IOException {
        who.send("<message type='groupchat' to='" + visit + "@conference." + UsherServer.DOMAIN + "'><body>" + text
                + "</body></message>");
    }

    @Test
    void whatAnAgentTypesForTheSwitchIsDoneAndNeverSeenByTheCustomer() throws Exception {
        try (var alice = agent("alice");
                var romeo = RawClient.anonymous(usher)) {
            join(romeo);
            var visit = accept(alice);
            enter(alice, visit, "Alice");
            enter(romeo, visit, "Romeo");
            alice.await("/Romeo\"");

            say(alice, visit, "/note Romeo is in love");
            alice.await("<message [^>]*type=\"chat\"[^>]*>(?:(?!</message>).)*Written down\\.");
            say(alice, visit, "/gone");
            alice.await("There is no /gone\\. /help lists the commands\\.");
            say(alice, visit, "/go https://shop.test/");
            alice.await("Alice opens https://shop\\.test/");
            say(alice, visit, "Hello");
            var seen = romeo.await(".*<body>Hello</body>").group();

            assertThat(seen).contains("url=\"https://shop.test/\"").doesNotContain("/note", "love", "/gone", "/go ");
            say(alice, visit, "/end");
            romeo.await("<destroy");
        }
    }

    @Test
    void whoseClientKnowsNoOffersIsAskedInWordsAndAnswersInWords() throws Exception {
        try (var alice = RawClient.user(usher, "alice");
                var romeo = RawClient.anonymous(usher)) {
            alice.send("<presence/>");
            write(alice, "join");
            alice.await("<body>You are online here\\.");
            join(romeo);
            var visit = alice.await("<offer [^>]*\\bid=\"([^\"]+)\"").group(1);
            alice.send("<iq type='error' id='" + visit + "' to='" + SmackAgent.WORKGROUP
                    + "'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
                    + "</iq>");
            alice.await("Write accept or decline within 20 seconds\\.</body>");

            write(alice, "Accept");
            alice.await("<body>It is yours");
            enter(alice, visit, "Alice");
            enter(romeo, visit, "Romeo");
        }
    }

    private static void write(RawClient agent, String text) throws IOException {
        agent.send("<message type='chat' to='" + SmackAgent.WORKGROUP + "'><body>" + text + "</body></message>");
    }

    /** What was sent over this connection before has come to the workgroup: the server keeps the order. */
    private static void isHeard(RawClient agent) throws IOException {
        agent.send("<iq type='get' id='heard' to='" + SmackAgent.WORKGROUP
                + "'><workgroup-form xmlns='http://jivesoftware.com/protocol/workgroup'/></iq>");
        agent.awaitStanza("heard");
    }

    @Test
    void whoIsAwayForEverybodyIsNotAskedAndWhoIsBackIs() throws Exception {
        try (var alice = agent("alice");
                var bob = agent("bob");
                var romeo = RawClient.anonymous(usher);
                var juliet = RawClient.anonymous(usher)) {
            alice.send("<presence><show>away</show></presence>");
            isHeard(alice);
            join(romeo);
            accept(bob);

            alice.send("<presence/>");
            isHeard(alice);
            join(juliet);
            accept(alice);
        }
    }

    @Test
    void aCustomerSeesWhetherTheWorkgroupIsOpen() throws Exception {
        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send("<presence to='" + SmackAgent.WORKGROUP + "'/>");
            romeo.await("<presence [^>]*type=\"unavailable\"[^>]*><workgroup ");
            try (var alice = agent("alice")) {
                var open = romeo.await("<presence [^>]*from=\"" + SmackAgent.WORKGROUP + "\"[^>]*><workgroup ");
                assertThat(open.group()).doesNotContain("unavailable");
                alice.send("<presence type='unavailable'/>");
                romeo.await("<presence [^>]*type=\"unavailable\"[^>]*><workgroup ");
            }
        }
    }
}
