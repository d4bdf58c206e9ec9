package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Talking: what the customer and an agent with Smack see of each other besides the text, and that no text is lost. */
class TalkingIT {
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

    private static void press(Page chat, String button) {
        chat.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void say(Page chat, String text) {
        chat.getByLabel("Message").fill(text);
        press(chat, "Send");
    }

    private static void photograph(Page chat, String name) {
        chat.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Test
    void eachSeesThatTheOtherIsWriting() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            chat.getByLabel("Message").pressSequentially("Is it");
            signals.awaitState("composing");
            signals.awaitState("paused");

            signals.tellState("composing");
            visit.watch.awaitText("Alice is writing …");
            photograph(chat, "talking-writing");
            signals.say("Not at all.");
            visit.watch.awaitText("Not at all.");
            assertThat(visit.watch.text()).doesNotContain("is writing");

            chat.getByLabel("Message").fill("");
            signals.awaitState("active");
            assertThat(signals.all())
                    .filteredOn(message -> message.getBody() != null)
                    .isEmpty();
        }
    }

    @Test
    void eachKnowsWhatTheOtherHasSeenAlsoAfterAReload() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            signals.awaitDisplayed(signals.say("Good morrow."));

            say(chat, "Is it far?");
            say(chat, "And is it cold?");
            var first = signals.awaitSaid("Is it far?");
            signals.awaitSaid("And is it cold?");
            assertThat(chat.locator(".mine .mark").allTextContents()).containsExactly("sent", "sent");
            signals.tellDisplayed(first.getStanzaId());
            chat.locator(".mine .mark")
                    .filter(new Locator.FilterOptions().setHasText("seen"))
                    .waitFor();
            photograph(chat, "talking-seen");
            assertThat(chat.locator(".mine .mark").allTextContents()).containsExactly("seen", "sent");

            chat.reload();

            visit.watch.awaitText("And is it cold?");
            assertThat(chat.locator(".mine .mark").allTextContents()).containsExactly("seen", "sent");
            signals.say("It is.");
            visit.watch.awaitText("It is.");
            assertThat(chat.locator(".mine .mark").allTextContents()).containsExactly("seen", "seen");
        }
    }

    @Test
    void whatIsToldWithoutAWordIsInNoHistory() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            signals.tellState("composing");
            visit.watch.awaitText("Alice is writing …");
            signals.tellDisplayed("x");
            signals.awaitDisplayed(signals.say("Good morrow."));
            var frames = new StringBuffer();
            chat.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.append(frame.text())));

            chat.reload();

            visit.watch.awaitText("Good morrow.");
            assertThat(frames.toString())
                    .contains("Here I am.", "Good morrow.")
                    .doesNotContain("composing")
                    .doesNotContain("displayed");
        }
    }

    @Test
    void anAddressIsALinkAndSaysItsRealHost() throws Exception {
        try (var shop = TargetSite.open();
                var visit = Visit.begin(usher)) {
            var address = shop.address("shop.test", "/a(b)");
            visit.room.sendMessage("See " + address + ", not https://bank.test@evil.test/.");
            visit.watch.awaitText("not https");
            var chat = visit.browser.page();
            photograph(chat, "talking-links");
            var links = chat.locator(".text a");
            assertThat(links.allTextContents()).containsExactly(address, "https://bank.test@evil.test/ (evil.test)");
            assertThat(links.first().getAttribute("rel")).isEqualTo("noopener noreferrer");

            var page = chat.context().waitForPage(() -> links.first().click());
            assertThat(page.url()).isEqualTo(address);
            assertThat(page.evaluate("String(opener)")).isEqualTo("null");
        }
    }

    @Test
    void whatIsPastedStaysWholeAndWaitsUntilItIsShortEnough() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            var text = "👩‍👩‍👧 é\u0301 ".repeat(500) + "x".repeat(8_000);
            var box = chat.getByLabel("Message");
            box.fill(text);
            var surplus = chat.getByText(Pattern.compile("Characters too many: [\\d,]+"))
                    .first();
            photograph(chat, "talking-too-long");
            assertThat(surplus.isVisible()).isTrue();
            press(chat, "Send");
            assertThat(box.inputValue()).isEqualTo(text);
            chat.reload();
            box.waitFor();
            visit.watch.awaitText("Here I am.");
            assertThat(box.inputValue()).isEqualTo(text);

            var shorter = text.substring(0, text.length() - 7_000);
            box.fill(shorter);
            press(chat, "Send");
            assertThat(signals.awaitSaid(shorter).getBody()).isEqualTo(shorter);
            assertThat(box.inputValue()).isEmpty();
        }
    }

    @Test
    void charactersThatXmlCannotCarryDoNotBreakTheConnection() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            chat.getByLabel("Message").evaluate("box => { box.value = 'a\\ud83d\\u0000\\u001b\\uffff b' }");
            press(chat, "Send");
            signals.awaitSaid("a\ufffd\ufffd\ufffd\ufffd b");
            say(chat, "Still here.");
            signals.awaitSaid("Still here.");
        }
    }

    @Test
    void whatWasSaidCanBeSavedAtTheEndAlsoWhatWasSaidBeforeAReload() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            say(chat, "Is it far?");
            visit.agent.awaitHeard("Romeo: Is it far?");
            chat.reload();
            visit.watch.awaitText("Is it far?");
            visit.room.sendMessage("Not at all.\nCome in.");
            visit.watch.awaitText("Come in.");
            press(chat, "End chat");

            var file = chat.waitForDownload(() -> press(chat, "Save the conversation"));

            photograph(chat, "talking-ending");
            assertThat(file.suggestedFilename()).matches("conversation-\\d{4}-\\d\\d-\\d\\d\\.txt");
            assertThat(Files.readString(file.path()).lines().map(line -> line.replaceFirst("^\\[.*?] ", "")))
                    .containsExactly(
                            "Demo",
                            "",
                            "Alice has joined",
                            "Alice: Here I am.",
                            "You: Is it far?",
                            "Alice: Not at all.",
                            "    Come in.");
        }
    }

    @Test
    void howItWasCanBeSaidAtTheEndWithTheKeyboardAlone() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            press(chat, "End chat");
            chat.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("How was this chat?"))
                    .waitFor();
            chat.keyboard().press("Tab");
            chat.keyboard().press("Space");
            for (int score = 1; score < 4; score++) {
                chat.keyboard().press("ArrowRight");
            }
            chat.keyboard().press("Tab");
            chat.keyboard().type("Kind & quick.");
            chat.keyboard().press("Tab");
            chat.keyboard().press("Enter");
            visit.watch.awaitText("Thank you for your rating.");
        }
    }
}
