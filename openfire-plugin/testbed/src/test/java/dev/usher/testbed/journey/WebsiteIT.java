package dev.usher.testbed.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The script for websites on a page of another site with a strict policy: docs/guides/websites.md. */
class WebsiteIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String SHOP = "shop.test";
    private static final String SECRET = "usher.workgroup.demo.identitySecret";
    private static final String THE_SITES_SECRET = "what the shop and the chat know, and nobody else";

    @Test
    void thePageHearsTheCourseOfTheChatAndNothingOfWhatIsSaid() throws Exception {
        try (var website = Website.open(usher).listed(SHOP).page("/", "", "");
                var target = TargetSite.open();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = website.visit(browser, SHOP, "/");
            var chat = Website.clickChat(browser, page);
            Visit.startChat(chat);
            var offer = alice.awaitOffer();
            var room = alice.accept(offer, "Alice");
            room.sendMessage("My name is a secret.");
            var customer = new Watch(browser, chat);
            customer.awaitText("My name is a secret.");
            customer.awaitNoGesture();
            var address = target.address("other.test", "/balcony");
            var drive = alice.drive(offer.getSessionID(), address);
            alice.awaitReport(drive, "arrived");
            room.leave();
            customer.awaitText("ended");

            var shop = new Watch(browser, page);
            shop.awaitText("chatEnded");
            assertThat(Website.heard(shop))
                    .filteredOn(line -> !line.startsWith("unread"))
                    .containsSubsequence(
                            "ready",
                            "opened",
                            "queued 1",
                            "position 1",
                            "agentJoined",
                            "message agent",
                            "navigating " + drive + " " + address,
                            "navigated " + drive,
                            "chatEnded ended")
                    .contains("chatStarted")
                    .noneMatch(line -> line.contains("secret") || line.contains("Alice") || line.contains("Romeo"));
        }
    }

    @Test
    void thePageMayRefuseADriveAndBothSidesReadWhy() throws Exception {
        var veto = "Usher('on', 'navigating', (detail, event) => {"
                + " if (new URL(detail.url).hostname === 'rival.test') event.preventDefault() });";
        try (var website = Website.open(usher).listed(SHOP).page("/", "", veto);
                var target = TargetSite.open();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = website.visit(browser, SHOP, "/");
            var chat = Website.clickChat(browser, page);
            var customer = meet(alice, browser, chat);

            var refused = alice.drive(customer.session(), target.address("rival.test", "/cheaper"));
            assertThat(alice.awaitReport(refused, "refused").reason()).isEqualTo("vetoed");
            customer.watch().awaitText("the website does not allow it");

            var allowed = alice.drive(customer.session(), target.address("other.test", "/balcony"));
            alice.awaitReport(allowed, "arrived");
            assertThat(target.requests())
                    .extracting(TargetSite.Request::path)
                    .contains("/balcony")
                    .doesNotContain("/cheaper");
        }
    }

    @Test
    void untilTheClickThereIsTheScriptAndNothingElse() throws Exception {
        try (var website = Website.open(usher).page("/", "", "");
                var browser = CustomerBrowser.open()) {
            var asked = new ArrayList<String>();
            browser.context().onRequest((Request request) -> asked.add(request.url()));
            var page = website.visit(browser, SHOP, "/");
            var shop = new Watch(browser, page);
            page.waitForLoadState();

            assertThat(asked)
                    .filteredOn(url -> !url.endsWith("/favicon.ico"))
                    .containsExactly(website.address(SHOP, "/"), usher.web("/usher/embed.js"));
            assertThat(Website.heard(shop)).containsExactly("ready");
            assertThat(page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]"))
                    .isEqualTo(List.of(0, 0, ""));
            assertThat(browser.context().cookies()).isEmpty();
        }
    }

    @Test
    void callsBeforeTheScriptAreHeardAndASecondIncludeIsHarmless() throws Exception {
        var again = "const again = document.createElement('script'); again.nonce = 'once'; again.async = true;"
                + " again.dataset.workgroup = 'demo'; again.src = trustedTypes.createPolicy('own',"
                + " {createScriptURL: url => url}).createScriptURL('" + usher.web("/usher/embed.js") + "');"
                + " again.onload = () => document.body.append('included twice');"
                + " addEventListener('load', () => document.body.append(again));"
                + " Usher('attributes', {order: 4711}); Usher('locale', 'en'); Usher('identify', '"
                + signed("{\"sub\":\"c-17\",\"name\":\"Romeo Montague\",\"exp\":"
                        + Instant.now().plusSeconds(600).getEpochSecond() + "}")
                + "');";
        JiveGlobals.setProperty(SECRET, THE_SITES_SECRET);
        try (var website = Website.open(usher).listed(SHOP).page("/", "", again);
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = website.visit(browser, SHOP, "/");
            var shop = new Watch(browser, page);
            shop.awaitText("included twice");
            var chat = Website.clickChat(browser, page);
            var customer = meet(alice, browser, chat);

            // The token and the rest have left the address.
            assertThat(chat.url()).isEqualTo(usher.web("/usher/c/demo?lang=en"));
            assertThat(customer.offered())
                    .contains("order=[4711]", "username=[Romeo]", "verified=[c-17]", "verifiedName=[Romeo Montague]");
            shop.awaitText("message agent");
            assertThat(Website.heard(shop))
                    .contains("ready", "opened", "queued 1", "message agent")
                    .doesNotHaveDuplicates();
        } finally {
            JiveGlobals.deleteProperty(SECRET);
        }
    }

    @Test
    void theNextPageOfTheSiteHearsOnAndDoesNotLoadTheChatAgain() throws Exception {
        try (var website = Website.open(usher).listed(SHOP).page("/", "", "").page("/cart", "", "");
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = website.visit(browser, SHOP, "/");
            var chat = Website.clickChat(browser, page);
            var customer = meet(alice, browser, chat);
            website.visit(browser, SHOP, "/cart");
            var cart = new Watch(browser, page);
            cart.awaitText("opened");
            customer.say("Is it in the cart?");
            cart.awaitText("message agent");

            page.getByText("Chat").first().click();

            customer.say("Still here.");
            assertThat(browser.pages())
                    .filteredOn(each -> each.url().contains("/usher/c/demo"))
                    .hasSize(1);
            alice.awaitHeard("Alice: Still here.");
            assertThat(chat.getByText("Here I am.").count()).isEqualTo(1);
        }
    }

    @Test
    void aPageOfAnotherSiteHearsNothing() throws Exception {
        try (var website = Website.open(usher)
                        .listed(SHOP)
                        .page("/", "", "Usher('on', 'navigating', (_, event) =>" + " event.preventDefault());");
                var target = TargetSite.open();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = website.visit(browser, "evil.test", "/");
            var chat = Website.clickChat(browser, page);
            var customer = meet(alice, browser, chat);
            var drive = alice.drive(customer.session(), target.address("other.test", "/balcony"));
            alice.awaitReport(drive, "arrived");

            assertThat(Website.heard(new Watch(browser, page))).containsExactly("ready", "opened");
        }
    }

    @Test
    void theLinkSaysWhetherSomebodyIsThere() throws Exception {
        try (var website = Website.open(usher).page("/", "data-state=live", "");
                var browser = CustomerBrowser.open()) {
            Page page;
            try (var alice = SmackAgent.online(usher, "alice")) {
                page = website.visit(browser, SHOP, "/");
                awaitState(page, "open");
            }
            awaitState(page, "closed");
        }
    }

    /** A JWT (RFC 7519) as a website's server makes it. */
    private static String signed(String claims) throws Exception {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var body = base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(UTF_8));
        var hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(THE_SITES_SECRET.getBytes(UTF_8), "HmacSHA256"));
        return body + "." + base64.encodeToString(hmac.doFinal(body.getBytes(UTF_8)));
    }

    private static void awaitState(Page page, String state) {
        var link = page.locator("a");
        // Asked for every 20 s.
        Poll.until(
                () -> state.equals(link.getAttribute("data-usher-state")),
                Duration.ofSeconds(30),
                () -> "The link is " + link.getAttribute("data-usher-state") + ", not " + state);
    }

    /** A customer in the channel. */
    private record Met(Watch watch, String session, List<String> offered, Sayer room) {
        void say(String text) throws Exception {
            room.say(text);
            watch.awaitText(text);
        }
    }

    @FunctionalInterface
    private interface Sayer {
        void say(String text) throws Exception;
    }

    private static Met meet(SmackAgent alice, CustomerBrowser browser, Page chat) throws Exception {
        Visit.startChat(chat);
        var offer = alice.awaitOffer();
        var room = alice.accept(offer, "Alice");
        room.sendMessage("Here I am.");
        var watch = new Watch(browser, chat);
        watch.awaitText("Here I am.");
        watch.awaitNoGesture();
        var offered =
                offer.getMetaData().entrySet().stream().map(Object::toString).toList();
        return new Met(watch, offer.getSessionID(), offered, room::sendMessage);
    }
}
