package dev.usher.drive;

import static dev.usher.drive.UrlRefusal.CREDENTIALS;
import static dev.usher.drive.UrlRefusal.HOST;
import static dev.usher.drive.UrlRefusal.MALFORMED;
import static dev.usher.drive.UrlRefusal.OWN_ORIGIN;
import static dev.usher.drive.UrlRefusal.SCHEME;
import static dev.usher.drive.UrlRefusal.TOO_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.usher.drive.DrivePolicy.Verdict;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a browser may be led: every trick that is known to us, and the addresses that people really use. */
class DrivePolicyTest {
    private final DrivePolicy policy = new DrivePolicy(Set.of(
            "https://chat.example:443", "http://chat.example:7070", "http://127.0.0.1:7070", "http://[::1]:7070"));

    static Stream<Arguments> refused() {
        return Stream.of(
                // Another scheme, however it is dressed up.
                arguments("javascript:alert(1)", SCHEME),
                arguments("JaVaScRiPt:alert(1)", SCHEME),
                arguments("   javascript:alert(1)", SCHEME),
                arguments("\u0001\u001fjavascript:alert(1)", SCHEME),
                arguments("\u00a0javascript:alert(1)", SCHEME),
                arguments("\u2028javascript:alert(1)", SCHEME),
                arguments("java\nscript:alert(1)", SCHEME),
                arguments("java\tscript\r\n:alert(1)", SCHEME),
                arguments("javascript://shop.example/%0aalert(1)", SCHEME),
                arguments("data:text/html,<script>alert(1)</script>", SCHEME),
                arguments("data:,hello", SCHEME),
                arguments("blob:https://chat.example/1b2c", SCHEME),
                arguments("file:///etc/passwd", SCHEME),
                arguments("about:blank", SCHEME),
                arguments("about:srcdoc", SCHEME),
                arguments("mailto:romeo@example.org", SCHEME),
                arguments("tel:+123", SCHEME),
                arguments("view-source:https://shop.example/", SCHEME),
                arguments("ftp://shop.example/", SCHEME),
                arguments("ws://shop.example/", SCHEME),
                arguments("httpx://shop.example/", SCHEME),
                arguments("xhttps://shop.example/", SCHEME),
                // No complete address, or one that a browser would have to repair.
                arguments("", MALFORMED),
                arguments(" ", MALFORMED),
                arguments("shop.example", MALFORMED),
                arguments("/cart", MALFORMED),
                arguments("//shop.example/", MALFORMED),
                arguments("\\\\shop.example/", MALFORMED),
                arguments("https:shop.example", MALFORMED),
                arguments("https:/shop.example/", MALFORMED),
                arguments("http:///x", MALFORMED),
                arguments("https://", MALFORMED),
                arguments("https:\\\\shop.example\\a", MALFORMED),
                arguments("https://shop.example\\@evil.example/", MALFORMED),
                arguments(" https://shop.example/", MALFORMED),
                arguments("https://shop.example/a b", MALFORMED),
                arguments("https://shop.example/\n", MALFORMED),
                arguments("https://[::1/", MALFORMED),
                arguments("https://shop.example/\ud800", MALFORMED),
                // A name in front of the host, to make it look like another.
                arguments("https://romeo@shop.example/", CREDENTIALS),
                arguments("https://romeo:secret@shop.example/", CREDENTIALS),
                arguments("https://:secret@shop.example/", CREDENTIALS),
                arguments("https://@shop.example/", CREDENTIALS),
                arguments("https://www.bank.example@evil/", CREDENTIALS),
                arguments("https://www.bank.example:443@evil.example:80/", CREDENTIALS),
                // Hosts that two readers could read in two ways.
                arguments("http://2130706433/", HOST),
                arguments("http://0/", HOST),
                arguments("http://0x/", HOST),
                arguments("http://017700000001/", HOST),
                arguments("http://127.1/", HOST),
                arguments("http://0x7f.1/", HOST),
                arguments("http://0x7f000001/", HOST),
                arguments("http://1.2.3.4.5/", HOST),
                arguments("http://1.2.3.256/", HOST),
                arguments("http://0177.0.0.1:7070/", HOST),
                arguments("http://127.0.0.01:7070/", HOST),
                arguments("http://127.0.0.1.:7070/", HOST),
                arguments("https://my_shop.example/", HOST),
                arguments("https://-shop.example/", HOST),
                arguments("https://shop..example/", HOST),
                arguments("https://shop.example../", HOST),
                arguments("https://a%2eexample/", HOST),
                arguments("https://%2eexample/", HOST),
                arguments("https://stra\u00dfe.example/", HOST),
                arguments("https://\u03bb\u03cc\u03b3\u03bf\u03c2.example/", HOST),
                arguments("https://a\u200db.example/", HOST),
                arguments("https://\u0430\u0440\u0440\u04cf\u0435.example/", HOST), // a letter younger than IDNA 2003
                arguments("https://evil.example\uff0fshop.example/", HOST),
                arguments("https://a\u2100b.example/", HOST),
                arguments("https://[::1%25eth0]/", HOST),
                arguments("https://" + "a".repeat(64) + ".example/", HOST),
                arguments("https://shop.example:0/", HOST),
                arguments("https://shop.example:70000/", HOST),
                arguments("https://shop.example:-1/", HOST),
                arguments("https://shop.example:+80/", HOST),
                arguments("https://shop.example:\uff18\uff10/", HOST),
                arguments("https://shop.example:4294967376/", HOST),
                arguments("https://shop.example:80:80/", HOST),
                // The chat itself.
                arguments("https://chat.example/usher/c/demo", OWN_ORIGIN),
                arguments("https://chat.example:443/", OWN_ORIGIN),
                arguments("https://chat.example:/", OWN_ORIGIN),
                arguments("HTTPS://CHAT.Example/", OWN_ORIGIN),
                arguments("https://chat.example./", OWN_ORIGIN),
                arguments("https://\uff23hat.example/", OWN_ORIGIN),
                arguments("http://chat.example:7070/", OWN_ORIGIN),
                arguments("http://chat.example:07070/", OWN_ORIGIN),
                arguments("http://127.0.0.1:7070/", OWN_ORIGIN),
                arguments("http://[::1]:7070/", OWN_ORIGIN),
                // Longer than anybody's address line.
                arguments("https://shop.example/" + "a".repeat(9 * 1024), TOO_LONG),
                arguments("javascript:" + "a".repeat(9 * 1024), TOO_LONG),
                arguments("https://shop.example/" + "\u00fc".repeat(3_000), TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String url, UrlRefusal why) {
        assertEquals(new Verdict.Refused(why), policy.judge(url));
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                arguments("https://shop.example/cart?step=2#a", "https://shop.example/cart?step=2#a"),
                // As browsers show addresses, and as people copy them.
                arguments("https://shop.example/%", "https://shop.example/%25"),
                arguments("https://shop.example/%4", "https://shop.example/%254"),
                arguments("https://shop.example/%0A", "https://shop.example/%0A"),
                arguments("https://shop.example/\"a\"~", "https://shop.example/%22a%22~"),
                arguments("https://shop.example/?off=100%zz", "https://shop.example/?off=100%25zz"),
                arguments("https://shop.example/a|b?c={d}", "https://shop.example/a%7Cb?c=%7Bd%7D"),
                arguments("https://shop.example/a[1]?b[]=2", "https://shop.example/a%5B1%5D?b[]=2"),
                arguments("https://shop.example/a\\b", "https://shop.example/a%5Cb"),
                arguments("https://shop.example/e\u0301", "https://shop.example/e%CC%81"),
                arguments("http://shop.example", "http://shop.example/"),
                arguments("https://shop.example?step=2", "https://shop.example/?step=2"),
                arguments("https://shop.example#a", "https://shop.example/#a"),
                arguments("HTTPS://Shop.Example/A", "https://shop.example/A"),
                arguments("https://shop.example:8443/", "https://shop.example:8443/"),
                arguments("https://shop.example:65535/", "https://shop.example:65535/"),
                arguments("https://shop.example:/a", "https://shop.example/a"),
                arguments("https://shop.example./", "https://shop.example./"),
                arguments("http://192.168.0.10/", "http://192.168.0.10/"),
                arguments("http://4you.example/", "http://4you.example/"),
                arguments("http://0x7f.example/", "http://0x7f.example/"),
                arguments("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81/"),
                arguments("http://[2001:DB8::A]/", "http://[2001:db8::a]/"),
                arguments("http://localhost:8080/", "http://localhost:8080/"),
                arguments("https://b\u00fccher.example/stra\u00dfe", "https://xn--bcher-kva.example/stra%C3%9Fe"),
                arguments("https://\u0430\u0440\u0440\u0435.example/", "https://xn--80ak6aa.example/"),
                arguments("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
                arguments("https://shop.example/a%20b%2Fc", "https://shop.example/a%20b%2Fc"),
                arguments("https://shop.example/\u65e5?q=\u672c", "https://shop.example/%E6%97%A5?q=%E6%9C%AC"),
                arguments("https://shop.example/\ud83d\ude00", "https://shop.example/%F0%9F%98%80"),
                arguments("https://shop.example/?a[]=1", "https://shop.example/?a[]=1"),
                arguments("https://shop.example/@romeo", "https://shop.example/@romeo"),
                arguments(
                        "https://shop.example/?next=javascript:alert(1)",
                        "https://shop.example/?next=javascript:alert(1)"),
                // Another port or scheme of the chat's host is another origin.
                arguments("http://chat.example/", "http://chat.example/"),
                arguments("https://chat.example:7070/", "https://chat.example:7070/"),
                arguments("https://chat.example.evil.example/", "https://chat.example.evil.example/"));
    }

    @ParameterizedTest
    @MethodSource
    void allowed(String url, String driven) {
        assertEquals(new Verdict.Allowed(driven), policy.judge(url));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsDrivenToIsItselfAllowed(String url, String driven) {
        assertEquals(new Verdict.Allowed(driven), policy.judge(driven));
        assertTrue(driven.chars().allMatch(c -> c > ' ' && c < 127), driven);
    }

    @Test
    void theLongestAddressIsAllowedAndOneMoreIsNot() {
        var longest = "https://shop.example/" + "a".repeat(DrivePolicy.MAX_LENGTH - "https://shop.example/".length());

        assertEquals(new Verdict.Allowed(longest), policy.judge(longest));
        assertEquals(new Verdict.Refused(TOO_LONG), policy.judge(longest + "a"));
    }
}
