package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UnreliableLine;
import dev.usher.testbed.ground.UpgradeRefusingProxy;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser does to a page does not end its visit: it goes on at the same place, with no line lost or doubled. */
class NeverLostIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String PATIENCE = "usher.workgroup.demo.returnTimeout";
    private static String usual;

    @BeforeAll
    static void theSwitchIsPatient() {
        usual = JiveGlobals.getProperty(PATIENCE);
        JiveGlobals.setProperty(PATIENCE, "60");
    }

    @AfterAll
    static void asBefore() {
        JiveGlobals.setProperty(PATIENCE, usual);
    }

    private static long count(Page chat, String text) {
        return chat.getByText(text, new Page.GetByTextOptions().setExact(true)).count();
    }

    private static void say(Page chat, String text) {
        chat.getByLabel("Message").fill(text);
        chat.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
    }

    @Test
    void whoReloadsInTheLineKeepsThePlace() throws Exception {
        try (var alice = RawClient.user(usher, "alice");
                var juliet = RawClient.anonymous(usher);
                var browser = CustomerBrowser.open()) {
            alice.send("<presence/><presence to='" + SmackAgent.WORKGROUP + "'><show>away</show><agent-status"
                    + " xmlns='http://jabber.org/protocol/workgroup'/></presence>");
            alice.await("<notify-queue-details");
            juliet.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            juliet.await("<position>1</position>");
            var chat = browser.page();
            chat.navigate(usher.web("/usher/c/demo"));
            Visit.startChat(chat);
            var watch = new Watch(browser, chat);
            watch.awaitText("You are number 2 in the line");

            chat.reload();

            watch.awaitText("You are number 2 in the line");
            juliet.send("<iq type='set' id='gone' to='" + SmackAgent.WORKGROUP
                    + "'><depart-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            watch.awaitText("You are number 1 in the line");
        }
    }

    @Test
    void whoReloadsInTheChannelGoesOnWithTheConversation() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            say(chat, "Is it far?");
            visit.agent.awaitHeard("Romeo: Is it far?");
            visit.room.sendMessage("Not at all.");
            visit.watch.awaitText("Not at all.");

            chat.reload();

            visit.watch.awaitText("Not at all.");
            say(chat, "There you are.");
            visit.agent.awaitHeard("Romeo: There you are.");
            for (var line : new String[] {"Here I am.", "Is it far?", "Not at all.", "There you are."}) {
                assertThat(count(chat, line)).as(line).isEqualTo(1);
            }
        }
    }

    private interface Trouble {
        void on(UnreliableLine line);
    }

    private static void goesOnAfter(Trouble trouble) throws Exception {
        try (var line = UnreliableLine.to(usher.config().webPort());
                var visit = Visit.begin(usher, line.port())) {
            goesOnAfter(trouble, line, visit);
        }
    }

    /** Whatever is said on both sides while the customer's network is in trouble is there afterwards, once. */
    private static void goesOnAfter(Trouble trouble, UnreliableLine line, Visit visit) throws Exception {
        var chat = visit.browser.page();
        trouble.on(line);
        visit.watch.awaitText("The connection is lost.");
        say(chat, "Can you hear me?");
        visit.room.sendMessage("Are you there?");
        line.mend();

        visit.agent.awaitHeard("Romeo: Can you hear me?");
        visit.watch.awaitText("Are you there?");
        visit.room.sendMessage("Now I can.");
        visit.watch.awaitText("Now I can.");
        for (var text : new String[] {"Here I am.", "Can you hear me?", "Are you there?", "Now I can."}) {
            assertThat(count(chat, text)).as(text).isEqualTo(1);
        }
        assertThat(visit.agent.allHeard())
                .filteredOn("Romeo: Can you hear me?"::equals)
                .hasSize(1);
    }

    @Test
    void whereOnlyBoshPassesTheSameIsTrueAndTheWebSocketIsNotTriedInVainAgain() throws Exception {
        try (var proxy = UpgradeRefusingProxy.before(usher.config().webPort());
                var line = UnreliableLine.to(proxy.port());
                var visit = Visit.begin(usher, line.port())) {
            int refused = proxy.refused();
            assertThat(refused).as("WebSockets that were tried").isPositive();
            visit.browser.page().reload();
            visit.watch.awaitText("Here I am.");
            say(visit.browser.page(), "There you are.");
            visit.agent.awaitHeard("Romeo: There you are.");
            assertThat(proxy.refused()).as("WebSockets that were tried").isEqualTo(refused);

            goesOnAfter(UnreliableLine::cut, line, visit);
        }
    }

    @Test
    void whoseNetworkIsCutComesBackByItself() throws Exception {
        goesOnAfter(UnreliableLine::cut);
    }

    @Test
    void whoseNetworkFallsSilentNoticesAndComesBackByItself() throws Exception {
        goesOnAfter(UnreliableLine::fallSilent);
    }

    @Test
    void whoDuplicatesTheTabHasTheChatInOneOfThem() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var first = visit.browser.page();
            var key = first.evaluate("Object.entries(sessionStorage).find(([name]) => name.startsWith('usher-visit'))"
                            + ".join('\u0000')")
                    .toString()
                    .split("\u0000");
            var second = visit.browser.context().newPage();
            second.addInitScript("sessionStorage.setItem('" + key[0] + "', '" + key[1] + "')");
            second.navigate(usher.web("/usher/c/demo"));
            var watch = new Watch(visit.browser, second);
            watch.awaitText("The chat goes on in another tab");

            second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use it here"))
                    .click();

            watch.awaitText("Here I am.");
            visit.watch.awaitText("The chat goes on in another tab");
            say(second, "Here I am as well.");
            visit.agent.awaitHeard("Romeo: Here I am as well.");
        }
    }
}
