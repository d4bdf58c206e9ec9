package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.UsherServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer meets before there is anybody to talk to: the form, what must be agreed to, or that nobody is here. */
class ArrivalIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label);
    }

    /** What is read out of the field that has the focus. */
    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.name || document.activeElement.textContent");
    }

    @Test
    void theFormOfTheWorkgroupIsAskedInFullAndWhatIsWrongIsSaidBesideIt() throws Exception {
        try (var set = new PageSettings().everyKindOfField();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var watch = new Watch(browser, page);
            page.navigate(usher.web("/usher/c/demo"));
            watch.awaitText("Before we begin");
            watch.awaitText("Now to the point.");
            field(page, "Your name").fill("Romeo");
            field(page, "Your e-mail").fill("romeo at home");
            field(page, "Your age").fill("12");
            button(page, "Start chat").click();

            watch.awaitText("This address is not complete.");
            watch.awaitText("Please choose an answer.");
            watch.awaitText("Please enter something from 13 to 99.");
            assertThat(focused(page)).isEqualTo("email");
            assertThat(field(page, "Your name").inputValue()).isEqualTo("Romeo");

            field(page, "Your e-mail").fill("romeo@example.org");
            field(page, "Love").check();
            field(page, "Your house").selectOption("Montague");
            field(page, "Balconies").check();
            field(page, "Night").check();
            field(page, "Send me news").check();
            field(page, "Your age").fill("17");
            field(page, "The whole story").fill("Two households,\nboth alike");
            button(page, "Start chat").click();

            var told = alice.awaitOffer().getMetaData();
            assertThat(told)
                    .containsEntry("username", List.of("Romeo"))
                    .containsEntry("email", List.of("romeo@example.org"))
                    .containsEntry("topic", List.of("love"))
                    .containsEntry("house", List.of("Montague"))
                    .containsEntry("also", List.of("Balconies", "Night"))
                    .containsEntry("age", List.of("17"))
                    .containsEntry("story", List.of("Two households,\nboth alike"));
        }
    }

    @Test
    void whatTheServerAloneKnowsToBeWrongLeadsBackToTheFormWithEverythingInIt() throws Exception {
        // Such a flag is none to browsers: only the server can judge.
        try (var set = new PageSettings()
                        .set("form", "username = Your name; required\ncode = Your code; matches (?i)[a-z]{3}");
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var watch = new Watch(browser, page);
            page.navigate(usher.web("/usher/c/demo"));
            field(page, "Your name").fill("Romeo");
            field(page, "Your code").fill("1234");
            button(page, "Start chat").click();

            watch.awaitText("The answer to \"Your code\" is not written as it should be.");
            assertThat(focused(page)).isEqualTo("code");
            assertThat(field(page, "Your name").inputValue()).isEqualTo("Romeo");
            assertThat(field(page, "Your code").inputValue()).isEqualTo("1234");

            field(page, "Your code").fill("Abc");
            button(page, "Start chat").click();
            assertThat(alice.awaitOffer().getMetaData()).containsEntry("code", List.of("Abc"));
        }
    }

    @Test
    void whoDoesNotAgreeDoesNotChat() throws Exception {
        try (var set = new PageSettings().consent();
                var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var watch = new Watch(browser, page);
            page.navigate(usher.web("/usher/c/demo"));
            watch.awaitText("Welcome to the house of the Capulets.");
            watch.awaitText("What you write is kept for a day.");
            var policy = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Privacy policy"));
            assertThat(policy.getAttribute("href")).isEqualTo("https://shop.example/privacy");
            assertThat(policy.getAttribute("target")).isEqualTo("_blank");

            Visit.startChat(page);
            watch.awaitText("Please tick this box to go on.");
            assertThat(page.context().pages()).hasSize(1);

            field(page, "I agree that my words are kept.").check();
            button(page, "Start chat").click();
            watch.awaitText("You are number 1 in the line");
            alice.awaitOffer();
        }
    }

    @Test
    void aChatThatIsClosedOpensByItselfWhenAnAgentComes() throws Exception {
        try (var set = new PageSettings().set("closedText", "We sleep till the lark sings.");
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(usher.web("/usher/c/demo"));
            page.getByText("We sleep till the lark sings.").waitFor();
            assertThat(page.getByRole(AriaRole.TEXTBOX).count()).isZero();

            try (var alice = SmackAgent.online(usher, "alice")) {
                page.getByText("The chat is open now.").waitFor(new Locator.WaitForOptions().setTimeout(40_000));
                Visit.startChat(page);
                assertThat(alice.awaitOffer().getMetaData()).containsEntry("username", List.of("Romeo"));
            }
        }
    }

    @Test
    void whereNobodyCanAnswerAMessageIsLeftAndAReloadLosesNothingOfIt() throws Exception {
        try (var set = new PageSettings().messages();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.navigate(usher.web("/usher/c/demo"));
            button(page, "Leave a message").click();
            field(page, "Your name").fill("Romeo");
            field(page, "Your message").fill("Is it far?");
            button(page, "Send message").click();
            page.getByText("Please fill this in.").waitFor();
            assertThat(focused(page)).isEqualTo("email");
            field(page, "Your e-mail address").fill("romeo@example.org");

            page.reload();
            button(page, "Leave a message").click();
            assertThat(field(page, "Your message").inputValue()).isEqualTo("Is it far?");

            button(page, "Send message").click();
            page.getByText("Thank you, your message has reached us").waitFor();
            page.getByText(Pattern.compile("We will answer by e-mail to .*romeo@example.org"))
                    .waitFor();
        }
    }

    @Test
    void whoComesJustWhenEverybodyHasLeftIsAskedForAMessageWithWhatTheyHaveSaid() throws Exception {
        try (var set = new PageSettings().messages();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var watch = new Watch(browser, page);
            try (var alice = SmackAgent.online(usher, "alice")) {
                page.navigate(usher.web("/usher/c/demo"));
                field(page, "Your name").fill("Romeo");
                field(page, "Your question").fill("Is it far?");
            }
            page.waitForCondition(() -> page.request()
                    .get("http://127.0.0.1:" + usher.config().webPort() + "/usher/c/demo/state.json")
                    .text()
                    .contains("\"closed\""));
            button(page, "Start chat").click();
            watch.awaitText("Nobody can answer right now. Write to us, and we will answer by e-mail.");
            assertThat(field(page, "Your name").inputValue()).isEqualTo("Romeo");
            assertThat(field(page, "Your message").inputValue()).isEqualTo("Is it far?");
        }
    }
}
