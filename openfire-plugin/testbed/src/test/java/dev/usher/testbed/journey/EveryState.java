package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import dev.usher.testbed.Loopback;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UnreliableLine;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jivesoftware.smackx.muc.MultiUserChat;

/**
 * Walks through everything that a customer may ever see, and lets somebody look at each. A new state of the page is
 * added here, once, for all who look. It finds its way by ids and classes: the page may speak any language.
 */
final class EveryState {
    /** Looks at the page in one of its states; may change how it is shown, not what it shows. */
    interface Look {
        void at(String state, Page page);
    }

    private static final String CONFIG = "**/config.json*";
    private static final String ENDING = ".ending:not([hidden])";
    private static final String KEPT = "Object.keys(sessionStorage).some(key => key.startsWith('usher-visit:'))";
    private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(4);

    private final UsherServer usher;
    private final String language;
    private final Look look;

    private EveryState(UsherServer usher, String language, Look look) {
        this.usher = usher;
        this.language = language;
        this.look = look;
    }

    static void walk(UsherServer usher, String language, Look look) throws Exception {
        var walk = new EveryState(usher, language, look);
        try (var browser = CustomerBrowser.open()) {
            walk.whatNeedsNobody(browser.page());
        }
        walk.start();
        walk.aMessage();
        walk.aWholeVisit();
        walk.whoIsNotInTheRoom();
        walk.whatTheServerSaysNoTo();
    }

    private String chat(String origin) {
        return origin + "/usher/c/demo?lang=" + language;
    }

    private void whatNeedsNobody(Page page) throws Exception {
        page.navigate(usher.web("/usher/c/nowhere?lang=" + language));
        look.at("missing", page);
        page.navigate(usher.web("/usher/hop?lang=" + language));
        look.at("hop", page);

        page.navigate(chat(usher.web("")));
        page.waitForSelector(".closed");
        look.at("closed", page);

        var held = new AtomicReference<Route>();
        page.route(CONFIG, held::set);
        page.navigate(chat(usher.web("")), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> held.get() != null);
        look.at("loading", page);
        held.get().resume();
        page.waitForSelector(".closed");
        page.unroute(CONFIG);
        var full = config().replace("\"state\":\"closed\"", "\"state\":\"full\"");
        page.route(CONFIG, route -> route.fulfill(new Route.FulfillOptions().setBody(full)));
        page.reload();
        page.waitForSelector(".closed");
        look.at("full", page);
        page.unroute(CONFIG);

        config(page, "unknown-workgroup", new Route.FulfillOptions().setStatus(404));
        config(page, "misconfigured", new Route.FulfillOptions().setBody("{}"));
        config(page, "unreachable", new Route.FulfillOptions().setStatus(502));
    }

    /** The admin asks for everything that can be asked. */
    private void start() throws Exception {
        try (var set = new PageSettings().consent().everyKindOfField();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(chat(usher.web("")));
            page.waitForSelector("form.start");
            look.at("start", page);
            page.click("form.start button[type=submit]");
            page.waitForSelector(".wrong:not([hidden])");
            look.at("start with an error", page);
        }
    }

    private String config() throws IOException {
        var address = "http://" + Loopback.HOST + ":" + usher.config().webPort() + "/usher/c/demo/config.json?lang="
                + language;
        try (var in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void config(Page page, String ending, Route.FulfillOptions answer) {
        page.route(CONFIG, route -> route.fulfill(answer));
        page.navigate(chat(usher.web("")));
        page.waitForSelector(ENDING);
        look.at(ending, page);
        page.unroute(CONFIG);
    }

    private void aMessage() throws Exception {
        try (var set = new PageSettings().messages();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(chat(usher.web("")));
            page.click(".closed button");
            page.click(".message-form button[type=submit]");
            page.waitForSelector(".wrong:not([hidden])");
            look.at("message with errors", page);
            page.fill("[name=username]", "Romeo");
            page.fill("[name=email]", "romeo@example.org");
            page.fill("[name=question]", "Is it far?");
            page.route("**/message", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            page.click(".message-form button[type=submit]");
            page.waitForSelector(".refusal:not([hidden])");
            look.at("message not taken now", page);
            page.unroute("**/message");
            page.route("**/message", route -> route.fulfill(new Route.FulfillOptions().setBody("{\"ok\":true}")));
            page.click(".message-form button[type=submit]");
            page.waitForSelector(".message-form:not(:has(form))");
            look.at("message left", page);
        }
    }

    private void aWholeVisit() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var line = UnreliableLine.to(usher.config().webPort());
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(chat("http://chat.test:" + line.port()));
            start(page);
            var offer = alice.awaitOffer();
            page.waitForSelector(".waiting:not([hidden])");
            look.at("waiting", page);

            var room = alice.accept(offer, "Alice");
            page.waitForSelector(".composer:not([hidden])");
            page.reload();
            talk(page, room);
            led(page, alice, offer.getSessionID(), site);

            line.cut();
            page.waitForSelector(".banner:not(:empty)");
            look.at("reconnecting", page);
            line.mend();
            page.waitForSelector(".banner:empty", attached());

            inAnotherTab(page, browser);
            room.leave();
            page.waitForSelector(ENDING);
            look.at("ended", page);
            page.locator(".rating input").last().check();
            page.click(".rating button[type=submit]");
            page.waitForSelector(".rating", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            look.at("rated", page);
        }
    }

    private void talk(Page page, MultiUserChat room) throws Exception {
        page.waitForSelector(".composer:not([hidden])");
        room.sendMessage("Good evening! " + LONG_WORD);
        page.fill("#message", "Is it far?\n\n" + "https://other.test/" + "balcony/".repeat(40));
        page.press("#message", "Enter");
        page.waitForSelector(".mark[data-delivery=sent]");
        look.at("conversation", page);
    }

    /** After the reload there is no window: the first drive waits for a click. */
    private void led(Page page, SmackAgent alice, String session, TargetSite site) throws Exception {
        try (var takenOver = Tampering.driveTo("javascript:alert(1)")) {
            alice.awaitReport(alice.drive(session, site.address("other.test", "/never")), "refused");
        }
        var drive = alice.drive(session, site.address("other.test", "/balcony?" + "step=1&".repeat(60)));
        alice.awaitReport(drive, "needs-click");
        page.waitForSelector(".card .host");
        look.at("needs your click", page);
        page.click(".card button.primary");
        alice.awaitReport(drive, "arrived");
        look.at("led", page);
        page.click(".lead button:not([hidden])");
        look.at("stopped", page);
        page.click(".lead button:not([hidden])");
    }

    private void inAnotherTab(Page page, CustomerBrowser browser) {
        var kept = page.evaluate("JSON.stringify(Object.entries(sessionStorage))");
        try (var second = browser.context().newPage()) {
            second.addInitScript("for (const [key, value] of " + kept + ") sessionStorage.setItem(key, value)");
            second.navigate(page.url());
            second.waitForSelector(ENDING);
            look.at("elsewhere", second);
        }
    }

    private void whatTheServerSaysNoTo() throws Exception {
        for (var condition : List.of("service-unavailable", "resource-constraint", "forbidden", "bad-request")) {
            try (var alice = SmackAgent.online(usher, "alice");
                    var browser = CustomerBrowser.open()) {
                Understudy.refusesToJoin(browser.page(), condition);
                begin(browser.page());
                browser.page().waitForSelector(ENDING + ", .refusal:not([hidden]), .message-form:not([hidden])");
                look.at("refused with " + condition, browser.page());
            }
        }
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            Understudy.hasNobody(browser.page());
            begin(browser.page());
            leaveTheLine(browser.page(), "nobody came");
        }
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            begin(browser.page());
            leaveTheLine(browser.page(), "left the line");
        }
    }

    private void whoIsNotInTheRoom() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            Understudy.saysNothingToWhoEnters(browser.page());
            begin(browser.page());
            awaitPlace(browser.page());
            alice.accept(alice.awaitOffer(), "Alice");
            browser.page()
                    .waitForCondition(
                            () -> browser.page().locator(".waiting button").isHidden());
            look.at("entering", browser.page());
        }
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            Understudy.letsNobodyIn(browser.page());
            begin(browser.page());
            awaitPlace(browser.page());
            alice.accept(alice.awaitOffer(), "Alice");
            browser.page().waitForSelector(ENDING);
            look.at("no room", browser.page());
        }
    }

    private void leaveTheLine(Page page, String state) {
        awaitPlace(page);
        page.click(".waiting button");
        page.waitForSelector(ENDING);
        look.at(state, page);
    }

    private void begin(Page page) {
        page.navigate(chat(usher.web("")));
        start(page);
    }

    /** The understudy only plays while the browser is being worked with: nobody else is waited for before that. */
    private static void awaitPlace(Page page) {
        page.waitForCondition(() -> page.evaluate(KEPT).equals(true));
    }

    private static void start(Page page) {
        page.fill("[name=username]", "Romeo");
        page.fill("[name=question]", "Where is the balcony?");
        page.click("form.start button[type=submit]");
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
