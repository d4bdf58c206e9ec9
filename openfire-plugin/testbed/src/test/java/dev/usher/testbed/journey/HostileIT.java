package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people say is text: nothing of it runs, asks another host for anything, or breaks the page or the conversation. */
class HostileIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    /** What runs, or would, leaves a mark here: before any script of the page. */
    private static final String CANARY = """
            window.__faults = [];
            addEventListener('securitypolicyviolation',
              ({ violatedDirective, blockedURI, sample }) => __faults.push(`${violatedDirective} ${blockedURI} ${sample}`));
            addEventListener('error', ({ message }) => __faults.push(`error ${message}`));
            addEventListener('unhandledrejection', ({ reason }) => __faults.push(`rejection ${reason}`));
            """;

    private static Map<String, String> corpus() {
        var corpus = new LinkedHashMap<String, String>();
        corpus.put("a script", "<script>window.__hit=1</script>");
        corpus.put("a handler", "<img src=x onerror=\"window.__hit=1\"><svg onload=window.__hit=1>");
        corpus.put(
                "a script's address",
                "javascript:window.__hit=1 JaVaScRiPt:window.__hit=1 java\tscript:window.__hit=1");
        corpus.put("data", "data:text/html,<script>opener.__hit=1</script>");
        corpus.put(
                "a link that breaks out",
                "https://evil.test/\"onmouseover=window.__hit=1//'><script>window.__hit=1</script>");
        corpus.put(
                "turned writing",
                "\u202e\u2066moc.knab//:sptth\u2069 \u200f\u061c\u202d https://evil.test/\u202emoc.knab");
        corpus.put("another alphabet", "https://www.\u0430\u0440\u0440\u04cf\u0435.com/login");
        corpus.put("piled up marks", "Z" + "\u0301\u0316\u035c".repeat(400) + " a" + "\u20dd".repeat(300));
        corpus.put("entities", "&lt;script&gt;window.__hit=1&lt;/script&gt; &#x3c;b&#x3e; &amp;amp; &nope;");
        // Whole, with its end, it is said by the customer: Smack would send that end as it is, and is cut off for it.
        corpus.put("the beginning of a section", "<![CDATA[<script>window.__hit=1</script> <!-- --> <?xml?> ]]");
        corpus.put("a template", "{{constructor.constructor('window.__hit=1')()}} ${window.__hit=1} {who} {page}");
        corpus.put("separators", "line\u2028sep\u2029par\u0085nel\uFEFF\u00AD\u200B");
        corpus.put("one long word", "\u00c4".repeat(5_000));
        corpus.put("many lines", "x\n".repeat(3_000));
        corpus.put("a long line", "<b>".repeat(100_000));
        return corpus;
    }

    private final List<String> strange = new CopyOnWriteArrayList<>();

    private void watch(Page page) {
        page.onDialog(dialog -> {
            strange.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> strange.add("page error " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                strange.add("console " + message.text());
            }
        });
        page.onRequest(request -> {
            var url = URI.create(request.url().replaceAll("[^!-~]|[\"<>\\\\^`{|}]", "_"));
            if (!"data".equals(url.getScheme()) && !"chat.test".equals(url.getHost())) {
                strange.add("request " + url);
            }
        });
    }

    private Page open(CustomerBrowser browser) {
        var page = browser.page();
        page.addInitScript(CANARY);
        watch(page);
        page.navigate(usher.web("/usher/c/demo?lang=en"));
        Visit.startChat(page);
        return page;
    }

    /** XEP-0071. */
    private static StandardExtensionElement xhtml() {
        var image = StandardExtensionElement.builder("img", "http://www.w3.org/1999/xhtml")
                .addAttribute("src", "http://evil.test/x.png")
                .addAttribute("onerror", "window.__hit=1");
        var script = StandardExtensionElement.builder("script", "http://www.w3.org/1999/xhtml")
                .setText("window.__hit=1");
        return StandardExtensionElement.builder("html", "http://jabber.org/protocol/xhtml-im")
                .addElement(StandardExtensionElement.builder("body", "http://www.w3.org/1999/xhtml")
                        .addElement(image.build())
                        .addElement(script.build())
                        .build())
                .build();
    }

    private static void assertWhole(Page page, String what) {
        assertThat(page.evaluate("[window.__hit ?? 'nothing', ...__faults].join()"))
                .as(what)
                .isEqualTo("nothing");
        assertThat(Reflow.beside(page)).as(what).isEmpty();
        assertThat(page.isVisible("#message")).as(what).isTrue();
    }

    @Test
    void whateverIsSaidIsTextAndTheConversationGoesOn() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = open(browser);
            var watch = new Watch(browser, page);
            watch.awaitText("You are number 1 in the line");
            var room = alice.accept(alice.awaitOffer(), "<i onclick=x>Alice</i>");
            room.sendMessage("Here I am.");
            watch.awaitText("Here I am.");

            var said = new ArrayList<String>();
            for (var line : corpus().entrySet()) {
                said.add(line.getKey());
                room.sendMessage(line.getValue());
                room.sendMessage("After " + line.getKey() + ".");
                watch.awaitText("After " + line.getKey() + ".");
                assertWhole(page, line.getKey());
            }
            page.fill("#message", "<script>window.__hit=1</script> ]]> \u202e <img src=x onerror=window.__hit=1>");
            page.press("#message", "Enter");
            alice.awaitHeard("Romeo: <script>window.__hit=1</script> ]]> \u202e <img src=x onerror=window.__hit=1>");
            assertWhole(page, "one's own");
            page.setViewportSize(320, 568);
            assertWhole(page, "on a small screen");

            page.getByText("Show all").last().click();
            assertWhole(page, "unfolded");
            page.click("header button");
            watch.awaitText("The visit has ended");
            assertThat(strange).isEmpty();
            assertThat(said).hasSize(15);
        }
    }

    /** The browser's policy has a word to say to the handler, and that is all that is ever heard of it. */
    @Test
    void aBodyInHtmlIsNotEvenLookedAt() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var browser = CustomerBrowser.open()) {
            var page = open(browser);
            var watch = new Watch(browser, page);
            watch.awaitText("You are number 1 in the line");
            var room = alice.accept(alice.awaitOffer(), "Alice");
            room.sendMessage(
                    MessageBuilder.buildMessage().setBody("With a body in HTML").addExtension(xhtml()));
            watch.awaitText("With a body in HTML");
            room.sendMessage("After it.");
            watch.awaitText("After it.");
            assertThat(page.evaluate("window.__hit ?? 'nothing'")).isEqualTo("nothing");
            assertThat(page.evaluate("document.querySelectorAll('img').length")).isEqualTo(0);
            assertThat(strange).noneMatch(what -> what.startsWith("request") || what.startsWith("dialog"));
        }
    }

    /** Whatever comes to run on the page by a fault of ours finds nothing to hold on to. */
    @Test
    void aWholeVisitNeedsNoTextThatBecomesCodeAndNoneIsLetThrough() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var page = open(browser);
            var watch = new Watch(browser, page);
            watch.awaitText("You are number 1 in the line");
            var offer = alice.awaitOffer();
            var room = alice.accept(offer, "Alice");
            room.sendMessage("Here I am.");
            watch.awaitText("Here I am.");
            watch.awaitNoGesture();
            var drive = alice.drive(offer.getSessionID(), site.address("other.test", "/fine"));
            alice.awaitReport(drive, "arrived");
            room.leave();
            watch.awaitText("The visit has ended");
            assertThat(page.evaluate("__faults.join()")).isEqualTo("");
            assertThat(strange).isEmpty();

            for (var sink : List.of(
                    "document.body.innerHTML = '<b>'",
                    "new DOMParser().parseFromString('<b>', 'text/html')",
                    "document.write('<b>')",
                    "document.createElement('script').src = '/usher/assets/x.js'",
                    "new Worker('data:text/javascript,1')",
                    "trustedTypes.createPolicy('other', {})",
                    "trustedTypes.createPolicy('usher', {})")) {
                assertThat(page.evaluate(
                                "sink => { try { " + sink + "; return 'done' } catch (e) { return e.name } }", sink))
                        .as(sink)
                        .isEqualTo("TypeError");
            }
        }
    }
}
