package dev.usher.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.desk.ChatPage;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** The stanzas of docs/protocol/examples, and whom and what they speak of. */
final class Examples {
    static final VisitId VISIT = new VisitId("k3v9x2m7q4w8t6z1p5r0c2d8f7");
    static final String DRIVE = "9f2c61d0a4e74b8f";
    static final Address ROMEO = new Address("romeo@example.org", "romeo@example.org/balcony");
    static final Address JULIET = new Address("juliet@example.org", "juliet@example.org/chapel");
    static final Address FRIAR = new Address("friar@example.org", "friar@example.org/cell");
    static final Address NURSE = new Address("nurse@example.org", "nurse@example.org/chamber");
    static final String WORKGROUP = "demo@workgroup.example.org";
    static final String CONFERENCE = "conference.example.org";
    static final String ORIGIN = "203.0.113.7";
    static final String URL = "https://shop.example/cart?step=2";

    private Examples() {}

    /** The names of all examples. */
    static SortedSet<String> names() {
        try (var files = Files.list(directory())) {
            var names = new TreeSet<String>();
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.xml$", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(directory().resolve(name + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Packet packet(String name) {
        return stanza(text(name));
    }

    static final VisitTokens TOKENS = new VisitTokens("a secret that everybody may know".getBytes(UTF_8));

    static RequestDecoder decoder() {
        var ids = new VisitIds();
        var inquiries = new Inquiries(new OneWorkgroup(), List.of(), Runnable::run, packet -> {});
        return new RequestDecoder(
                new OneWorkgroup(),
                ids,
                new QueueDecoder(ids, TOKENS, connection -> ORIGIN, Visitors.identities()),
                new EntryForms(workgroup -> ChatPage.PLAIN),
                inquiries);
    }

    /** A stanza as the server would hand it over. */
    static Packet stanza(String xml) {
        var element = CanonicalXml.parse(xml);
        return switch (element.getName()) {
            case "iq" -> new IQ(element);
            case "presence" -> new Presence(element);
            default -> new Message(element);
        };
    }

    private static Path directory() {
        return Path.of(System.getProperty("usher.examples"));
    }
}
