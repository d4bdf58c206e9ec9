package dev.usher.testbed.ground;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One stanza as it came, as text: reading it costs what is asked for and no more, so that who measures the server does
 * not measure a parser.
 *
 * @param at when its end was read, by {@link System#nanoTime}
 */
public record Stanza(String xml, long at) {
    /** The first element with that name and attribute. */
    private static final String ATTRIBUTE = "<%s\\s(?:[^>]*?\\s)?%s=['\"]([^'\"]*)['\"]";

    public boolean is(String name) {
        int end = 1 + name.length();
        return xml.startsWith(name, 1) && end < xml.length() && " />".indexOf(xml.charAt(end)) >= 0;
    }

    /** An attribute of the stanza itself, or nothing. */
    public String attribute(String name) {
        int tagEnd = xml.indexOf('>');
        int start = xml.indexOf(" " + name + "=") + name.length() + 2;
        if (start == name.length() + 1 || start > tagEnd) {
            return "";
        }
        return xml.substring(start + 1, xml.indexOf(xml.charAt(start), start + 1));
    }

    public boolean has(String attribute, String value) {
        return attribute(attribute).equals(value);
    }

    public boolean contains(String text) {
        return xml.contains(text);
    }

    /** An attribute of the first element that has it. */
    public Optional<String> attributeOf(String element, String name) {
        var found = Pattern.compile(ATTRIBUTE.formatted(element, name)).matcher(xml);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The text of the first element with that name. */
    public Optional<String> text(String element) {
        var found = Pattern.compile("<" + element + "(?:\\s[^>]*)?>([^<]*)</").matcher(xml);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The part of its sender before the at sign: of a room, the visit. */
    public String senderName() {
        var from = attribute("from");
        return from.substring(0, Math.max(0, from.indexOf('@')));
    }

    /** The part of its sender behind the slash: in a room, the nickname. */
    public String senderResource() {
        var from = attribute("from");
        return from.substring(from.indexOf('/') + 1);
    }
}
