package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page is left, kept in the cache, and it crashes: the visit goes on, with no line lost or doubled. */
class PageLifeIT {
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
}
