package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has no mouse, and who does not see the page, can do all that others can. */
class KeyboardIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String PATIENCE = "usher.workgroup.demo.returnTimeout";
    private static String usual;

    /** What has the focus, whether one sees that it has, and whether something lies over it. */
    private static final String FOCUS = """
            (() => {
              const focused = document.activeElement;
              if (focused === null || focused === document.body) return 'nothing';
              const name = focused.labels?.[0]?.textContent ?? focused.getAttribute('aria-label')
                ?? focused.textContent;
              const { left, top, width, height } = focused.getBoundingClientRect();
              const over = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
              const isSeen = focused.contains(over) || focused.localName === 'h2';
              const isMarked = focused.localName === 'h2' || getComputedStyle(focused).outlineStyle !== 'none';
              return `${focused.localName} ${name.trim()}${isSeen ? '' : ' [hidden]'}${isMarked ? '' : ' [unmarked]'}`;
            })()
            """;

    @BeforeAll
    static void theSwitchIsPatient() {
        usual = JiveGlobals.getProperty(PATIENCE);
        JiveGlobals.setProperty(PATIENCE, "60");
    }

    @AfterAll
    static void asBefore() {
        JiveGlobals.setProperty(PATIENCE, usual);
    }

    private static String focus(Page page) {
        return page.evaluate(FOCUS).toString();
    }

    /** All that Tab comes by until it leaves the page or comes round. */
    private static List<String> tour(Page page) {
        page.evaluate("document.activeElement.blur()");
        var stops = new LinkedHashSet<String>();
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            if (!stops.add(focus(page))) {
                break;
            }
        }
        stops.remove("nothing");
        return new ArrayList<>(stops);
    }

    @Test
    void aWholeVisitWithoutAMouse() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            var keys = page.keyboard();
            page.navigate(usher.web("/usher/c/demo?lang=en"));
            page.waitForSelector("form.start");
            assertThat(tour(page)).noneMatch(stop -> stop.endsWith("]")).contains("button Start chat");

            page.focus("form.start [name=username]");
            keys.press("Enter");
            assertThat(focus(page)).as("the first mistake").startsWith("input Your name");
            keys.type("Romeo");
            keys.press("Tab");
            keys.type("Where is the balcony?");
            keys.press("Tab");
            keys.press("Enter");
            var watch = new Watch(browser, page);
            watch.awaitText("You are number 1 in the line");
            assertThat(focus(page)).startsWith("h2 You are number 1");
            assertThat(tour(page)).containsExactly("button Leave the queue");

            var offer = alice.awaitOffer();
            var room = alice.accept(offer, "Alice");
            room.sendMessage("Here I am.");
            watch.awaitText("Here I am.");
            assertThat(focus(page)).isEqualTo("textarea Message");
            keys.type("Good evening");
            keys.press("Enter");
            alice.awaitHeard("Romeo: Good evening");
            assertThat(focus(page)).isEqualTo("textarea Message");

            browser.pages().get(1).close();
            var drive = alice.drive(offer.getSessionID(), site.address("other.test", "/balcony"));
            alice.awaitReport(drive, "needs-click");
            watch.awaitText("wants to show you a page of");
            assertThat(focus(page)).as("nobody's typing is disturbed").isEqualTo("textarea Message");
            var stops = tour(page);
            assertThat(stops).noneMatch(stop -> stop.endsWith("]"));
            assertThat(stops)
                    .contains("button Stop", "div Conversation", "button Continue", "textarea Message", "button Send");

            page.focus(".card button.primary");
            keys.press("Enter");
            alice.awaitReport(drive, "arrived");
            page.bringToFront();
            assertThat(focus(page)).isEqualTo("textarea Message");
            keys.press("Escape");
            watch.awaitText("You are not led any more.");

            room.leave();
            watch.awaitText("The visit has ended");
            assertThat(focus(page)).startsWith("h2 The visit has ended");
        }
    }

    /** What is new in the log is read out, and nothing else. */
    @Test
    void onlyWhatIsNewInTheConversationIsReadOut() throws Exception {
        try (var visit = Visit.begin(usher)) {
            assertThat(liveness(visit, "Here I am.")).isEqualTo("polite");

            visit.browser.page().reload();
            visit.watch.awaitText("Here I am.");
            visit.room.sendMessage("Are you back?");
            visit.watch.awaitText("Are you back?");

            assertThat(liveness(visit, "Here I am.")).isEqualTo("off");
            assertThat(liveness(visit, "Are you back?")).isEqualTo("polite");
        }
    }

    /** In how far a change at that text is announced: by its own word, or by that of what it is in (WAI-ARIA 1.2 §6.6.4). */
    private static String liveness(Visit visit, String text) {
        var live = visit.browser
                .page()
                .getByText(text, new Page.GetByTextOptions().setExact(true))
                .evaluate("line => { const region = line.closest('[aria-live], [role=log]');"
                        + " return region.getAttribute('aria-live') ?? 'polite' }");
        return live.toString();
    }
}
