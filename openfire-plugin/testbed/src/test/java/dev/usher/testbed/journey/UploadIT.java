package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.UploadService;
import dev.usher.testbed.ground.UsherServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer sends files, where the server takes them (XEP-0363), and the agent gets them. */
class UploadIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String UPLOADS = "usher.web.uploads";
    private static final String LABEL = "Send a file (≤ 1 MB)";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @AfterEach
    void nothingIsSetForTheNext() {
        JiveGlobals.deleteProperty(UPLOADS);
    }

    /** Takes files, and the admin has said where. */
    private static UploadService taking() throws Exception {
        var service = UploadService.open();
        JiveGlobals.setProperty(UPLOADS, service.origin());
        return service;
    }

    private static Locator button(Page chat, String name) {
        return chat.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(Page chat, String name, String type, byte[] bytes) {
        chat.waitForFileChooser(() -> button(chat, LABEL).click()).setFiles(new FilePayload(name, type, bytes));
    }

    private static void photograph(Page chat, String name) {
        chat.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Test
    void theButtonIsThereOnlyWhileTheServerTakesFiles() throws Exception {
        try (var service = taking();
                var visit = Visit.begin(usher)) {
            button(visit.browser.page(), LABEL).waitFor();
            assertThat(service.requests()).isEmpty();
        }

        var browser = CustomerBrowser.open();
        var questions = new AtomicInteger();
        var answers = new AtomicInteger();
        var scripts = new CopyOnWriteArrayList<String>();
        browser.page().onWebSocket(socket -> {
            socket.onFrameSent(frame -> count(frame.text(), questions));
            socket.onFrameReceived(frame -> count(frame.text(), answers));
        });
        browser.page().onRequest(request -> scripts.add(request.url()));
        try (var visit = Visit.begin(usher, usher.config().webPort(), browser)) {
            // The server, and at least rooms and Usher itself, are asked at once; then nobody is left to be asked.
            Poll.until(
                    () -> {
                        visit.watch.text();
                        return questions.get() > 1 && answers.get() == questions.get();
                    },
                    PATIENCE,
                    () -> questions + " were asked, and answered " + answers);
            visit.room.sendMessage("Have you a picture?");
            visit.watch.awaitText("Have you a picture?");
            assertThat(visit.browser.page().locator("input[type=file]").count()).isZero();
            assertThat(scripts).isNotEmpty().noneMatch(address -> address.contains("file-button"));
        }
    }

    private static void count(String frame, AtomicInteger count) {
        if (frame.contains("http://jabber.org/protocol/disco#info") && frame.startsWith("<iq")) {
            count.incrementAndGet();
        }
    }

    @Test
    void aFileArrivesAndTheAgentIsToldWhere() throws Exception {
        try (var service = taking();
                var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            var signals = new Signals(visit.room, "Romeo");
            var bytes = "But soft, what light through yonder window breaks? é 👩\n"
                    .repeat(8_000)
                    .getBytes(StandardCharsets.UTF_8);
            service.stop();

            choose(chat, "balcony at night.txt", "text/plain;charset=utf-8", bytes);

            visit.watch.awaitText("Sending balcony at night.txt …");
            photograph(chat, "upload-sending");
            assertThat(chat.locator(".mine").count()).isZero();
            service.goOn();
            Poll.until(() -> service.kept().size() == 1, PATIENCE, () -> "Not kept: " + service.requests());
            var address = service.kept().keySet().iterator().next();
            var file = service.kept().get(address);
            assertThat(file.bytes()).isEqualTo(bytes);
            assertThat(address).startsWith(service.origin() + "/").endsWith("/balcony%20at%20night.txt");
            assertThat(service.asked()).containsExactly("balcony at night.txt");

            var said = signals.awaitSaid(address);
            assertThat(said.hasExtension("x", "jabber:x:oob")).isTrue();
            visit.watch.awaitNoText("Sending balcony");
            chat.locator(".mine .mark").waitFor();
            photograph(chat, "upload-sent");
            var links = chat.locator(".mine .text a");
            assertThat(links.allTextContents()).containsExactly(address);
            var shown = chat.context().waitForPage(() -> links.first().click());
            assertThat(shown.locator("body").textContent()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFileThatIsTooBigIsRefusedBeforeAnythingIsSent() throws Exception {
        try (var service = taking();
                var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();

            choose(chat, "verona.bin", "application/octet-stream", new byte[UploadService.MOST + 1]);

            visit.watch.awaitText("verona.bin is too big: a file may have up to 1 MB.");
            photograph(chat, "upload-too-big");
            assertThat(button(chat, "Try again").count()).isZero();
            button(chat, "Cancel").click();
            visit.watch.awaitNoText("verona.bin");
            assertThat(service.asked()).isEmpty();
            assertThat(service.requests()).isEmpty();

            // Of exactly that size it may be.
            choose(chat, "mantua.bin", "application/octet-stream", new byte[UploadService.MOST]);
            Poll.until(() -> service.kept().size() == 1, PATIENCE, () -> "Not kept: " + service.requests());
        }
    }

    @Test
    void whatIsTakenBackIsNotSpokenOf() throws Exception {
        try (var service = taking();
                var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();
            service.stop();
            choose(chat, "letter.txt", "text/plain", new byte[] {'x'});
            visit.watch.awaitText("Sending letter.txt …");
            Poll.until(() -> service.requests().contains("PUT"), PATIENCE, () -> "No PUT: " + service.requests());

            button(chat, "Cancel").click();

            visit.watch.awaitNoText("letter.txt");
            service.goOn();
            chat.getByLabel("Message").fill("Never mind.");
            button(chat, "Send").click();
            visit.agent.awaitHeard("Romeo: Never mind.");
            assertThat(visit.agent.allHeard())
                    .filteredOn(line -> line.startsWith("Romeo: "))
                    .containsExactly("Romeo: Never mind.");
        }
    }

    @Test
    void whereTheAdminHasNotNamedThePlaceTheBrowserSendsNothingThere() throws Exception {
        try (var service = UploadService.open();
                var visit = Visit.begin(usher)) {
            var chat = visit.browser.page();

            choose(chat, "letter.txt", "text/plain", new byte[] {'x'});

            visit.watch.awaitText("letter.txt could not be sent.");
            photograph(chat, "upload-failed");
            assertThat(button(chat, "Try again").isVisible()).isTrue();
            assertThat(service.asked()).containsExactly("letter.txt");
            assertThat(service.requests()).isEmpty();
        }
    }
}
