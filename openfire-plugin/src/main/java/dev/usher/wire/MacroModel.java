package dev.usher.wire;

import dev.usher.desk.MacroGroup;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Macros as Smack writes and reads them: a document of their own, inside a text. */
final class MacroModel {
    /** Of one agent's own macros in one workgroup, in UTF-8. */
    static final int MAX_BYTES = 64 * 1_024;

    /** Only at the very beginning of a document. */
    private static final Pattern DECLARATION = Pattern.compile("\\A<\\?xml\\s[^>]*\\?>");

    private static final int DEEPEST = 64;
    private static final String ROOT = "macrogroup";
    /** Smack knows 0 for text, 1 for an address and 2 for an image. */
    private static final String TEXT = "0";

    private MacroModel() {}

    static String of(MacroGroup all) {
        var root = DocumentHelper.createElement(ROOT);
        fill(root, all);
        return asRead(root.asXML());
    }

    /**
     * COMPAT: Smack (4.4.8 to 4.5.0-rc1) skips the outermost element of what it reads, and writes none around the group: it
     * cannot read what it has saved. So there is one more.
     */
    static String asRead(String group) {
        return "<macros>" + DECLARATION.matcher(group).replaceFirst("") + "</macros>";
    }

    private static void fill(Element element, MacroGroup group) {
        Xml.addText(element, "title", group.title());
        var macros = Xml.add(element, "macros");
        for (var macro : group.macros()) {
            var one = Xml.add(macros, "macro");
            Xml.addText(one, "title", macro.title());
            Xml.addText(one, "type", TEXT);
            Xml.addText(one, "description", macro.title());
            Xml.addText(one, "response", macro.text());
        }
        var groups = Xml.add(element, "macroGroups");
        group.groups().forEach(inner -> fill(Xml.add(groups, ROOT), inner));
    }

    static boolean isTooLong(String model) {
        return model.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /**
     * Why this is no document of macros; empty if it is. COMPAT: Smack writes titles and texts as they are, so that a
     * single ampersand makes a document that nobody can read again, itself included.
     */
    static Optional<String> complaint(String model) {
        var check = new Check();
        try {
            // The parser of the JDK, whatever else is on the server's class path: its limits are known.
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(model)), check);
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(check.complaint);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK reads a text with its own parser", e);
        }
    }

    private static final class Check extends DefaultHandler {
        private int depth;
        private String complaint =
                "The macros are no well-formed XML: most clients cannot save & and < in them. Write them without.";

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (depth == 0 && !name.equals(ROOT)) {
                refuse("The macros are no " + ROOT + ".");
            }
            depth++;
            if (depth > DEEPEST) {
                refuse("The groups of macros are nested too deep.");
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            depth--;
        }

        private void refuse(String why) throws SAXException {
            complaint = why;
            throw new SAXException(why);
        }
    }
}
