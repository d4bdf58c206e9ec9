package dev.usher.testbed.ground;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** One tab of a {@link CustomerFirefox}, used as a person does: by what is written on things. */
public final class FirefoxTab {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Bidi bidi;
    private final String context;

    FirefoxTab(Bidi bidi, String context) {
        this.bidi = bidi;
        this.context = context;
    }

    /** Returns when the page is loaded. */
    public void navigate(String address) {
        var parameters = here();
        parameters.addProperty("url", address);
        parameters.addProperty("wait", "complete");
        bidi.send("browsingContext.navigate", parameters);
    }

    public void reload() {
        var parameters = here();
        parameters.addProperty("wait", "complete");
        bidi.send("browsingContext.reload", parameters);
    }

    /** A click of the mouse on the button, link or field of that name: the customer's own gesture. */
    public void click(String role, String name) {
        perform("{'type':'pointer','id':'mouse','actions':[{'type':'pointerMove','x':0,'y':0,'origin':"
                + "{'type':'element','element':{'sharedId':'" + await(role, name) + "'}}},"
                + "{'type':'pointerDown','button':0},{'type':'pointerUp','button':0}]}");
    }

    /** Clicks into the field of that name, and types. */
    public void type(String name, String text) {
        click("textbox", name);
        var keys = new JsonArray();
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            for (var way : new String[] {"keyDown", "keyUp"}) {
                var action = new JsonObject();
                action.addProperty("type", way);
                action.addProperty("value", key);
                keys.add(action);
            }
        });
        perform("{'type':'key','id':'keyboard','actions':" + keys + "}");
    }

    /** What the customer reads. */
    public String text() {
        return evaluate("document.body.innerText");
    }

    public void awaitText(String text) {
        Poll.until(() -> text().contains(text), PATIENCE, () -> "'" + text + "' is not in: " + text());
    }

    /** Until the browser holds that the customer has done nothing for a while: what happens now happens by itself. */
    public void awaitNoGesture() {
        Poll.until(
                () -> evaluate("String(navigator.userActivation.isActive)").equals("false"),
                PATIENCE,
                () -> "The browser still counts a gesture of the customer");
    }

    /** The value of an expression that gives a text. No gesture. */
    public String evaluate(String expression) {
        var parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("awaitPromise", false);
        parameters.addProperty("userActivation", false);
        parameters.add("target", here());
        var result = bidi.send("script.evaluate", parameters);
        if (!result.get("type").getAsString().equals("success")) {
            throw new IllegalStateException(expression + ": " + result);
        }
        var value = result.getAsJsonObject("result").get("value");
        return value == null ? "" : value.getAsString();
    }

    /** For a person to look at. */
    public void screenshot(Path file) throws IOException {
        var picture = bidi.send("browsingContext.captureScreenshot", here()).get("data");
        Files.write(file, Base64.getDecoder().decode(picture.getAsString()));
    }

    /** The only thing of that role and name (WAI-ARIA), when it is there. */
    private String await(String role, String name) {
        var locator = new JsonObject();
        locator.addProperty("role", role);
        locator.addProperty("name", name);
        var parameters = here();
        parameters.add("locator", JsonParser.parseString("{'type':'accessibility'}"));
        parameters.getAsJsonObject("locator").add("value", locator);
        var found = new JsonArray[1];
        Poll.until(
                () -> {
                    found[0] =
                            bidi.send("browsingContext.locateNodes", parameters).getAsJsonArray("nodes");
                    return found[0].size() == 1;
                },
                PATIENCE,
                () -> found[0].size() + " of role " + role + " are called '" + name + "' in: " + text());
        return found[0].get(0).getAsJsonObject().get("sharedId").getAsString();
    }

    private void perform(String source) {
        var parameters = here();
        var sources = new JsonArray();
        sources.add(JsonParser.parseString(source));
        parameters.add("actions", sources);
        bidi.send("input.performActions", parameters);
    }

    private JsonObject here() {
        var target = new JsonObject();
        target.addProperty("context", context);
        return target;
    }
}
