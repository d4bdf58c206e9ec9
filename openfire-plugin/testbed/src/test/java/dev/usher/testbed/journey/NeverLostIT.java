package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.RawClient;
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
}
