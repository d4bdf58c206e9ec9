package dev.usher.agent;

import dev.usher.agent.stanza.Providers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;

/** The contract's example stanzas, and Smack's reading of any stanza as it stands in a client's stream. */
public final class Examples {

    private static final Path FOLDER = Path.of(System.getProperty("usher.examples"));

    public static String xml(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".xml")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml"))
                    .map(name -> name.substring(0, name.length() - ".xml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stanza stanza(String name) {
        return parse(xml(name));
    }

    public static Stanza parse(String xml) {
        Providers.register();
        try {
            var parser = PacketParserUtils.getParserFor("<stream xmlns='jabber:client'>" + xml + "</stream>");
            parser.next();
            return PacketParserUtils.parseStanza(parser, new XmlEnvironment("jabber:client"));
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    public static String written(Stanza stanza) {
        return stanza.toXML(new XmlEnvironment("jabber:client")).toString();
    }

    private Examples() {}
}
