package dev.usher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;
import dev.usher.desk.Submissions.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and ratings as browsers send them: what is taken, and what the answer says to programs and to people. */
class PostedFormsTest {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final String MESSAGE =
            "username=Juliet+Capulet&email=juliet%40capulet.example&question=What%27s+in+a+name%3F";

    private final Submitted submitted = new Submitted();
    private final WebClientServlet servlet = new WebClientServlet(
            new Nowhere(),
            name -> ChatPage.PLAIN,
            submitted,
            (address, forwarded) -> address + " for " + forwarded,
            List::of,
            "example.org",
            "workgroup.example.org",
            Clock.systemUTC());

    /** What is handed in is not looked up there: the desk knows. */
    private static final class Nowhere implements Directory {
        @Override
        public Optional<Listing> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<Listing> all() {
            return List.of();
        }

        @Override
        public List<String> servedBy(String user) {
            return List.of();
        }

        @Override
        public boolean isMonitor(String workgroup, String user) {
            return false;
        }
    }

    private Exchange send(String place, String body) {
        return Exchange.post(servlet, place, TYPE, body, "Accept", "application/json");
    }

    private static String field(String name, String text) {
        return name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String message(String name, String email, String question) {
        return field("username", name) + "&" + field("email", email) + "&" + field("question", question);
    }

    private static String answer(Exchange exchange) {
        return exchange.status() + " " + exchange.text();
    }

    @Test
    void aMessageIsHandedInAsItWasWritten() {
        assertEquals("200 {\"ok\":true}", answer(send("/c/demo/message", MESSAGE)));

        assertEquals(
                List.of("demo {username=[Juliet Capulet], email=[juliet@capulet.example],"
                        + " question=[What's in a name?]} from 192.0.2.7 for "),
                submitted.all);
    }

    @ParameterizedTest
    @CsvSource({"NOT_TAKEN,404,not-taken", "TOO_MANY,429,too-many", "LATER,503,later"})
    void whatIsNotTakenIsSaid(Answer given, int status, String word) {
        submitted.answer = given;

        assertEquals(status + " {\"error\":\"" + word + "\"}", answer(send("/c/demo/message", MESSAGE)));
        assertEquals(status + " {\"error\":\"" + word + "\"}", answer(send("/c/demo/rating", "token=v.s&score=5")));
    }

    @Test
    void whatIsMissingOrTooLongIsNamed() {
        var name = "n".repeat(200);
        var email = "e".repeat(318) + "@x";
        var text = "\ud83d\ude00".repeat(2_000);

        assertEquals("200 {\"ok\":true}", answer(send("/c/demo/message", message(name, email, text))));
        for (var bad : List.of("", " ", name + "n")) {
            assertEquals(
                    "400 {\"error\":\"invalid\",\"field\":\"username\"}",
                    answer(send("/c/demo/message", message(bad, email, text))));
        }
        for (var bad : List.of("", "juliet", "@", "juliet@", "a b@c", "<a@b>", "e" + email)) {
            assertEquals(
                    "400 {\"error\":\"invalid\",\"field\":\"email\"}",
                    answer(send("/c/demo/message", message(name, bad, text))));
        }
        for (var bad : List.of("", "\n", text + "!")) {
            assertEquals(
                    "400 {\"error\":\"invalid\",\"field\":\"question\"}",
                    answer(send("/c/demo/message", message(name, email, bad))));
        }
        assertEquals(1, submitted.all.size());
    }

    @Test
    void aNameIsOneLineAndNothingIsInItThatXmlCannotSay() {
        send(
                "/c/demo/message",
                message("Juliet\r\nBcc: all@example.org", "j@c.example", "One\r\ntwo\u0000\u001b\uffff"));

        assertThat(submitted.all)
                .singleElement()
                .asString()
                .startsWith("demo {username=[Juliet Bcc: all@example.org], email=[j@c.example], question=[One\ntwo]}");
    }

    @Test
    void onlyAFormIsRead() {
        assertEquals(
                415,
                Exchange.post(servlet, "/c/demo/message", "application/json", "{}")
                        .status());
        assertEquals(
                415, Exchange.post(servlet, "/c/demo/message", null, MESSAGE).status());
        assertEquals(400, send("/c/demo/message", MESSAGE + "%4").status());
        assertEquals(
                413,
                send("/c/demo/message", MESSAGE + "&x=" + "x".repeat(PostedForm.MOST_BYTES))
                        .status());
        assertThat(submitted.all).isEmpty();

        assertEquals(
                200,
                Exchange.post(servlet, "/c/demo/message", "Application/x-www-form-urlencoded; charset=UTF-8", MESSAGE)
                        .status());
    }

    @Test
    void everyLineThatProxiesWroteIsHeard() {
        Exchange.post(servlet, "/c/demo/message", TYPE, MESSAGE, "X-Forwarded-For", "203.0.113.9\n198.51.100.4");

        assertThat(submitted.all).singleElement().asString().endsWith("for 203.0.113.9,198.51.100.4");
    }

    @Test
    void aRatingIsAScoreAndPerhapsAComment() {
        assertEquals("200 {\"ok\":true}", answer(send("/c/demo/rating", "token=v.s&score=4")));
        assertEquals("200 {\"ok\":true}", answer(send("/c/demo/rating", "token=v.s&score=1&comment=Sad+%26+long")));

        assertEquals(List.of("demo v.s 4 ", "demo v.s 1 Sad & long"), submitted.all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=v.s|score", "token=v.s&score=0|score", "token=v.s&score=6|score", "score=5|token"})
    void aRatingThatIsNoneIsNamed(String line) {
        var parts = line.split("\\|");

        assertEquals(
                "400 {\"error\":\"invalid\",\"field\":\"" + parts[1] + "\"}", answer(send("/c/demo/rating", parts[0])));
    }

    @Test
    void aCommentThatIsTooLongIsNotCut() {
        var long1001 = "token=v.s&score=5&comment=" + "x".repeat(1_001);

        assertEquals("400 {\"error\":\"invalid\",\"field\":\"comment\"}", answer(send("/c/demo/rating", long1001)));
    }

    @Test
    void whoHasNoScriptsReadsAPageInTheirLanguage() {
        var page = Exchange.post(servlet, "/c/demo/message", TYPE, MESSAGE + "&lang=de");

        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'none'");
        assertThat(page.text())
                .contains("<html lang=\"de\" dir=\"ltr\">")
                .contains("<h1>Ihre Nachricht wurde gesendet</h1>")
                .contains("href=\"/usher/c/demo?lang=de\">Zum Chat</a>");
    }

    @Test
    void whoHasNoScriptsReadsWhatToDo() {
        var incomplete = Exchange.post(servlet, "/c/demo/message", TYPE, "lang=ar", "Accept", "text/html,*/*");
        submitted.answer = Answer.NOT_TAKEN;
        var nowhere = Exchange.post(servlet, "/c/%3Cb%3E/message", TYPE, MESSAGE, "Accept-Language", "fr");

        assertEquals(400, incomplete.status());
        assertThat(incomplete.text()).contains("dir=\"rtl\"", "لم يتم إرسال رسالتك");
        assertEquals(404, nowhere.status());
        assertThat(nowhere.text()).contains("lang=\"fr\"").doesNotContain("<a ");
    }

    @Test
    void nothingElseIsSentThere() {
        assertEquals(405, Exchange.of(servlet, "POST", "/c/demo").status());
        assertEquals(405, Exchange.of(servlet, "POST", "/c/demo/message/more").status());
        assertEquals(404, Exchange.get(servlet, "/c/demo/message").status());
        var put = Exchange.of(servlet, "PUT", "/c/demo/message");
        assertEquals("405 POST", put.status() + " " + put.header("Allow"));
    }
}
