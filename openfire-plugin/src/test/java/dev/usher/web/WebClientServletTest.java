package dev.usher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;
import dev.usher.routing.ServiceState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers' browsers get, and what they must not do with it. */
class WebClientServletTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T10:00:00.123456Z"), ZoneOffset.UTC);
    private static final String HOSTILE = "\"quoted\" \\ </script><!-- \u2028 \u00fc \ud83d\ude00 \t";

    private ChatPage page = ChatPage.PLAIN;
    private final WebClientServlet servlet = new WebClientServlet(
            directory("Demo"),
            name -> page,
            new Submitted(),
            (address, forwarded) -> address,
            List::of,
            "example.org",
            "workgroup.example.org",
            CLOCK);

    private static Directory directory(String title) {
        return new Directory() {
            @Override
            public Optional<Listing> find(String name) {
                return all().stream()
                        .filter(listing -> listing.name().equals(name))
                        .findFirst();
            }

            @Override
            public List<Listing> all() {
                return List.of(new Listing("demo", title, ServiceState.OPEN));
            }

            @Override
            public boolean isMonitor(String workgroup, String user) {
                return false;
            }

            @Override
            public List<String> servedBy(String user) {
                return List.of();
            }
        };
    }

    private Exchange get(String path, String... headers) {
        return Exchange.get(servlet, path, headers);
    }

    /** The first script that the chat page loads, as the path that the servlet sees. */
    private String script() {
        var found = Pattern.compile("/usher(/assets/[^\"]+\\.js)")
                .matcher(get("/c/demo").text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aLinkToAWorkgroupIsItsChatPage() {
        var page = get("/c/demo");

        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertThat(page.text()).startsWith("<!doctype html>").contains("/usher/assets/");
    }

    @ParameterizedTest
    @CsvSource({"/frame", "/hop"})
    void theOtherPagesAreThere(String path) {
        var page = get(path);

        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("no-cache", page.header("Cache-Control"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "/",
                "/c/",
                "/c/unknown",
                "/c/unknown/config.json",
                "/c/config.json",
                "/c//config.json",
                "/c/demo/",
                "/c/demo/chat.html",
                "/c/demo/config.json/",
                "/c/demo/logo",
                "/c/demo/theme.css/x",
                "/c/../frame",
                "/chat.html",
                "/hop.html",
                "/favicon.ico",
                "/config.json"
            })
    void whatIsNotThereIsASentence(String path) {
        var page = get(path);

        assertEquals(404, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertThat(page.text()).contains("<h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/unknown.js",
                "/assets/../chat.html",
                "/assets/..%2fchat.html",
                "/assets/%2e%2e/chat.html",
                "/assets/../../dev/usher/web/WebClientServlet.class",
                "/assets/..\\chat.html",
                "/assets//etc/passwd",
                "/assets/./chat.html",
                "/assets/.hidden.js",
                "/assets/chat",
                "/assets/chat.map",
                "/assets/a/b.js",
                "/assets/\u0000.js"
            })
    void nothingButAssetsIsFoundAmongTheAssets(String path) {
        var answer = get(path);

        assertEquals(404, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void anAssetIsKeptForAYear() {
        var script = get(script());

        assertEquals(200, script.status());
        assertEquals("text/javascript;charset=utf-8", script.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", script.header("Cache-Control"));
        assertThat(script.bytes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/embed.js, text/javascript;charset=utf-8", "/embed.d.ts, text/plain;charset=utf-8"})
    void anyWebsiteMayUseTheScriptAndHasANewOneWithinTheHour(String path, String type) {
        var script = get(path, "Accept-Encoding", "gzip");

        assertEquals(200, script.status());
        assertEquals(type, script.header("Content-Type"));
        assertEquals("*", script.header("Access-Control-Allow-Origin"));
        assertEquals("cross-origin", script.header("Cross-Origin-Resource-Policy"));
        assertEquals("public, max-age=3600, must-revalidate", script.header("Cache-Control"));
        assertThat(script.unzipped()).isEqualTo(get(path).text()).contains("Usher");
    }

    @Test
    void aScriptThatHasNotChangedIsNotSentAgain() {
        var tag = get("/embed.js").header("ETag");

        var again = get("/embed.js", "If-None-Match", tag);
        assertEquals(304, again.status());
        assertEquals(tag, again.header("ETag"));
        assertThat(again.bytes()).isEmpty();
        assertEquals(200, get("/embed.js", "If-None-Match", "W/\"another\"").status());
    }

    @Test
    void noOtherPageIsForOtherOrigins() {
        for (var path : new String[] {"/c/demo", "/frame", "/hop", script()}) {
            assertNull(get(path).header("Access-Control-Allow-Origin"), path);
        }
    }

    @Test
    void whoTakesGzipGetsIt() {
        var plain = get(script());
        var zipped = get(script(), "Accept-Encoding", "br, gzip;q=0.8");

        assertNull(plain.header("Content-Encoding"));
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertEquals("Accept-Encoding", plain.header("Vary"));
        assertEquals("Accept-Encoding", zipped.header("Vary"));
        assertEquals(plain.text(), zipped.unzipped());
        assertEquals(Integer.toString(zipped.bytes().length), zipped.header("Content-Length"));
        assertEquals(Integer.toString(plain.bytes().length), plain.header("Content-Length"));
    }

    @Test
    void whoTakesNoGzipGetsNone() {
        assertNull(get(script(), "Accept-Encoding", "br").header("Content-Encoding"));
    }

    @Test
    void theConfigurationIsWhatTheContractSays() {
        var config = get("/c/demo/config.json");

        assertEquals(200, config.status());
        assertEquals("application/json", config.header("Content-Type"));
        assertEquals("no-store", config.header("Cache-Control"));
        assertEquals(
                "{\"domain\":\"example.org\",\"workgroup\":\"demo@workgroup.example.org\",\"title\":\"Demo\","
                        + "\"websocket\":\"/ws/\",\"bosh\":\"/http-bind/\",\"now\":\"2026-01-01T10:00:00.123Z\",\"state\":\"open\","
                        + "\"messages\":false,\"form\":null,\"texts\":{\"welcome\":null,\"closed\":null,"
                        + "\"privacy\":null,\"privacyLink\":null,\"consent\":null},\"logo\":null,\"sites\":[]}",
                config.text());
    }

    @Test
    void aHostileTitleStaysInsideItsQuotes() {
        var hostile = new WebClientServlet(
                directory(HOSTILE),
                name -> page,
                new Submitted(),
                (address, forwarded) -> address,
                List::of,
                "example.org",
                "workgroup.example.org",
                CLOCK);

        assertThat(Exchange.get(hostile, "/c/demo/config.json").text())
                .contains(
                        "\"title\":\"\\u0022quoted\\u0022 \\u005c \\u003c/script>\\u003c!-- \\u2028 \\u00fc \\ud83d\\ude00 \\u0009\",")
                .matches("[ -~]*")
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource({
        "/c/demo, self, none",
        "/c/unknown, none, none",
        "/c/demo/config.json, none, none",
        "/c/demo/state.json, none, none",
        "/c/demo/theme.css, none, none",
        "/hop, none, none",
        "/assets/x.js, none, none",
        "/frame, none, self"
    })
    void everyAnswerCarriesThePolicyAndOnlyTheDriverFrameMayBeFramed(String path, String action, String ancestors) {
        var answer = get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("base-uri 'none'", "form-action '" + action + "'")
                .doesNotContain("unsafe")
                .endsWith("; frame-ancestors '" + ancestors + "'");
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("camera=(), microphone=(), geolocation=()", answer.header("Permissions-Policy"));
        // It would cost the chat page its handle to the guided window.
        assertNull(answer.header("Cross-Origin-Opener-Policy"));
    }

    @Test
    void theSameFileIsTheSameEachTime() {
        assertArrayEquals(get("/frame").bytes(), get("/frame").bytes());
    }

    @Test
    void whoAsksForTheHeadGetsNoBody() {
        var head = Exchange.of(servlet, "HEAD", "/c/demo");

        assertEquals(200, head.status());
        assertEquals(get("/c/demo").header("Content-Length"), head.header("Content-Length"));
        assertEquals(0, head.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "OPTIONS"})
    void nothingIsEverWritten(String method) {
        assertEquals(405, Exchange.of(servlet, method, "/c/demo").status());
    }
}
