package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pictures in the README and the guides: always taken into {@code target/pictures}, and into {@code docs/images} with
 * {@code -Dusher.screenshots=true}.
 */
class PicturesIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final Path TAKEN = Path.of("target/pictures");
    private static final Path KEPT = Path.of("../../docs/images");

    @Test
    void aVisitInPictures() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var page = browser.page();
            page.setViewportSize(560, 640);
            page.navigate(usher.web("/usher/c/demo?lang=en"));
            page.waitForSelector("form.start");
            take(page, "start");
            Visit.startChat(page);
            var watch = new Watch(browser, page);
            watch.awaitText("in the line");
            take(page, "waiting");

            var offer = alice.awaitOffer();
            var room = alice.accept(offer, "Alice");
            room.sendMessage("Good evening, Romeo! The balcony is behind the garden. Shall I show you?");
            watch.awaitText("Good evening");
            page.fill("#message", "Yes, please.");
            page.press("#message", "Enter");
            alice.awaitHeard("Romeo: Yes, please.");
            var drive = alice.drive(offer.getSessionID(), site.address("garden.test", "/balcony"));
            alice.awaitReport(drive, "arrived");
            room.sendMessage("There it is, in the other window.");
            watch.awaitText("There it is");
            take(page, "conversation");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            take(page, "dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
            page.setViewportSize(360, 640);
            take(page, "phone");
        }
    }

    private static void take(Page page, String name) throws IOException {
        var picture = TAKEN.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(colours(picture)).as(name + " is not empty").isGreaterThan(20);
        if (Boolean.getBoolean("usher.screenshots")) {
            Files.createDirectories(KEPT);
            Files.write(KEPT.resolve(name + ".png"), Files.readAllBytes(picture));
        }
    }

    private static int colours(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
