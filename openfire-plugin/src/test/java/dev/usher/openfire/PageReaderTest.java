package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Colour;
import dev.usher.desk.Logo;
import dev.usher.desk.PageTexts;
import dev.usher.desk.Theme;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the properties say about the customers' page. */
class PageReaderTest {
    private static final String START = "usher.workgroup.sales.";
    /** The first bytes of a picture. */
    private static final String PNG = "data:image/png;base64,iVBORw0KGgo=";

    /** @param lines without {@code usher.workgroup.sales.} */
    private static SettingsReading read(String... lines) {
        var all = new ArrayList<>(List.of("usher.workgroups = sales", START + "agents = alice"));
        List.of(lines).forEach(line -> all.add(START + line));
        var sheet = new PropertySheet(all.toArray(String[]::new));
        return new SettingsReader(sheet, group -> Set.of(), "example.org", ZoneOffset.UTC).read("sales");
    }

    private static ChatPage sound(String... lines) {
        var reading = read(lines);
        assertEquals(List.of(), reading.problems());
        return reading.page();
    }

    private static SettingsProblem problem(String line) {
        var reading = read(line);
        assertEquals(ChatPage.PLAIN, reading.page());
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().get(0);
    }

    @Test
    void textsAreThoseOfTheLanguageAndOtherwiseThoseForAll() {
        var page = sound(
                "welcome = Hello",
                "closedText = Call us",
                "privacyLink = https://www.example.org/privacy?a=1",
                "welcome.de = Guten Tag",
                "consent.de = Ich bin einverstanden");

        assertEquals(
                new PageTexts("Hello", "Call us", "", "https://www.example.org/privacy?a=1", ""), page.texts("fr"));
        assertEquals(
                new PageTexts(
                        "Guten Tag", "Call us", "", "https://www.example.org/privacy?a=1", "Ich bin einverstanden"),
                page.texts("de"));
    }

    @Test
    void aFormIsThatOfTheLanguageAndOtherwiseTheOneForAll() {
        var page = sound("form = topic = Topic", "form.de = topic = Thema");

        assertEquals("Thema", page.form("de").orElseThrow().fields().get(1).label());
        assertEquals("Topic", page.form("ja").orElseThrow().fields().get(1).label());
        assertEquals(Optional.empty(), sound().form("de"));
    }

    @Test
    void aLanguageThatNoPageSpeaksIsNoSetting() {
        assertEquals(
                new SettingsProblem(
                        START + "welcome.sv",
                        "Hej",
                        "belongs to no setting; is " + START + "welcome.ar meant?",
                        "it is ignored"),
                problem("welcome.sv = Hej"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.org/",
                "www.example.org",
                "javascript:alert(1)",
                "https:///privacy",
                "https://a b"
            })
    void whatIsNoSecureAddressIsNoLink(String link) {
        assertEquals(
                new SettingsProblem(
                        START + "privacyLink", link, "is not like https://www.example.org/privacy", "it is left out"),
                problem("privacyLink = " + link));
    }

    @Test
    void sitesAreOriginsAsBrowsersWriteThem() {
        assertEquals(
                List.of(
                        "https://shop.example",
                        "http://localhost:8080",
                        "https://other.example:8443",
                        "https://xn--bcher-kva.example",
                        "http://[::1]:8080"),
                sound("sites = https://Shop.Example:443/, http://localhost:8080, HTTPS://other.example:8443,"
                                + " https://shop.example, https://bücher.example, http://[::1]:8080")
                        .sites());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "https://shop.example/cart",
                "https://shop.example?x",
                "https://shop.example#x",
                "https://me@shop.example",
                "ftp://shop.example",
                "https://*.shop.example",
                "*",
                "null"
            })
    void whatIsNoOriginIsNoSite(String site) {
        assertEquals(
                new SettingsProblem(
                        START + "sites",
                        site,
                        "is not like https://www.example.org, with nothing after it",
                        "it is left out"),
                problem("sites = " + site));
    }

    @Test
    void coloursAreHexAndForOneScheme() {
        var page = sound("theme.ink = #123", "theme.ask-line = #ABCDEF", "theme.dark.ground = #000000");

        assertEquals(
                new Theme(
                        Map.of("ink", new Colour(0x11, 0x22, 0x33), "ask-line", new Colour(0xab, 0xcd, 0xef)),
                        Map.of("ground", new Colour(0, 0, 0))),
                page.theme());
    }

    @ParameterizedTest
    @CsvSource({"red", "#12", "#12345g", "#fff;}body{display:none", "url(https://x.example)", "var(--ink)"})
    void nothingElseIsAColour(String colour) {
        assertEquals(
                new SettingsProblem(
                        START + "theme.accent", colour, "is no colour such as #0a6a63", "the usual one is used"),
                problem("theme.accent = " + colour));
    }

    @Test
    void aLogoIsAPictureInTheProperty() {
        assertEquals(
                Optional.of(new Logo("image/png", "iVBORw0KGgo=")),
                sound("logo = " + PNG).logo());
        assertEquals(
                Optional.of(new Logo("image/svg+xml", "PHN2Zy8+")),
                sound("logo = data:image/svg+xml;base64,PHN2\n  Zy8+").logo());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.example.org/logo.png | is not like data:image/png;base64,… (svg+xml, png, jpeg or webp)",
                "data:text/html;base64,PHN2Zy8+ | is not like data:image/png;base64,… (svg+xml, png, jpeg or webp)",
                "data:image/jpeg;base64,iVBORw0KGgo= | is no picture of the type image/jpeg",
                "data:image/webp;base64,UklGRg== | is no picture of the type image/webp",
                "data:image/png;base64,iVBORw0KGgo=A | is not complete base64; copy it once more"
            })
    void whatIsNoPictureIsNoLogo(String logo, String why) {
        assertEquals(why, problem("logo = " + logo).why());
    }

    @Test
    void aLogoThatNoDatabaseKeepsIsRefusedAndNotRepeatedInTheLog() {
        var problem = problem("logo = " + PNG.replace("=", "A".repeat(65_000)));

        assertEquals("is longer than 65000 characters; make the picture smaller", problem.why());
        assertThat(problem.value()).hasSizeLessThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "whenClosed = message, true",
        "queue.Default_Queue.overflow = message, true",
        "whenClosed = closed, false"
    })
    void messagesAreTakenWhereAnOverflowLeadsToThem(String line, boolean isTaken) {
        assertEquals(isTaken, sound(line).takesMessages());
    }
}
