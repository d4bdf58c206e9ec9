package dev.usher.testbed.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser of the tests is a customer's: were it more lenient, every test of leading would be worth nothing. */
class CustomerBrowserIT {
    private static final String OPENER = """
            <p id=result></p><button>Open</button>
            <script>
              const open = () => document.querySelector('#result').textContent =
                  window.open('/opened', 'opened') === null ? 'blocked' : 'opened';
              document.querySelector('button').addEventListener('click', open);
              addEventListener('load', open);
            </script>""";

    private TargetSite site;
    private CustomerBrowser browser;

    @BeforeEach
    void open() throws Exception {
        site = TargetSite.open().page("/opener", OPENER);
        browser = CustomerBrowser.open();
    }

    @AfterEach
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void aPopUpWithoutAGestureIsBlocked() {
        browser.page().navigate(site.address("shop.test", "/opener"));

        assertThat(result(browser.page())).isEqualTo("blocked");
        assertThat(browser.pages()).hasSize(1);
        assertThat(site.requests()).noneMatch(request -> request.path().equals("/opened"));
    }

    @Test
    void aClickOpensIt() {
        browser.page().navigate(site.address("shop.test", "/opener"));

        var opened = browser.context().waitForPage(() -> browser.page().click("button"));

        assertThat(result(browser.page())).isEqualTo("opened");
        assertThat(opened.url()).endsWith("/opened");
        assertThat(site.await("/opened").host()).startsWith("shop.test:");
    }

    @Test
    void theHeadersOfTheSiteAreTheOnesThatWereAskedFor() {
        site.header("X-Frame-Options", "DENY").status("/gone", 410);

        assertThat(browser.page().navigate(site.address("other.test", "/gone")).status())
                .isEqualTo(410);
        assertThat(browser.page().navigate(site.address("other.test", "/here")).headerValue("x-frame-options"))
                .isEqualTo("DENY");
        assertThat(site.requests()).extracting(TargetSite.Request::path).contains("/gone", "/here");
    }

    private static String result(Page page) {
        page.waitForSelector("#result:not(:empty)");
        return page.textContent("#result");
    }
}
