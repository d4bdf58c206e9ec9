package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.smackx.muc.MultiUserChat;

/** A customer with a browser and an agent, both in the channel, and nobody touching the browser any more. */
final class Visit implements AutoCloseable {
    final SmackAgent agent;
    final CustomerBrowser browser;
    final Watch watch;
    final String session;
    final MultiUserChat room;

    private Visit(SmackAgent agent, CustomerBrowser browser, Watch watch, String session, MultiUserChat room) {
        this.agent = agent;
        this.browser = browser;
        this.watch = watch;
        this.session = session;
        this.room = room;
    }

    /** Alice and Romeo have met. */
    static Visit begin(UsherServer usher) throws Exception {
        return begin(usher, usher.config().webPort());
    }

    /** @param port through which the customer comes */
    static Visit begin(UsherServer usher, int port) throws Exception {
        return begin(usher, port, CustomerBrowser.open());
    }

    /** @param browser which is closed with the visit */
    static Visit begin(UsherServer usher, int port, CustomerBrowser browser) throws Exception {
        var alice = SmackAgent.online(usher, "alice");
        var chat = browser.page();
        chat.navigate("http://chat.test:" + port + "/usher/c/demo");
        startChat(chat);
        var watch = new Watch(browser, chat);
        var offer = alice.awaitOffer();
        var room = alice.accept(offer, "Alice");
        room.sendMessage("Here I am.");
        watch.awaitText("Here I am.");
        watch.awaitNoGesture();
        return new Visit(alice, browser, watch, offer.getSessionID(), room);
    }

    static void startChat(Page chat) {
        fill(chat, "Your name", "Romeo");
        fill(chat, "Your question", "Where is the balcony?");
        chat.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start chat"))
                .click();
    }

    /** The field that is seen: the form for a message has the same questions, and waits in hiding. */
    private static void fill(Page chat, String label, String text) {
        chat.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .fill(text);
    }

    @Override
    public void close() {
        browser.close();
        agent.close();
    }
}
