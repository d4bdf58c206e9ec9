package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.usher.testbed.ground.UsherServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For everyone: whatever state the page is in, it can be seen, read out and worked with. Pictures: target/states. */
class EveryStateIT {
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

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyStateIsForEveryone(String language) throws Exception {
        var faults = new ArrayList<String>();
        Set<String> seen = new LinkedHashSet<>();
        EveryState.walk(usher, language, (state, page) -> {
            assertThat(seen.add(state)).as(state).isTrue();
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(
                                Path.of("target/states", language, scheme.name().toLowerCase(), state + ".png")));
                Axe.violations(page).forEach(fault -> faults.add(state + " (" + scheme + "): " + fault));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
        });
        assertThat(faults).isEmpty();
    }
}
