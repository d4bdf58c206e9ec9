package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UnreliableLine;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is wrong is said in a sentence, and there is a way on that works. */
class BadStatesIT {
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

    private static String chat(int port) {
        return "http://chat.test:" + port + "/usher/c/demo?lang=en";
    }

    /** It is tried twice over WebSocket, and twice, for a quarter of a minute each, over BOSH. */
    private static void awaitEnding(Page page) {
        page.waitForSelector(".ending:not([hidden])", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Comes into the channel, and is heard there. */
    private static void meet(SmackAgent alice, Page page, Watch watch) throws Exception {
        var room = alice.accept(alice.awaitOffer(), "Alice");
        room.sendMessage("Here I am.");
        watch.awaitText("Here I am.");
        page.fill("#message", "So am I.");
        page.press("#message", "Enter");
        alice.awaitHeard("Romeo: So am I.");
    }

    @Test
    void anAddressThatIsNoChat() {
        try (var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var answer = page.navigate(usher.web("/usher/c/nowhere?lang=en"));
            assertThat(answer.status()).isEqualTo(404);
            new Watch(browser, page).awaitText("Please go back to the website that brought you here");
        }
    }

    @Test
    void aServerThatIsGoneWhenTheChatIsToBegin() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var line = UnreliableLine.to(usher.config().webPort());
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(chat(line.port()));
            page.waitForSelector("form.start");
            line.cut();
            Visit.startChat(page);
            var watch = new Watch(browser, page);
            awaitEnding(page);
            watch.awaitText("Please check your connection to the internet and try again.");

            line.mend();
            press(page, "Try again");
            page.waitForSelector("form.start");
            Visit.startChat(page);
            meet(alice, page, watch);
        }
    }

    @Test
    void aNetworkThatLetsNothingThroughButPages() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.routeWebSocket("**/ws/", WebSocketRoute::close);
            page.route("**/http-bind/**", Route::abort);
            page.navigate(chat(usher.config().webPort()));
            Visit.startChat(page);
            var watch = new Watch(browser, page);
            awaitEnding(page);
            watch.awaitText("The chat cannot be reached");

            page.unroute("**/http-bind/**");
            press(page, "Try again");
            page.waitForSelector("form.start");
            Visit.startChat(page);
            page.waitForCondition(() -> watch.text().contains("You are number 1"));
            meet(alice, page, watch);
        }
    }

    @Test
    void aBrowserThatOpensNoWindow() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            browser.context()
                    .addInitScript("const open = window.open; window.open = (...what) =>"
                            + " top.__allowed ? open.apply(window, what) : null;");
            page.navigate(chat(usher.config().webPort()));
            Visit.startChat(page);
            var watch = new Watch(browser, page);
            watch.awaitText("is not open.");
            var offer = alice.awaitOffer();
            alice.accept(offer, "Alice").sendMessage("Here I am.");
            watch.awaitText("Here I am.");
            var drive = alice.drive(offer.getSessionID(), site.address("other.test", "/balcony"));
            assertThat(alice.awaitReport(drive, "needs-click").reason()).isEqualTo("blocked");
            watch.awaitText("Your browser has kept the second window from opening.");

            page.evaluate("window.__allowed = true");
            press(page, "Continue");
            site.await("/balcony");
            alice.awaitReport(drive, "arrived");
        }
    }

    @Test
    void aBrowserThatStoresNothing() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.openWithPreferences(
                        "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}")) {
            var page = browser.page();
            page.navigate(chat(usher.config().webPort()));
            Visit.startChat(page);
            assertThat(page.evaluate(
                            "(() => { try { sessionStorage; return 'stored' } catch { return 'blocked' } })()"))
                    .isEqualTo("blocked");
            var watch = new Watch(browser, page);
            meet(alice, page, watch);
            press(page, "Stop");
            watch.awaitText("You are not led any more.");
        }
    }

    @Test
    void tooManyFromOneAddress() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            Understudy.refusesToJoin(page, "resource-constraint");
            page.navigate(chat(usher.config().webPort()));
            Visit.startChat(page);
            page.waitForSelector("text=Too many people are waiting");

            Understudy.stepsAside(page);
            press(page, "Try again");
            page.waitForSelector("form.start");
            Visit.startChat(page);
            meet(alice, page, new Watch(browser, page));
        }
    }

    @Test
    void aVisitThatEndedMeanwhile() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var line = UnreliableLine.to(usher.config().webPort());
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(chat(line.port()));
            Visit.startChat(page);
            var watch = new Watch(browser, page);
            var room = alice.accept(alice.awaitOffer(), "Alice");
            room.sendMessage("Here I am.");
            watch.awaitText("Here I am.");
            line.cut();
            watch.awaitText("The connection is lost.");
            room.leave();
            line.mend();
            watch.awaitText("It ended while you were away.");

            press(page, "Start again");
            page.waitForSelector("form.start");
            Visit.startChat(page);
            meet(alice, page, watch);
        }
    }
}
