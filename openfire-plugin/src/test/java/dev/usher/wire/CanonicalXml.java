package dev.usher.wire;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.DocumentException;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.io.SAXReader;

/**
 * XML as what it says: one line for each element with its namespace and its attributes in order of name, one for each
 * text. Two stanzas that say the same have the same lines, and a difference can be read.
 */
final class CanonicalXml {
    private CanonicalXml() {}

    static String of(String xml) {
        var out = new StringBuilder();
        write(parse(xml), "", out);
        return out.toString();
    }

    static Element parse(String xml) {
        try {
            Document document = new SAXReader().read(new StringReader(xml));
            return document.getRootElement();
        } catch (DocumentException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static void write(Element element, String indent, StringBuilder out) {
        var namespace = element.getNamespaceURI().equals("jabber:client") ? "" : element.getNamespaceURI();
        out.append(indent).append('{').append(namespace).append('}').append(element.getName());
        element.attributes().stream()
                .map(attribute -> " " + attribute.getQualifiedName() + "='" + attribute.getValue() + "'")
                .sorted()
                .forEach(out::append);
        out.append('\n');
        for (var content : contents(element)) {
            if (content instanceof Element child) {
                write(child, indent + "  ", out);
            } else {
                out.append(indent).append("  \"").append(content).append("\"\n");
            }
        }
    }

    /** Child elements and texts; neighbouring texts are one, and blanks between elements are none. */
    private static List<Object> contents(Element element) {
        var contents = new ArrayList<Object>();
        var text = new StringBuilder();
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                flush(text, contents);
                contents.add(child);
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getText());
            }
        }
        flush(text, contents);
        return contents;
    }

    private static void flush(StringBuilder text, List<Object> contents) {
        if (!text.toString().isBlank()) {
            contents.add(text.toString());
        }
        text.setLength(0);
    }
}
