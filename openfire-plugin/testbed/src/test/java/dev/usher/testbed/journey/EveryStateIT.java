package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.usher.testbed.ground.UsherServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For everyone: whatever state the page is in, axe-core finds nothing against WCAG 2.2 AA in it, light and dark; and 320
 * pixels of width (WCAG 1.4.10) or letters of twice the size (1.4.4) hide nothing beside the page; and nothing moves for who wants it still. Pictures are in
 * {@code target/states}.
 */
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
                take(page, language, scheme.name().toLowerCase(Locale.ROOT), state);
                note(faults, state + " (" + scheme + ")", Axe.violations(page));
            }
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(null).setReducedMotion(ReducedMotion.REDUCE));
            note(faults, state + " (reduced motion)", moving(page));
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(null));
            page.setViewportSize(320, 568);
            take(page, language, "narrow", state);
            note(faults, state + " (narrow)", Reflow.beside(page));
            page.setViewportSize(640, 720);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            take(page, language, "large", state);
            note(faults, state + " (large letters)", Reflow.beside(page));
            page.evaluate("document.documentElement.style.fontSize = ''");
            page.setViewportSize(1280, 720);
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> moving(Page page) {
        var moving =
                page.evaluate("document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 200))");
        return ((List<?>) moving).stream().map(String::valueOf).toList();
    }

    private static void note(List<String> faults, String where, List<String> found) {
        found.forEach(fault -> faults.add(where + ": " + fault));
    }

    private static void take(Page page, String language, String look, String state) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/states", language, look, state + ".png")));
    }
}
