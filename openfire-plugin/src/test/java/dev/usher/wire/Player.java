package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.xmpp.packet.JID;
import org.xmpp.packet.Presence;

/**
 * One who speaks by examples. Friar's play is Nurse's and Juliet's is Romeo's: in what they send and receive, the
 * addresses of the example are theirs.
 */
final class Player {
    private final Play play;
    private final String jid;
    /** Whose part this is in the examples. */
    private final String part;

    private Presence shown;
    private boolean isLost;
    private final List<String> inbox = new ArrayList<>();
    /** The two halves of the queue as it was shown last. */
    private final List<String> queue = new ArrayList<>();

    Player(Play play, String jid, String part) {
        this.play = play;
        this.jid = jid;
        this.part = part;
    }

    String jid() {
        return jid;
    }

    Player sends(String example) {
        return says(Examples.text(example));
    }

    /** @param xml written as if it were in the examples */
    Player says(String xml) {
        play.post(xml.replace(part, jid).replace(bare(part), bare(jid)));
        return this;
    }

    void hears(String xml) {
        var told = xml.replace(jid, part).replace(bare(jid), bare(part));
        if (told.contains("notify-queue")) {
            queue.add(CanonicalXml.of(told));
        } else {
            inbox.add(CanonicalXml.of(told));
        }
    }

    /** These examples have come, in this order, and nothing else. */
    void receives(String... examples) {
        receivesStanzas(Stream.of(examples).map(Examples::text).toArray(String[]::new));
    }

    void receivesStanzas(String... xml) {
        var expected = Stream.of(xml).map(CanonicalXml::of).toList();
        assertEquals(String.join("\n", expected), String.join("\n", inbox));
        inbox.clear();
    }

    void receivesNothing() {
        receivesStanzas();
    }

    void forgets() {
        inbox.clear();
        queue.clear();
    }

    /** The queue was shown last like this. */
    void sees(String overview, String details) {
        var last = queue.subList(Math.max(0, queue.size() - 2), queue.size());
        assertEquals(List.of(CanonicalXml.of(overview), CanonicalXml.of(details)), last);
    }

    Player enters() {
        return says("<presence from='" + part + "' to='" + room() + "/" + nick() + "'/>");
    }

    Player renames(String nick) {
        return says("<presence from='" + part + "' to='" + room() + "/" + nick + "'/>");
    }

    Player leaves() {
        return says("<presence type='unavailable' from='" + part + "' to='" + room() + "/" + nick() + "'/>");
    }

    /** COMPAT: Openfire lets whose connection breaks leave the rooms first, and tells of the connection then. */
    void vanishes() {
        isLost = true;
        play.rooms.lose(jid);
        play.reception.vanished(new JID(jid));
        isLost = false; // who says something later has a new connection of the same name
    }

    boolean isLost() {
        return isLost;
    }

    /** To everybody, and not to the workgroup. @param inner of the presence */
    Player shows(String type, String inner) {
        shown = (Presence) Examples.stanza("<presence" + type + " from='" + jid + "'>" + inner + "</presence>");
        play.reception.shown(shown);
        return this;
    }

    /** What was shown to everybody last. */
    Optional<Presence> shown() {
        return Optional.ofNullable(shown).filter(Presence::isAvailable);
    }

    /** Whether what is sent there comes here. */
    boolean isAt(JID to) {
        return to.getResource() == null ? jid.startsWith(to + "/") : jid.equals(to.toString());
    }

    void speaks(String text) {
        says("<message type='groupchat' from='" + part + "' to='" + room() + "'><body>" + text + "</body></message>");
    }

    /** What has come so far, which is then no longer kept here. */
    List<String> takes() {
        var all = List.copyOf(inbox);
        inbox.clear();
        return all;
    }

    /** How many stanzas with this element have come. */
    long count(String element) {
        return inbox.stream()
                .filter(stanza -> stanza.contains("}" + element + " "))
                .count();
    }

    private String nick() {
        return jid.substring(0, 1).toUpperCase(Locale.ROOT) + jid.substring(1, jid.indexOf('@'));
    }

    private static String room() {
        return Examples.VISIT.value() + "@" + Examples.CONFERENCE;
    }

    private static String bare(String jid) {
        return jid.substring(0, jid.indexOf('/'));
    }
}
