package dev.usher.wire;

import java.util.List;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;

/** The few things that every reader and writer of stanzas does with an element. */
final class Xml {
    private Xml() {}

    static QName name(String local, String namespace) {
        return QName.get(local, Namespace.get(namespace));
    }

    /** The first child of that name and namespace; null if there is none. */
    static Element child(Element parent, String local, String namespace) {
        return parent.element(name(local, namespace));
    }

    /** The first child element, whatever it is; null if there is none. */
    static Element firstChild(Element parent) {
        List<Element> children = parent.elements();
        return children.isEmpty() ? null : children.get(0);
    }

    static boolean is(Element element, String local, String namespace) {
        return element != null
                && element.getName().equals(local)
                && element.getNamespaceURI().equals(namespace);
    }

    static Element add(Element parent, String local, String namespace) {
        return parent.addElement(name(local, namespace));
    }

    /** Adds a child in the parent's own namespace. */
    static Element add(Element parent, String local) {
        return parent.addElement(name(local, parent.getNamespaceURI()));
    }

    static void addText(Element parent, String local, String text) {
        add(parent, local).setText(text);
    }
}
