package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jivesoftware.util.JiveGlobals;

/**
 * A website of somebody else's with the script for websites, under a policy that allows nothing but what is said to be
 * needed. What the script tells the page stands on it, line by line.
 */
final class Website implements AutoCloseable {
    private static final String SITES = "usher.workgroup.demo.sites";
    private static final List<String> EVENTS = List.of(
            "ready",
            "opened",
            "closed",
            "queued",
            "position",
            "agentJoined",
            "chatStarted",
            "chatEnded",
            "message",
            "unread",
            "connectionLost",
            "connectionRestored",
            "error",
            "navigating",
            "navigated",
            "controlLost",
            "needsClick");

    private final UsherServer usher;
    private final TargetSite site;

    private Website(UsherServer usher, TargetSite site) {
        this.usher = usher;
        this.site = site;
    }

    static Website open(UsherServer usher) throws IOException {
        var chat = usher.web("/usher/");
        var site = TargetSite.open()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'nonce-once'; connect-src " + chat
                                + "; base-uri 'none'; require-trusted-types-for 'script'");
        return new Website(usher, site);
    }

    /** The pages of that host may hear of the chats that they open, until the website is closed. */
    Website listed(String host) {
        JiveGlobals.setProperty(SITES, site.address(host, ""));
        return this;
    }

    /**
     * @param attributes of the script's tag
     * @param before what the page's own script does before ours is there
     */
    Website page(String path, String attributes, String before) {
        var include = "<script nonce=once async src='" + usher.web("/usher/embed.js") + "' data-workgroup=demo "
                + attributes + "></script>";
        site.page(
                path,
                "<a href='" + usher.web("/usher/c/demo") + "' target=chat rel=opener>Chat</a><pre></pre>"
                        + "<script nonce=once>for (const name of '" + String.join(" ", EVENTS) + "'.split(' '))"
                        + " document.addEventListener('usher:' + name, ({detail}) =>"
                        + " document.querySelector('pre').append([name, ...Object.values(detail)].join(' ') + '\\n'));"
                        + " window.Usher = window.Usher || function () { (Usher.q = Usher.q || []).push(arguments) };"
                        + before + "</script>" + include);
        return this;
    }

    String address(String host, String path) {
        return site.address(host, path);
    }

    Page visit(CustomerBrowser browser, String host, String path) {
        var page = browser.page();
        page.navigate(address(host, path));
        new Watch(browser, page).awaitText("ready");
        return page;
    }

    /** What the page has heard so far. */
    static List<String> heard(Watch page) {
        return Stream.of(page.text().split("\n"))
                .filter(line -> EVENTS.contains(line.split(" ")[0]))
                .toList();
    }

    /** The customer clicks the link; the page of the window that comes. */
    static Page clickChat(CustomerBrowser browser, Page page) {
        return browser.context()
                .waitForPage(() -> page.getByText("Chat").first().click());
    }

    @Override
    public void close() {
        JiveGlobals.deleteProperty(SITES);
        site.close();
    }
}
