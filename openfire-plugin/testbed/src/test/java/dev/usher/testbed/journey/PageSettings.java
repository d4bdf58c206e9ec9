package dev.usher.testbed.journey;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jivesoftware.util.JiveGlobals;

/** What the admin of the demonstration says about its page, until this is closed. */
final class PageSettings implements AutoCloseable {
    private static final String DEMO = "usher.workgroup.demo.";

    private final Deque<Runnable> undo = new ArrayDeque<>();

    PageSettings set(String name, String value) {
        var before = JiveGlobals.getProperty(DEMO + name);
        undo.push(() -> {
            if (before == null) {
                JiveGlobals.deleteProperty(DEMO + name);
            } else {
                JiveGlobals.setProperty(DEMO + name, before);
            }
        });
        JiveGlobals.setProperty(DEMO + name, value);
        return this;
    }

    PageSettings consent() {
        return set("welcome", "Welcome to the house of the Capulets.")
                .set("privacy", "What you write is kept for a day.")
                .set("privacyLink", "https://shop.example/privacy")
                .set("consent", "I agree that my words are kept.");
    }

    PageSettings messages() {
        return set("whenClosed", "message");
    }

    PageSettings everyKindOfField() {
        return set(
                "form",
                String.join(
                        "\n",
                        "title: Before we begin",
                        "instructions: Please tell us a little.",
                        "username = Your name; required",
                        "email = Your e-mail; e-mail; required; help Where we answer.",
                        "text: Now to the point.",
                        "topic = What is it about?; one of Love=love | War=war; required",
                        "house = Your house; one of Montague | Capulet",
                        "also = Also about; any of Balconies | Poison | Night",
                        "news = Send me news; yes or no",
                        "age = Your age; number 13 to 99",
                        "story = The whole story; long text"));
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}
