package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes in without an XMPP connection, on the real server: messages, ratings, and what a website says of a visitor. */
class HandedInIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String WHEN_CLOSED = "usher.workgroup.demo.whenClosed";
    private static final String SECRET = "usher.workgroup.demo.identitySecret";
    private static final String KEY = "a secret of the shop and the switch alone";
    private static final String ON_DUTY = "<presence/><presence to='" + SmackAgent.WORKGROUP
            + "'><agent-status xmlns='http://jabber.org/protocol/workgroup'/></presence>";

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void messagesAreTakenAndVisitorsAreKnown() {
        JiveGlobals.setProperty(WHEN_CLOSED, "message");
        JiveGlobals.setProperty(SECRET, KEY);
    }

    @AfterAll
    static void asBefore() {
        JiveGlobals.deleteProperty(WHEN_CLOSED);
        JiveGlobals.deleteProperty(SECRET);
    }

    private HttpResponse<String> post(String place, String accept, String... fields) throws Exception {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        var address = URI.create("http://127.0.0.1:" + usher.config().webPort() + "/usher/c/demo/" + place);
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String join(String visit) {
        return "<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'><visit xmlns='urn:usher:visit:1'>" + visit
                + "</visit></join-queue></iq>";
    }

    private static String signed(String claims) throws Exception {
        var text = base64("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void aMessageIsReadByWhoeverComesOnDutyNextAndByNobodyAfterwards() throws Exception {
        try (var romeo = RawClient.anonymous(usher)) {
            romeo.send(join(""));
            assertThat(romeo.awaitStanza("join")).contains("<leave-message ");
        }

        var taken = post(
                "message",
                "application/json",
                "username",
                "Romeo & Co",
                "email",
                "romeo@montague.example",
                "question",
                "Where is\r\nthe balcony? \ud83d\ude00");

        assertThat(taken.statusCode() + taken.body()).isEqualTo("200{\"ok\":true}");
        try (var alice = RawClient.user(usher, "alice")) {
            alice.send(ON_DUTY);
            var message = alice.await("<message [^>]*type=\"chat\"[^>]*>(?:(?!</message>).)*<left-message ")
                    .group();
            assertThat(message)
                    .contains("Romeo &amp; Co left a message (")
                    .contains("Reply to: romeo@montague.example")
                    .contains("Where is\nthe balcony? \ud83d\ude00");
            try (var bob = RawClient.user(usher, "bob")) {
                bob.send(ON_DUTY);
                bob.await("<notify-queue-details");
                bob.send("<iq type='get' id='t' to='workgroup." + UsherServer.DOMAIN
                        + "'><transcript-search xmlns='http://jivesoftware.com/protocol/workgroup'>"
                        + "<x xmlns='jabber:x:data' type='submit'><field var='queryString'><value>BALCONY? \ud83d\ude00"
                        + "</value></field></x></transcript-search></iq>");
                assertThat(bob.awaitStanza("t")).contains("Romeo &amp; Co");
                bob.send("<iq type='get' id='after' to='" + SmackAgent.WORKGROUP
                        + "'><workgroup-form xmlns='http://jivesoftware.com/protocol/workgroup'/></iq>");
                assertThat(bob.await("^.*id=\"after\"").group()).doesNotContain("left-message");
            }
        }
    }

    @Test
    void whoHasNoScriptsReadsThatTheMessageWasTaken() throws Exception {
        var page = post(
                "message", "text/html", "username", "Romeo", "email", "r@m.example", "question", "?", "lang", "it");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"it\"", "Il messaggio è stato inviato");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        try (var alice = RawClient.user(usher, "alice")) {
            alice.send(ON_DUTY);
            alice.await("<left-message "); // so that no other test meets it
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(post("message", "application/json", "username", "Romeo").body())
                .isEqualTo("{\"error\":\"invalid\",\"field\":\"email\"}");
        assertThat(post("rating", "application/json", "token", "no.token", "score", "5")
                        .statusCode())
                .isEqualTo(404);
        var elsewhere = URI.create("http://127.0.0.1:" + usher.config().webPort() + "/usher/c/demo");
        var request =
                HttpRequest.newBuilder(elsewhere).POST(BodyPublishers.noBody()).build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void aVerifiedVisitorIsShownToTheAgentAndRatesTheVisitAfterwards() throws Exception {
        try (var alice = RawClient.user(usher, "alice");
                var romeo = RawClient.anonymous(usher)) {
            alice.send(ON_DUTY);
            alice.await("<notify-queue-details");
            long exp = Instant.now().plusSeconds(600).getEpochSecond();
            romeo.send(join("<identity>" + signed("{\"sub\":\"montague-1\",\"name\":\"Romeo\",\"exp\":" + exp + "}")
                    + "</identity>"));
            var token = romeo.await("<visit [^>]*token=\"([^\"]+)\"").group(1);

            assertThat(alice.await("<offer .*?</offer>").group())
                    .contains("<value name=\"verified\">montague-1</value>")
                    .contains("<value name=\"verifiedName\">Romeo</value>");
            romeo.send("<iq type='set' id='d' to='" + SmackAgent.WORKGROUP
                    + "'><depart-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
            romeo.awaitStanza("d");

            assertThat(post("rating", "application/json", "token", token, "score", "4", "comment", "Quick & kind")
                            .body())
                    .isEqualTo("{\"ok\":true}");
            var visit = token.substring(0, token.indexOf('.'));
            alice.send("<iq type='get' id='m' to='" + SmackAgent.WORKGROUP
                    + "'><chat-metadata xmlns='http://jivesoftware.com/protocol/workgroup'><sessionID>" + visit
                    + "</sessionID></chat-metadata></iq>");
            assertThat(alice.awaitStanza("m"))
                    .contains("<value name=\"verified\">montague-1</value>")
                    .contains("<value name=\"rating\">4</value>")
                    .contains("<value name=\"ratingComment\">Quick &amp; kind</value>");
        }
    }
}
