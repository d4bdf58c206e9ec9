package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One key stops the leading, and the customer alone lets it go on: with the newest page, and no other. */
class StopIT {
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

    private static void press(Visit visit, String name) {
        visit.browser
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    @Test
    void escapeStopsItAndTheNewestPageWaits() throws Exception {
        try (var visit = Visit.begin(usher);
                var site = TargetSite.open()) {
            var first = visit.agent.drive(visit.session, site.address("other.test", "/first"));
            visit.agent.awaitReport(first, "arrived");
            visit.watch.awaitText("Alice is leading you");
            visit.watch.awaitText("Alice has opened other.test");

            visit.browser.page().keyboard().press("Escape");
            visit.watch.awaitText("You are not led any more.");
            var second = visit.agent.drive(visit.session, site.address("other.test", "/second"));
            visit.agent.awaitReport(second, "paused");
            var third = visit.agent.drive(visit.session, site.address("other.test", "/third"));
            visit.agent.awaitReport(third, "paused");
            visit.room.sendMessage("As you like.");
            visit.watch.awaitText("As you like.");
            assertThat(site.requests()).extracting(TargetSite.Request::path).doesNotContain("/second", "/third");

            press(visit, "Let Alice lead again");
            visit.agent.awaitReport(third, "arrived");
            var fourth = visit.agent.drive(visit.session, site.address("other.test", "/fourth"));
            visit.agent.awaitReport(fourth, "arrived");
            assertThat(site.requests())
                    .extracting(TargetSite.Request::path)
                    .filteredOn(path -> !path.equals("/favicon.ico"))
                    .containsExactly("/first", "/third", "/fourth");
        }
    }

    @Test
    void whoHasStoppedItIsNotLedAfterAReloadEither() throws Exception {
        try (var visit = Visit.begin(usher);
                var site = TargetSite.open()) {
            press(visit, "Stop");
            var before = visit.agent.drive(visit.session, site.address("other.test", "/before"));
            visit.agent.awaitReport(before, "paused");

            visit.browser.page().reload();

            visit.watch.awaitText("You are not led any more.");
            visit.watch.awaitText("Here I am.");
            visit.agent.awaitHeard("Alice: Here I am.");
            press(visit, "Let Alice lead again");
            visit.agent.awaitReport(before, "arrived");
            site.await("/before");
        }
    }
}
