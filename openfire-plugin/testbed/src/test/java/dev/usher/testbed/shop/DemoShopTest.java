package dev.usher.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoShopTest {
    private static final String CHAT = "http://localhost:7070/usher/c/demo";
    private static final Pattern OWN_LINKS = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private DemoShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = DemoShop.open(0, CHAT);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/product", "/cart"})
    void everyPageHasThePlainChatLinkAndNoDeadOnes(String page) throws Exception {
        var answer = get(page);

        assertThat(answer.body())
                .contains("<a class=\"chat\" href=\"" + CHAT + "\" target=\"usher-chat\" rel=\"opener\" ")
                .contains(">Chat with us</a>")
                .contains("src=\"http://localhost:7070/usher/embed.js\" data-workgroup=\"demo\"")
                .doesNotContain("<script>", "style=", "${");
        for (var link = OWN_LINKS.matcher(answer.body()); link.find(); ) {
            assertThat(get(link.group(1)).statusCode()).as(link.group(1)).isEqualTo(200);
        }
    }

    @Test
    void itsScriptsAreThoseThatItsOwnHeaderNames() throws Exception {
        var answer = get("/");
        var policy = answer.headers().firstValue("content-security-policy").orElseThrow();
        var nonce = Pattern.compile("script-src 'nonce-(\\w+)'").matcher(policy);

        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(policy).contains("connect-src http://localhost:7070/usher/;");
        assertThat(answer.body().split("<script ", -1)).hasSize(3);
        assertThat(answer.body().split("<script nonce=\"" + nonce.group(1) + "\"", -1))
                .hasSize(3);
        assertThat(get("/").body()).doesNotContain(nonce.group(1));
    }

    @Test
    void itsHeadersAreAsStrictAsACarefulSites() throws Exception {
        var headers = get("/").headers();

        assertThat(headers.firstValue("content-security-policy").orElseThrow()).startsWith("default-src 'none';");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).isPresent();
    }

    @Test
    void whatItDoesNotHaveItDoesNotServe() throws Exception {
        assertThat(get("/../schema.sql").statusCode()).isEqualTo(404);
        assertThat(send(request("/").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
