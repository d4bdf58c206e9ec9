package dev.usher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Colour;
import dev.usher.desk.Directory;
import dev.usher.desk.EntryField;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Option;
import dev.usher.desk.EntryField.Validation;
import dev.usher.desk.EntryForm;
import dev.usher.desk.Languages;
import dev.usher.desk.Logo;
import dev.usher.desk.PageTexts;
import dev.usher.desk.Theme;
import dev.usher.routing.ServiceState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin has set, and in which language customers read it. */
class CustomerPagesTest {
    private static final String HOSTILE = "<script>alert('1')</script> & \"more\"";

    private String title = "Demo";
    private ServiceState state = ServiceState.OPEN;
    private ChatPage page = ChatPage.PLAIN;

    private final Directory directory = new Directory() {
        @Override
        public Optional<Listing> find(String name) {
            return name.equals("demo") ? Optional.of(new Listing("demo", title, state)) : Optional.empty();
        }

        @Override
        public List<Listing> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> servedBy(String user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isMonitor(String workgroup, String user) {
            throw new UnsupportedOperationException();
        }
    };
    private final WebClientServlet servlet = new WebClientServlet(
            directory,
            name -> page,
            new Submitted(),
            (address, forwarded) -> address,
            () -> List.of("https://files.example.org:7443"),
            "example.org",
            "workgroup.example.org",
            Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC));

    private Exchange get(String path, String... headers) {
        return Exchange.get(servlet, path, headers);
    }

    private static ChatPage withTexts(Map<String, PageTexts> texts, boolean takesMessages) {
        return new ChatPage(Map.of(), texts, List.of(), Theme.PLAIN, Optional.empty(), takesMessages);
    }

    private static ChatPage withTheme(Theme theme, Optional<Logo> logo) {
        return new ChatPage(Map.of(), ChatPage.PLAIN.texts(), List.of(), theme, logo, false);
    }

    @Test
    void theConfigurationHasEverythingThatIsSet() {
        var fields = List.of(
                EntryField.username(),
                new EntryField(
                        "topic",
                        Kind.LIST_SINGLE,
                        "What is it about?",
                        "Choose one.",
                        true,
                        List.of("r"),
                        List.of(new Option("Repair", "r")),
                        Optional.empty()),
                new EntryField(
                        "size",
                        Kind.TEXT_SINGLE,
                        "Size",
                        "",
                        false,
                        List.of(),
                        List.of(),
                        Optional.of(new Validation("xs:integer", "1", "9", ""))));
        var texts = new PageTexts("Hello", "Closed", "Private", "https://www.example.org/privacy", "I agree");
        page = new ChatPage(
                Map.of("", new EntryForm("Tell us", "In short", fields)),
                Map.of("", PageTexts.NONE, "de", texts),
                List.of("https://shop.example"),
                Theme.PLAIN,
                Optional.of(new Logo("image/png", "iVBORw0K")),
                true);
        state = ServiceState.FULL;

        assertThat(get("/c/demo/config.json?lang=de").text()).endsWith("""
                        "state":"full","messages":true,"form":{"title":"Tell us","instructions":"In short","fields":[\
                        {"var":"username","type":"text-single","label":"Ihr Name","desc":null,"required":true,\
                        "values":[],"options":[],"validate":null},\
                        {"var":"topic","type":"list-single","label":"What is it about?","desc":"Choose one.",\
                        "required":true,"values":["r"],"options":[{"label":"Repair","value":"r"}],"validate":null},\
                        {"var":"size","type":"text-single","label":"Size","desc":null,"required":false,"values":[],\
                        "options":[],"validate":{"datatype":"xs:integer","min":"1","max":"9","regex":null}}]},\
                        "texts":{"welcome":"Hello","closed":"Closed","privacy":"Private",\
                        "privacyLink":"https://www.example.org/privacy","consent":"I agree"},\
                        "logo":"/usher/c/demo/logo","sites":["https://shop.example"]}""");
        assertThat(get("/c/demo/config.json?lang=fr").text()).contains("\"welcome\":null", "\"label\":\"Votre nom\"");
    }

    @Test
    void anybodyMaySeeWhetherItIsOpen() {
        var open = get("/c/demo/state.json");
        assertEquals("{\"state\":\"open\",\"title\":\"Demo\"}", open.text());
        assertEquals("*", open.header("Access-Control-Allow-Origin"));
        assertEquals("public, max-age=5", open.header("Cache-Control"));
        assertEquals("application/json", open.header("Content-Type"));

        state = ServiceState.CLOSED;
        assertEquals(
                "{\"state\":\"closed\",\"title\":\"Demo\"}",
                get("/c/demo/state.json").text());
        assertNull(get("/c/demo/config.json").header("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/c/demo         | de                            | de | ltr",
                "/c/demo?lang=ar | de                            | ar | rtl",
                "/c/demo?lang=pt-BR | de                         | pt | ltr",
                "/c/demo?lang=sv | de-AT, en;q=0.5               | de | ltr",
                "/c/demo?lang=\"><script> |                      | en | ltr",
                "/c/demo         | sv, fr;q=0.2, ja;q=0.8, en;q=0 | ja | ltr",
                "/c/demo         | sv, *                         | en | ltr",
                "/c/demo         | fr;q=NaN, ;;,=,it;q=1.000     | it | ltr",
                "/c/demo         |                               | en | ltr",
                "/hop            | zh-Hans-CN                    | zh | ltr",
                "/hop?lang=es    | zh-Hans-CN                    | es | ltr",
                "/c/unknown?lang=ar | de                         | ar | rtl"
            })
    void aPageIsInTheLanguageOfTheLinkThenOfTheBrowser(String path, String accepted, String lang, String dir) {
        var answer = accepted == null ? get(path) : get(path, "Accept-Language", accepted);

        assertThat(answer.text()).startsWith("<!doctype html>\n<html lang=\"" + lang + "\" dir=\"" + dir + "\">");
        assertThat(answer.header("Vary")).startsWith("Accept-Encoding, Accept-Language");
    }

    static List<String> languages() {
        return Languages.TAGS;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameSentencesAndNoPageHasAnEmptyPlace(String language) {
        assertEquals(
                Words.wanted("en", null).keys(), Words.wanted(language, null).keys());
        assertEquals(language, Words.wanted(language, null).language());
        for (var path : List.of("/c/demo", "/c/unknown", "/hop")) {
            for (var isTaken : new boolean[] {true, false}) {
                page = withTexts(Map.of("", PageTexts.NONE), isTaken);
                assertThat(get(path + "?lang=" + language).text())
                        .doesNotContain("{{", "}}", "<!-- withoutScripts", "<h1></h1>", "<p></p>");
            }
        }
        assertThat(get("/c/demo?lang=" + language, "Sec-Fetch-Dest", "iframe").text())
                .doesNotContain("{{", "}}", "<!-- chatLink", "<p></p>");
    }

    @Test
    void withoutScriptsThePageIsAFormWhereMessagesAreTaken() {
        page = withTexts(Map.of("", PageTexts.NONE), true);

        assertThat(get("/c/demo?lang=de").text())
                .contains(
                        "<noscript><main class=\"plain\"><h1>Demo</h1><p>Dieser Chat braucht JavaScript",
                        "<form method=\"post\" action=\"/usher/c/demo/message\">",
                        "<input type=\"hidden\" name=\"lang\" value=\"de\" />",
                        "<label for=\"username\">Ihr Name</label><input id=\"username\" name=\"username\"",
                        "<label for=\"email\">Ihre E-Mail-Adresse</label><input id=\"email\" name=\"email\" type=\"email\"",
                        "<label for=\"question\">Ihre Nachricht</label><textarea id=\"question\" name=\"question\"",
                        "Nachricht senden</button>");
    }

    @Test
    void withoutScriptsAndMessagesThePageSaysHowElseToBeHeard() {
        assertThat(get("/c/demo").text())
                .contains("This chat needs JavaScript", "You can also reach the website’s owner in another way.")
                .doesNotContain("<form");

        page = withTexts(Map.of("", new PageTexts("", "Call 0800 123.", "", "", "")), false);
        assertThat(get("/c/demo").text())
                .contains("<p class=\"closed-text\">Call 0800 123.</p>")
                .doesNotContain("<form", "in another way");
    }

    @Test
    void whatAnAdminWroteIsTextAndNothingElse() {
        title = HOSTILE + "{{lang}}";
        page = withTexts(Map.of("", new PageTexts("", HOSTILE, "", "", "")), false);

        assertThat(get("/c/demo").text())
                .contains(
                        "<title>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;{{lang}}</title>")
                .doesNotContain("<script>");
    }

    @Test
    void aThemeComesAfterTheColoursOfThePageAndOnlyIfThereIsOne() {
        assertThat(get("/c/demo").text()).doesNotContain("theme.css");
        assertEquals("", get("/c/demo/theme.css").text());

        page = withTheme(
                new Theme(
                        Map.of("ink", new Colour(1, 2, 3), "accent", new Colour(255, 0, 128)),
                        Map.of("ground", new Colour(0, 0, 0))),
                Optional.empty());

        assertThat(get("/c/demo").text())
                .contains("<link rel=\"stylesheet\" href=\"/usher/c/demo/theme.css\" /></head>");
        var theme = get("/c/demo/theme.css");
        assertEquals("text/css;charset=utf-8", theme.header("Content-Type"));
        assertEquals("no-cache", theme.header("Cache-Control"));
        assertEquals("""
                @media (prefers-color-scheme:light){:root{--ink:#010203;--accent:#ff0080}}
                @media (prefers-color-scheme:dark){:root{--ground:#000000}}
                """, theme.text());
        var again = get("/c/demo/theme.css", "If-None-Match", theme.header("ETag"));
        assertEquals(304, again.status());
        assertEquals("", again.text());
    }

    @Test
    void aLogoIsAPictureAndNoDocument() {
        page = withTheme(Theme.PLAIN, Optional.of(new Logo("image/svg+xml", "PHN2Zy8+")));

        var logo = get("/c/demo/logo");

        assertEquals(200, logo.status());
        assertEquals("<svg/>", logo.text());
        assertEquals("image/svg+xml", logo.header("Content-Type"));
        assertEquals("default-src 'none'; style-src 'unsafe-inline'; sandbox", logo.header("Content-Security-Policy"));
        assertEquals("nosniff", logo.header("X-Content-Type-Options"));
        page = ChatPage.PLAIN;
        assertEquals(404, get("/c/demo/logo").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "frame", "embed", "object", "fencedframe"})
    void inAFrameThereIsALinkInThePlaceOfTheChat(String destination) {
        var framed = get("/c/demo?lang=fr", "Sec-Fetch-Dest", destination);

        assertEquals(200, framed.status());
        assertThat(framed.text())
                .contains(
                        "Pour votre sécurité, ce chat s’ouvre dans sa propre fenêtre.",
                        "<a class=\"button\" href=\"/usher/c/demo?lang=fr\" target=\"_blank\" rel=\"noopener\">Ouvrir le chat</a>")
                .doesNotContain("<script");
        assertEquals(
                "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
                framed.header("Content-Security-Policy"));
        assertEquals("Accept-Encoding, Accept-Language, Sec-Fetch-Dest", framed.header("Vary"));
    }

    @Test
    void aWindowOfItsOwnIsTheChat() {
        var own = get("/c/demo", "Sec-Fetch-Dest", "document");

        assertThat(own.text()).contains("<script");
        assertThat(own.header("Content-Security-Policy"))
                .contains("connect-src 'self' https://files.example.org:7443;")
                .endsWith("frame-ancestors 'none'");
        assertEquals("Accept-Encoding, Accept-Language, Sec-Fetch-Dest", own.header("Vary"));
    }
}
