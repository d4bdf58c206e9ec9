package dev.usher.agent.stanza;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.XmlStringBuilder;

/** Named values in the order given; a name may have several. Written by customers: never trust a word of it. */
public record Metadata(Map<String, List<String>> values) implements ExtensionElement {

    static final String ELEMENT = "metadata";

    /** The name under which Smack finds this element. */
    public static final QName QNAME = new QName(Namespaces.JIVE, ELEMENT);

    static final Metadata NONE = new Metadata(Map.of());

    public Metadata {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /** A value without a name is of no use to anybody and is left out. */
    static Metadata read(Xml xml) {
        var values = new LinkedHashMap<String, List<String>>();
        xml.children("value", Namespaces.JIVE)
                .forEach(value -> value.attribute("name")
                        .ifPresent(name -> values.computeIfAbsent(name, n -> new ArrayList<>())
                                .add(value.text())));
        return new Metadata(values);
    }

    @Override
    public String getElementName() {
        return ELEMENT;
    }

    @Override
    public String getNamespace() {
        return Namespaces.JIVE;
    }

    @Override
    public XmlStringBuilder toXML(XmlEnvironment enclosing) {
        var xml = new XmlStringBuilder(this, enclosing).rightAngleBracket();
        values.forEach((name, list) -> list.forEach(value -> xml.halfOpenElement("value")
                .attribute("name", name)
                .rightAngleBracket()
                .escape(value)
                .closeElement("value")));
        return xml.closeElement(ELEMENT);
    }
}
