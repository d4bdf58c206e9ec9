package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the guided window, reported as it is: closed by the customer, or cut off by the page it shows. */
class ControlIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    @Test
    void aClosedWindowIsReportedAndOneClickGoesOn() throws Exception {
        try (var visit = Visit.begin(usher);
                var site = TargetSite.open()) {
            visit.browser.pages().get(1).close();

            var drive = visit.agent.drive(visit.session, site.address("other.test", "/after"));
            var report = visit.agent.awaitReport(drive, "needs-click");
            assertThat(report.reason()).isEqualTo("closed");
            assertThat(site.requests()).isEmpty();

            pressContinue(visit);
            site.await("/after");
            visit.agent.awaitReport(drive, "arrived");
        }
    }

    /** This machine's own name is the one on which Chromium heeds the header without TLS. */
    @Test
    void aPageThatCutsTheWindowOffIsReportedAsDetachedAndOneClickGoesOn() throws Exception {
        try (var visit = Visit.begin(usher);
                var strict = TargetSite.open().header("Cross-Origin-Opener-Policy", "same-origin");
                var site = TargetSite.open()) {
            var away = visit.agent.drive(visit.session, strict.address("localhost", "/bank"));
            strict.await("/bank");
            visit.agent.awaitReport(away, "arrived");
            visit.agent.awaitReport(away, "detached");

            var next = visit.agent.drive(visit.session, site.address("other.test", "/next"));
            assertThat(visit.agent.awaitReport(next, "needs-click").reason()).isEqualTo("lost");

            pressContinue(visit);
            site.await("/next");
            visit.agent.awaitReport(next, "arrived");
        }
    }

    private static void pressContinue(Visit visit) {
        visit.browser
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                .click();
    }
}
