package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UnreliableLine;
import dev.usher.testbed.ground.UsherServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page is left, kept in the cache, hidden, frozen, and it crashes: the visit goes on, with no line lost or doubled. */
class PageLifeIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String PATIENCE = "usher.workgroup.demo.returnTimeout";
    private static final Duration LONG = Duration.ofSeconds(15);
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

    @Test
    void whoLeavesThePageAndComesBackGoesOn() throws Exception {
        try (var visit = Visit.begin(usher);
                var site = TargetSite.open()) {
            var elsewhere = site.address("other.test", "/elsewhere");
            leaveAndComeBack(visit, elsewhere, "Are you there?");
            // Without a second window the browser keeps the page as it was.
            visit.browser.pages().get(1).close();
            visit.watch.evaluate("window.isTheSamePage = 'yes'");
            leaveAndComeBack(visit, elsewhere, "And now?");
            assertThat(visit.watch.evaluate("window.isTheSamePage")).isEqualTo("yes");
            for (var line : new String[] {"Here I am.", "Are you there?", "And now?"}) {
                assertThat(visit.watch.text()).containsOnlyOnce(line);
            }
        }
    }

    private static void leaveAndComeBack(Visit visit, String elsewhere, String saidMeanwhile) throws Exception {
        var there = new JsonObject();
        there.addProperty("url", elsewhere);
        visit.watch.tell("Page.navigate", there);
        visit.watch.awaitText("Here is a page");
        visit.room.sendMessage(saidMeanwhile);
        visit.watch.evaluate("history.back()");
        visit.watch.awaitText(saidMeanwhile);
    }

    @Test
    void whoseTabCrashesGoesOnAfterAReload() throws Exception {
        try (var visit = Visit.begin(usher)) {
            visit.browser.crash();
            visit.room.sendMessage("Are you there?");
            visit.watch.tell("Page.reload", new JsonObject());
            visit.watch.awaitText("Are you there?");
            assertThat(visit.watch.text()).containsOnlyOnce("Here I am.").containsOnlyOnce("Are you there?");
        }
    }

    /** A frozen page is as one on a laptop that sleeps: no timer, no message, no network. */
    @Test
    void aPageThatNobodySeesIsLedAndHasEverythingOnceAfterItWasFrozenAndAfterALongSleep() throws Exception {
        try (var line = UnreliableLine.to(usher.config().webPort());
                var visit = Visit.begin(usher, line.port(), CustomerBrowser.openWithHiddenTabs());
                var site = TargetSite.open();
                var acks = new Acks()) {
            visit.browser.context().newPage().bringToFront();
            Poll.until(
                    () -> visit.watch.evaluate("document.visibilityState").equals("hidden"),
                    LONG,
                    () -> "The chat is seen");
            var hidden = visit.agent.drive(visit.session, site.address("other.test", "/hidden"));
            visit.room.sendMessage("I know that you do not look.");
            visit.agent.awaitReport(hidden, "arrived");
            visit.watch.awaitText("I know that you do not look.");

            visit.watch.freeze(true);
            visit.room.sendMessage("Are you there?");
            var end = Instant.now().plusSeconds(1);
            var late = visit.agent.drive(visit.session, site.address("other.test", "/late"), end);
            Poll.until(() -> Instant.now().isAfter(end), LONG, () -> "The clock stands still");
            var good = visit.agent.drive(visit.session, site.address("other.test", "/good"));
            assertThat(pages(site)).containsExactly("/hidden");
            visit.watch.freeze(false);
            visit.agent.awaitReport(good, "arrived");
            visit.watch.awaitText("Are you there?");

            visit.watch.freeze(true);
            line.cut();
            visit.room.sendMessage("Good night.");
            line.mend();
            visit.watch.freeze(false);
            visit.watch.awaitText("Good night.");
            var next = visit.agent.drive(visit.session, site.address("other.test", "/next"));
            visit.agent.awaitReport(next, "arrived");

            for (var drive : new String[] {hidden, good, next}) {
                assertThat(acks.of(drive)).containsExactly("received", "attached", "arrived");
            }
            assertThat(acks.of(late)).isSubsetOf("expired");
            assertThat(pages(site)).containsExactly("/hidden", "/good", "/next");
            for (var text : new String[] {"Here I am.", "you do not look.", "Are you there?", "Good night."}) {
                assertThat(visit.watch.text()).containsOnlyOnce(text);
            }
        }
    }

    /** The browser asks for an icon as well. */
    private static List<String> pages(TargetSite site) {
        return site.requests().stream()
                .map(TargetSite.Request::path)
                .filter(path -> !path.equals("/favicon.ico"))
                .toList();
    }
}
