package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UpgradeRefusingProxy;
import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.shop.DemoShop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The main job, end to end, on real parts: the shop, the chat, Smack's own agent session, and the customer's browser led
 * to other sites while the customer does nothing.
 */
class JourneyIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    @Test
    void anAgentLeadsACustomerWhoCameByALinkOverWebSocket() throws Exception {
        journey(usher.config().webPort());
    }

    @Test
    void whereWebSocketIsRefusedTheSameJourneyGoesOverBosh() throws Exception {
        try (var proxy = UpgradeRefusingProxy.before(usher.config().webPort())) {
            journey(proxy.port());
            assertThat(proxy.refused()).as("WebSocket was tried").isPositive();
        }
    }

    private void journey(int chatPort) throws Exception {
        try (var shop = DemoShop.open(0, "http://chat.test:" + chatPort + "/usher/c/demo");
                var site = TargetSite.open().header("X-Frame-Options", "DENY");
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var chat = fromTheShopToTheChat(browser, shop);
            Visit.startChat(chat);
            var watch = new Watch(browser, chat);
            watch.awaitText("You are number 1 in the line");

            var offer = alice.awaitOffer();
            assertThat(offer.getMetaData()).containsEntry("username", List.of("Romeo"));
            assertThat(offer.getMetaData()).containsEntry("question", List.of("Where is the balcony?"));
            var room = alice.accept(offer, "Alice");
            room.sendMessage("Good evening! <b>I</b> will show you.");
            watch.awaitText("Good evening! <b>I</b> will show you.");
            chat.getByLabel("Message").fill("Please do.");
            chat.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();
            alice.awaitHeard("Romeo: Please do.");

            // From here on nothing touches the browser.
            watch.awaitNoGesture();
            var session = offer.getSessionID();
            leads(alice, session, watch, site, "other.test", "/balcony?step=1");
            leads(alice, session, watch, site, "third.test", "/garden");

            room.leave();
            watch.awaitText("ended");
        }
    }

    private static void leads(SmackAgent alice, String session, Watch watch, TargetSite site, String host, String path)
            throws Exception {
        var drive = alice.drive(session, site.address(host, path));
        var request = site.await(path);
        assertThat(request.host()).startsWith(host);
        assertThat(request.headers()).doesNotContainKey("Referer");
        alice.awaitReport(drive, "arrived");
        watch.awaitWindow(site.address(host, path));
    }

    private static Page fromTheShopToTheChat(CustomerBrowser browser, DemoShop shop) {
        var page = browser.page();
        page.navigate("http://shop.test:" + shop.port() + "/");
        return browser.context()
                .waitForPage(() -> page.getByRole(AriaRole.LINK, named("Chat with us"))
                        .first()
                        .click());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
