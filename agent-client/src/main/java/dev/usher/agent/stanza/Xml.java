package dev.usher.agent.stanza;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * One received element with everything in it, so that each stanza reads its attributes by name instead of walking
 * the parser. Immutable. What is missing or unreadable is reported with the element's name.
 */
record Xml(String name, String namespace, Map<String, String> attributes, List<Xml> children, String text) {

    /** Nothing in the contract nests deeper than four; whoever sends more wants our stack. */
    private static final int DEEPEST = 16;

    /** Reads the element whose start tag the parser is at, up to its end tag. */
    static Xml read(XmlPullParser parser) throws XmlPullParserException, IOException, SmackParsingException {
        return read(parser, DEEPEST);
    }

    private static Xml read(XmlPullParser parser, int levels)
            throws XmlPullParserException, IOException, SmackParsingException {
        if (levels == 0) {
            throw new SmackParsingException("<" + parser.getName() + "/> is nested too deeply.");
        }
        var name = parser.getName();
        var namespace = parser.getNamespace();
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            attributes.put(parser.getAttributeName(i), parser.getAttributeValue(i));
        }
        var children = new ArrayList<Xml>();
        var text = new StringBuilder();
        while (true) {
            switch (parser.next()) {
                case START_ELEMENT -> children.add(read(parser, levels - 1));
                case TEXT_CHARACTERS -> text.append(parser.getText());
                case END_ELEMENT -> {
                    return new Xml(name, namespace, Map.copyOf(attributes), List.copyOf(children), text.toString());
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String required(String attribute) throws SmackParsingException {
        return attribute(attribute)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        new SmackParsingException("The attribute " + attribute + " is missing from <" + name + "/>."));
    }

    Jid requiredJid(String attribute) throws SmackParsingException {
        return jid(required(attribute));
    }

    /** A count or a sequence number: never negative in this contract. */
    int requiredNumber(String attribute) throws SmackParsingException {
        return number(required(attribute));
    }

    int number(String digits) throws SmackParsingException {
        try {
            int number = Integer.parseInt(digits.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a negative one.
        }
        throw new SmackParsingException("<" + name + "/> has " + digits + " where a number belongs.");
    }

    Jid jid(String address) throws SmackParsingException {
        try {
            return JidCreate.from(address);
        } catch (XmppStringprepException | IllegalArgumentException e) {
            throw new SmackParsingException("<" + name + "/> has " + address + " where an address belongs.");
        }
    }

    Stream<Xml> children(String childName, String childNamespace) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.namespace.equals(childNamespace));
    }

    Optional<Xml> child(String childName, String childNamespace) {
        return children(childName, childNamespace).findFirst();
    }

    Xml requiredChild(String childName, String childNamespace) throws SmackParsingException {
        return child(childName, childNamespace)
                .orElseThrow(() -> new SmackParsingException("<" + childName + "/> is missing from <" + name + "/>."));
    }
}
