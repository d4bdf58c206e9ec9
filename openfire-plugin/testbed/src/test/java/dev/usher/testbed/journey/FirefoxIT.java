package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerFirefox;
import dev.usher.testbed.ground.FirefoxTab;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job once more, in Firefox: from the click to the end of the chat, and two drives without a click. */
class FirefoxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    @Test
    void aCustomerWithFirefoxIsLedToOtherSitesAndGoesOnAfterAReload() throws Exception {
        try (var site = TargetSite.open().header("X-Frame-Options", "DENY");
                var alice = SmackAgent.online(usher, "alice");
                var acks = new Acks();
                var browser = CustomerFirefox.open()) {
            var chat = browser.tab();
            chat.navigate(usher.web("/usher/c/demo"));
            assertThat(chat.evaluate("String(window.open('about:blank', '', 'popup'))"))
                    .as("a pop-up without a click")
                    .isEqualTo("null");
            chat.type("Your name", "Romeo");
            chat.type("Your question", "Where is the balcony?");
            chat.click("button", "Start chat");
            awaitWindow(browser, usher.web("/usher/hop"));
            chat.awaitText("You are number 1 in the line");

            var offer = alice.awaitOffer();
            assertThat(offer.getMetaData()).containsEntry("question", List.of("Where is the balcony?"));
            var room = alice.accept(offer, "Alice");
            room.sendMessage("Good evening! <b>I</b> will show you.");
            chat.awaitText("Good evening! <b>I</b> will show you.");
            say(chat, "Please do.");
            alice.awaitHeard("Romeo: Please do.");

            // From here on nothing touches the browser.
            chat.awaitNoGesture();
            for (var target :
                    List.of(site.address("other.test", "/balcony?step=1"), site.address("third.test", "/garden"))) {
                var drive = alice.drive(offer.getSessionID(), target);
                var path = target.substring(target.indexOf('/', "http://".length()));
                assertThat(site.await(path).headers()).doesNotContainKey("Referer");
                alice.awaitReport(drive, "arrived");
                assertThat(acks.of(drive)).containsExactly("received", "attached", "arrived");
                awaitWindow(browser, target);
            }

            chat.reload();
            chat.awaitText("Good evening! <b>I</b> will show you.");
            say(chat, "Here I am again.");
            alice.awaitHeard("Romeo: Here I am again.");
            assertThat(chat.text()).containsOnlyOnce("Please do.").containsOnlyOnce("Good evening!");

            room.leave();
            chat.awaitText("ended");
        }
    }

    private static void say(FirefoxTab chat, String text) {
        chat.type("Message", text);
        chat.click("button", "Send");
    }

    private static void awaitWindow(CustomerFirefox browser, String address) {
        Poll.until(
                () -> browser.addresses().contains(address),
                PATIENCE,
                () -> address + " is not among " + browser.addresses());
    }
}
