package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin sets for the customers' page, as customers see it: without scripts, in a frame, in their language. */
class CustomersPageIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String DEMO = "usher.workgroup.demo.";
    private static final Path SHOTS = Path.of("target/screenshots");

    private final Map<String, String> before = new HashMap<>();

    private void set(String property, String value) {
        before.putIfAbsent(property, JiveGlobals.getProperty(DEMO + property, ""));
        JiveGlobals.setProperty(DEMO + property, value);
    }

    @AfterEach
    void asBefore() {
        // A blank value counts as none; deleting would take longer names with it (Openfire 4.x).
        before.forEach((property, value) -> JiveGlobals.setProperty(DEMO + property, value));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    @Test
    void whoRunsNoScriptsLeavesAMessageInTheirLanguageWhereMessagesAreTaken() {
        set("whenClosed", "message");
        try (var browser = CustomerBrowser.withoutScripts()) {
            var page = browser.page();
            page.navigate(usher.web("/usher/c/demo?lang=de"));
            shoot(page, "no-script-de");

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h1").innerText()).isEqualTo("Demo");
            page.getByLabel("Ihr Name").fill("Romeo");
            page.getByLabel("Ihre E-Mail-Adresse").fill("romeo@example.org");
            page.getByLabel("Ihre Nachricht").fill("Wo ist der Balkon?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nachricht senden"))
                    .click();
            page.waitForURL("**/message");
            shoot(page, "no-script-sent");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h1").innerText()).isEqualTo("Ihre Nachricht wurde gesendet");

            page.navigate(usher.web("/usher/c/demo?lang=ar"));
            shoot(page, "no-script-ar");
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            assertThat(page.getByLabel("رسالتك").count()).isEqualTo(1);
        }
    }

    @Test
    void whoRunsNoScriptsReadsHowElseToBeHeardWhereNoMessagesAreTaken() {
        set("closedText", "We are here from 9 to 17.\nCall 0800 123 at night.");
        set("closedText.de", "Nachts erreichen Sie uns unter 0800 123.");
        try (var browser = CustomerBrowser.withoutScripts()) {
            var page = browser.page();
            page.navigate(usher.web("/usher/c/demo"));
            shoot(page, "no-script-closed");

            assertThat(page.locator("main").innerText())
                    .contains("This chat needs JavaScript", "We are here from 9 to 17.\nCall 0800 123 at night.");
            assertThat(page.locator("form").count()).isZero();
            page.navigate(usher.web("/usher/c/demo?lang=de"));
            assertThat(page.locator("main").innerText())
                    .contains("Dieser Chat braucht JavaScript", "Nachts erreichen Sie uns unter 0800 123.");
        }
    }

    @Test
    void inTheFrameOfAnotherSiteThereIsALinkThatOpensTheChat() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            // Only of an address that the browser trusts does it say what it wants a page for.
            var chat = "http://localhost:" + usher.config().webPort() + "/usher/c/demo?lang=fr";
            site.page("/shop", "<iframe src='" + chat + "' width='600' height='300' title='chat'></iframe>");
            var page = browser.page();
            page.navigate(site.address("shop.test", "/shop"));
            var framed = page.frameLocator("iframe");
            framed.getByText("Pour votre sécurité, ce chat s’ouvre dans sa propre fenêtre.")
                    .waitFor();
            shoot(page, "framed");

            var opened =
                    page.waitForPopup(() -> framed.getByText("Ouvrir le chat").click());

            new Watch(browser, opened).awaitText("Votre nom");
            assertThat(opened.url()).isEqualTo(chat);
        }
    }

    @Test
    void thePageHasTheColoursAndTextsOfTheAdminAndTheGuidedWindowTheLanguage() throws Exception {
        set("theme.accent", "#7a1fa2");
        set("welcome.de", "Guten Tag! Was suchen Sie?");
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(usher.web("/usher/c/demo?lang=de"));
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Ihr Name"))
                    .fill("Romeo");
            var start = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat beginnen"));
            shoot(page, "theme");
            assertThat(page.locator("main").innerText()).contains("Guten Tag! Was suchen Sie?");
            assertThat(start.evaluate("one => getComputedStyle(one).backgroundColor"))
                    .isEqualTo("rgb(122, 31, 162)");

            var guided = page.waitForPopup(start::click);

            guided.getByText("In diesem Fenster öffnet Ihr Begleiter Seiten für Sie.")
                    .waitFor();
            assertThat(guided.locator("html").getAttribute("lang")).isEqualTo("de");
            alice.awaitOffer();
        }
    }

    @Test
    void whoAnswersTheAdminsFormWrongIsToldWhereByAnyClient() throws Exception {
        set(
                "form",
                "username = Your name; required\ntopic = What is it about?; one of Repair = r | Sale = s; required");
        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send("<iq type='get' id='ask' to='" + SmackAgent.WORKGROUP
                    + "'><workgroup-form xmlns='http://jivesoftware.com/protocol/workgroup'/></iq>");
            romeo.await("<option label=\"Repair\"><value>r</value></option>");
            romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                    + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'><x xmlns='jabber:x:data'"
                    + " type='submit'><field var='username'><value>Romeo</value></field><field var='topic'>"
                    + "<value>theft</value></field></x></join-queue></iq>");
            romeo.await("choose one of the answers");
        }
    }
}
