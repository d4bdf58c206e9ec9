package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where nobody may be led: the server says no, and a browser whose server has been taken over says no again. */
class RefusedDrivesIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    /** Each with the reason that the agent is given. */
    private static Map<String, String> urls(String ownOrigin) {
        var urls = new LinkedHashMap<String, String>();
        urls.put("javascript:alert(1)", "scheme");
        urls.put("  javascript:alert(1)", "scheme");
        urls.put("java\tscript:alert(1)", "scheme");
        urls.put("java\nscript:alert(1)", "scheme");
        urls.put("JaVaScRiPt:alert(1)", "scheme");
        urls.put("data:text/html,hello", "scheme");
        urls.put("blob:" + ownOrigin + "/1f0e", "scheme");
        urls.put("file:///etc/passwd", "scheme");
        urls.put("about:blank", "scheme");
        urls.put("mailto:romeo@example.org", "scheme");
        urls.put("//other.test/", "malformed");
        urls.put("http://alice:secret@other.test/", "credentials");
        urls.put("http://other.test/" + "x".repeat(9_000), "too-long");
        urls.put(ownOrigin + "/usher/c/demo", "own-origin");
        return urls;
    }

    @Test
    void theServerRefusesAndTheWindowStays() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var windows = visit.watch.windows();
            var refused = new LinkedHashMap<String, String>();
            var urls =
                    urls("http://" + UsherServer.DOMAIN + ":" + usher.config().webPort());
            for (var url : urls.keySet()) {
                var error = visit.agent.driveRefused(visit.session, url);
                assertThat(error.getCondition()).isEqualTo(StanzaError.Condition.not_acceptable);
                assertThat(error.getDescriptiveText())
                        .as("a sentence for the agent")
                        .isNotBlank();
                refused.put(url, reason(error));
            }
            assertThat(refused).isEqualTo(urls);
            assertStaysAndStillObeys(visit, windows);
        }
    }

    @Test
    void theBrowserRefusesWhatATakenOverServerSends() throws Exception {
        try (var visit = Visit.begin(usher)) {
            var windows = visit.watch.windows();
            var reported = new LinkedHashMap<String, String>();
            var urls = urls(usher.web(""));
            // On its way to the browser XML turns a tab or a line break into a space, which no scheme may hold.
            urls.put("java\tscript:alert(1)", "malformed");
            urls.put("java\nscript:alert(1)", "malformed");
            for (var url : urls.keySet()) {
                try (var takenOver = Tampering.driveTo(url)) {
                    var drive = visit.agent.drive(visit.session, "http://other.test/allowed");
                    reported.put(url, visit.agent.awaitReport(drive, "refused").reason());
                }
            }
            assertThat(reported).isEqualTo(urls);
            assertStaysAndStillObeys(visit, windows);
        }
    }

    private static void assertStaysAndStillObeys(Visit visit, List<String> windows) throws Exception {
        assertThat(visit.watch.windows()).isEqualTo(windows);
        try (var site = TargetSite.open()) {
            var drive = visit.agent.drive(visit.session, site.address("other.test", "/fine"));
            site.await("/fine");
            visit.agent.awaitReport(drive, "arrived");
        }
    }

    private static String reason(StanzaError error) {
        return error.getExtension("refused", "urn:usher:drive:1") instanceof StandardExtensionElement refused
                ? refused.getAttributeValue("reason")
                : "none";
    }
}
