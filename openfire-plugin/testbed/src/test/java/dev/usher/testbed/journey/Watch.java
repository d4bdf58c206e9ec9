package dev.usher.testbed.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a page without touching it. Playwright's evaluate counts as a gesture of the customer; this asks the
 * debugger, and says that it is none.
 */
final class Watch {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CDPSession debugger;

    Watch(CustomerBrowser browser, Page page) {
        this.debugger = browser.context().newCDPSession(page);
    }

    /** Tells the debugger to do something to the page. */
    JsonObject tell(String method, JsonObject parameters) {
        return debugger.send(method, parameters);
    }

    /** A page that nobody looks at for long is stopped: no timer, no message, no network, until it is seen again. */
    void freeze(boolean isFrozen) {
        var parameters = new JsonObject();
        parameters.addProperty("state", isFrozen ? "frozen" : "active");
        tell("Page.setWebLifecycleState", parameters);
    }

    /** What the customer reads. */
    String text() {
        return evaluate("document.body.innerText");
    }

    void awaitText(String text) {
        Poll.until(() -> text().contains(text), PATIENCE, () -> "'" + text + "' is not in: " + text());
    }

    void awaitNoText(String text) {
        Poll.until(() -> !text().contains(text), PATIENCE, () -> "'" + text + "' is still in: " + text());
    }

    /** Until the browser holds that the customer has done nothing for a while: what happens now happens by itself. */
    void awaitNoGesture() {
        Poll.until(
                () -> evaluate("String(navigator.userActivation.isActive)").equals("false"),
                PATIENCE,
                () -> "The browser still counts a gesture of the customer");
    }

    /** The addresses of all windows and tabs. */
    List<String> windows() {
        var targets = debugger.send("Target.getTargets").getAsJsonArray("targetInfos");
        var windows = new ArrayList<String>();
        for (var target : targets) {
            if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
                windows.add(target.getAsJsonObject().get("url").getAsString());
            }
        }
        return windows;
    }

    void awaitWindow(String address) {
        Poll.until(() -> windows().contains(address), PATIENCE, () -> address + " is not among " + windows());
    }

    /** The value of an expression that gives a text. No gesture. */
    String evaluate(String expression) {
        var request = new JsonObject();
        request.addProperty("expression", expression);
        request.addProperty("userGesture", false);
        request.addProperty("returnByValue", true);
        var value = debugger.send("Runtime.evaluate", request)
                .getAsJsonObject("result")
                .get("value");
        return value == null ? "" : value.getAsString();
    }
}
