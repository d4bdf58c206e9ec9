package dev.usher.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dom4j.Element;
import org.xmpp.packet.Message;

/**
 * What an agent says in a channel to the switch and not to the customer: a slash and a word, as in {@code /go
 * https://example.org/}; or what Spark's co-browser sends, or an address beside the text (XEP-0066), which are the same
 * as {@code /go}.
 *
 * @param isSaidAsWell whether the message has a text besides, for everybody in the channel
 */
record TypedCommand(String word, String rest, boolean isSaidAsWell) {
    private static final Pattern TYPED = Pattern.compile("\\s*/(\\p{L}+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final String PROPERTIES = "http://www.jivesoftware.com/xmlns/xmpp/properties";

    static Optional<TypedCommand> of(Message message) {
        var pushed = pushed(message.getElement());
        if (pushed != null) {
            return Optional.of(new TypedCommand("go", pushed.strip(), false));
        }
        var beside = Xml.child(message.getElement(), "x", Namespaces.OOB);
        var url = beside == null ? null : beside.elementText(Xml.name("url", Namespaces.OOB));
        if (url != null) {
            var body = message.getBody() == null ? "" : message.getBody().strip();
            return Optional.of(new TypedCommand("go", url.strip(), !body.isEmpty() && !body.equals(url.strip())));
        }
        var typed = TYPED.matcher(message.getBody() == null ? "" : message.getBody());
        if (!typed.matches()) {
            return Optional.empty();
        }
        var rest = typed.group(2) == null ? "" : typed.group(2).strip();
        return Optional.of(new TypedCommand(typed.group(1).toLowerCase(Locale.ROOT), rest, false));
    }

    /** Whether nothing is left of the message that is for the channel. What is not is taken out of it. */
    boolean isTakenOutOf(Message message) {
        if (isSaidAsWell) {
            message.getElement().remove(Xml.child(message.getElement(), "x", Namespaces.OOB));
        }
        return !isSaidAsWell;
    }

    private static String pushed(Element message) {
        var properties = Xml.child(message, "properties", PROPERTIES);
        if (properties == null) {
            return null;
        }
        for (var property : properties.elements(Xml.name("property", PROPERTIES))) {
            if ("PUSH_URL".equals(property.elementText(Xml.name("name", PROPERTIES)))) {
                return property.elementText(Xml.name("value", PROPERTIES));
            }
        }
        return null;
    }
}
