package dev.usher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours that an admin chooses, and whether they can be read on each other. */
class ThemeTest {
    private static Colour colour(String hex) {
        return Colour.parse(hex).orElseThrow();
    }

    private static Map<String, Colour> colours(String css) {
        var colours = new HashMap<String, Colour>();
        Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
                .matcher(css)
                .results()
                .forEach(found -> colours.put(found.group(1), colour(found.group(2))));
        return colours;
    }

    @Test
    void theUsualColoursAreThoseOfThePage() throws IOException {
        var examples = Path.of(System.getProperty("usher.examples", "../docs/protocol/examples"));
        var css = Files.readString(
                examples.resolve("../../../web-client/src/styles/base.css").normalize());
        int dark = css.indexOf("prefers-color-scheme: dark");

        assertThat(colours(css.substring(0, dark))).containsAllEntriesOf(Theme.USUAL_LIGHT);
        assertThat(colours(css.substring(dark))).containsAllEntriesOf(Theme.USUAL_DARK);
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertEquals(21, colour("#000").contrast(Colour.WHITE), 0.001);
        assertEquals(4.54, colour("#767676").contrast(Colour.WHITE), 0.005);
        assertEquals(Optional.empty(), Colour.parse("#ffff"));
    }

    @Test
    void oneAccentIsEnough() {
        var theme = Theme.of(Map.of("accent", colour("#7a1fa2")), Map.of());

        assertEquals(colour("#ffffff"), theme.light().get("on-accent"));
        assertEquals(colour("#5f187e"), theme.light().get("accent-strong"));
        assertThat(theme.dark().keySet()).containsExactlyInAnyOrder("accent", "on-accent", "accent-strong");
        assertEquals(List.of(), ThemeDoubts.of(theme));
        assertEquals(Theme.PLAIN, Theme.of(Map.of(), Map.of()));
    }

    @Test
    void everyAccentHasADarkOneThatCanBeRead() {
        for (int red = 0; red < 256; red += 51) {
            for (int green = 0; green < 256; green += 51) {
                for (int blue = 0; blue < 256; blue += 51) {
                    var theme = Theme.of(Map.of("accent", new Colour(red, green, blue)), Map.of());
                    assertThat(ThemeDoubts.of(theme)).noneMatch(doubt -> doubt.contains("theme.dark."));
                    assertThat(ThemeDoubts.of(theme)).noneMatch(doubt -> doubt.contains("on-accent"));
                }
            }
        }
    }

    @Test
    void whatIsHardToReadIsNamedWithBothColours() {
        var theme = Theme.of(Map.of("soft", colour("#999999")), Map.of());

        assertEquals(
                List.of(
                        "Text in theme.soft (#999999) on theme.ground (#f3f6f5) has a contrast of 2.6 to 1 and is hard to"
                                + " read: 4.5 is the least (WCAG 2.2, 1.4.3). Make one of them lighter or darker.",
                        "Text in theme.soft (#999999) on theme.sheet (#ffffff) has a contrast of 2.8 to 1 and is hard to"
                                + " read: 4.5 is the least (WCAG 2.2, 1.4.3). Make one of them lighter or darker."),
                ThemeDoubts.of(theme));
        assertEquals(List.of(), ThemeDoubts.of(Theme.PLAIN));
    }

    @Test
    void theUsualColoursCanBeRead() {
        assertEquals(List.of(), ThemeDoubts.of(new Theme(Theme.USUAL_LIGHT, Theme.USUAL_DARK)));
    }
}
