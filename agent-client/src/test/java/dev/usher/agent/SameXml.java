package dev.usher.agent;

import static org.assertj.core.api.Assertions.fail;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Compares stanzas as XML does: quotes, the order of attributes and where a namespace is declared mean nothing. */
public final class SameXml {

    public static void assertSame(String actual, String expected) {
        if (!parsed(actual).isEqualNode(parsed(expected))) {
            fail("Expected%n  %s%nbut was%n  %s", expected, actual);
        }
    }

    private static Node parsed(String stanza) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var source = new InputSource(new StringReader("<stream xmlns='jabber:client'>" + stanza + "</stream>"));
            var root = factory.newDocumentBuilder().parse(source).getDocumentElement();
            normalise(root);
            return root;
        } catch (Exception e) {
            throw new IllegalArgumentException(stanza, e);
        }
    }

    private static void normalise(Element element) {
        attributes(element).stream()
                .filter(attribute -> XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .forEach(element::removeAttributeNode);
        var children = children(element);
        children.forEach(SameXml::normalise);
        if (element.getLocalName().equals("error")) {
            // RFC 6120 §8.3.2: a text and an application's own condition may both follow; Smack has its own order.
            children.sort(Comparator.comparing(Element::getLocalName));
            children.forEach(element::appendChild);
        }
    }

    private static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private SameXml() {}
}
