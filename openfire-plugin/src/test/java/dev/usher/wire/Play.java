package dev.usher.wire;

import dev.usher.FakeClock;
import dev.usher.MemoryPersonalMacros;
import dev.usher.MemoryVisitArchive;
import dev.usher.MemoryVisitStore;
import dev.usher.desk.Alarm;
import dev.usher.desk.ChatPage;
import dev.usher.desk.Macro;
import dev.usher.desk.MacroGroup;
import dev.usher.drive.DrivePolicy;
import dev.usher.routing.Settings;
import dev.usher.routing.Timing;
import dev.usher.routing.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * A workgroup in the middle of a small world: players who speak the stanzas of the examples, rooms, and a clock that
 * stands at ten until time passes. Names that the switch makes up are those of the examples in everything that is said.
 */
final class Play {
    private static final Pattern MADE_UP = Pattern.compile("\\b[0-9a-v]{26}\\b");

    final Player romeo = new Player(this, "romeo@example.org/balcony", "romeo@example.org/balcony");
    final Player juliet = new Player(this, "juliet@example.org/chapel", "romeo@example.org/balcony");
    final Player nurse = new Player(this, "nurse@example.org/chamber", "nurse@example.org/chamber");
    final Player friar = new Player(this, "friar@example.org/cell", "nurse@example.org/chamber");
    /** She shows a token; and the same again over another connection, as an anonymous customer comes back. */
    final Player viola = new Player(this, "viola@example.org/shore", "juliet@example.org/chapel");

    final Player violaAgain = new Player(this, "cesario@example.org/court", "juliet@example.org/chapel");
    final Rooms rooms = new Rooms(this::post);
    final MemoryVisitStore store = new MemoryVisitStore();
    final MemoryPersonalMacros macros = new MemoryPersonalMacros();
    /** The workgroups of which a message was to be sent by e-mail. */
    final List<String> mails = new ArrayList<>();

    Function<String, IdentityRules> identities = Visitors::rules;
    Reception reception;
    /** What the admin of demo has decided about the customers' page. */
    ChatPage page = ChatPage.PLAIN;

    private final Map<String, Player> players = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private final List<PlayAlarm> alarms = new ArrayList<>();
    private String visit = "no-visit-yet";
    private String drive = "no-drive-yet";

    Play() {
        for (var player : List.of(romeo, juliet, nurse, friar, viola, violaAgain)) {
            players.put(player.jid(), player);
        }
        starts(connection -> false);
    }

    /** Somebody more. @param part whose part this is in the examples */
    Player enters(String jid, String part) {
        var player = new Player(this, jid, part);
        players.put(jid, player);
        return player;
    }

    /** The plugin is stopped and started again. @param peopleStay whether their connections outlive it */
    void restarts(boolean peopleStay) {
        reception.close();
        if (!peopleStay) {
            rooms.vanish();
        }
        starts(connection -> peopleStay);
    }

    private void starts(Predicate<String> isHere) {
        var demo = new Reception.Opening(
                "demo",
                "Demo",
                settings("nurse@example.org", "friar@example.org")
                        .withMonitors("nurse@example.org", "prince@example.org"));
        var help = new Reception.Opening("help", "Help", settings("peter@example.org"));
        reception = new Reception(
                List.of(demo, help),
                new Reception.Surroundings(
                        new JID("workgroup.example.org"),
                        Examples.CONFERENCE,
                        new DrivePolicy(Set.of("https://chat.example:443")),
                        store,
                        new MemoryVisitArchive(store),
                        workgroup -> workgroup.equals("demo") ? Optional.of(macrosOfDemo()) : Optional.empty(),
                        workgroup -> workgroup.equals("demo") ? page : ChatPage.PLAIN,
                        macros,
                        Examples.TOKENS,
                        connection -> "",
                        identities,
                        this::presencesOf,
                        this::isLost,
                        Runnable::run,
                        Runnable::run,
                        new FakeClock(() -> now),
                        this::newAlarm,
                        this::send,
                        (workgroup, message) -> mails.add(workgroup)));
        reception.open(isHere);
    }

    private static MacroGroup macrosOfDemo() {
        var greetings = new MacroGroup(
                "Greetings", List.of(new Macro("Hello", "Good morrow & welcome!\nWhat is it?")), List.of());
        return new MacroGroup("Demo", List.of(new Macro("Bye", "Farewell.")), List.of(greetings));
    }

    private boolean isLost(String connection) {
        return players.containsKey(connection) && players.get(connection).isLost();
    }

    /** What a player has shown everybody last. */
    private List<Presence> presencesOf(String user) {
        return players.values().stream()
                .filter(player -> player.jid().startsWith(user + "/"))
                .flatMap(player -> player.shown().stream())
                .toList();
    }

    static Settings settings(String... agents) {
        return Settings.of(Set.of(agents)).withTiming(Timing.USUAL.withWatch(Duration.ZERO));
    }

    /** A stanza of one of the players goes where it is addressed to. */
    void post(String xml) {
        var text = xml.replace(Examples.TOKENS.of(Examples.VISIT), Examples.TOKENS.of(new VisitId(visit)))
                .replace(Examples.VISIT.value(), visit)
                .replace(Examples.DRIVE, drive);
        send(Examples.stanza(text));
    }

    /** Time passes, and whoever wanted to be woken is. */
    void passes(int seconds) {
        var until = now.plusSeconds(seconds);
        for (var next = nextAlarm(); !next.at.isAfter(until); next = nextAlarm()) {
            now = next.at;
            next.at = Instant.MAX;
            next.owner.run();
        }
        now = until;
    }

    /** The first visit of the play. */
    VisitId visit() {
        return new VisitId(visit);
    }

    /** In the words of the examples. */
    String told(String xml) {
        return xml.replace(Examples.TOKENS.of(new VisitId(visit)), Examples.TOKENS.of(Examples.VISIT))
                .replace(visit, Examples.VISIT.value())
                .replace(drive, Examples.DRIVE);
    }

    private void send(Packet packet) {
        var xml = packet.toXML();
        learnNames(xml);
        var copy = Examples.stanza(xml); // what travels is text
        var to = copy.getTo();
        if (reception.takes(copy)) {
            return; // as Openfire's interceptor does
        }
        if (to.getDomain().equals("workgroup.example.org")) {
            reception.receive(copy);
        } else if (to.getDomain().equals(Examples.CONFERENCE)) {
            rooms.receive(copy);
        } else {
            players.values().stream().filter(player -> player.isAt(to)).forEach(player -> player.hears(told(xml)));
        }
    }

    private void learnNames(String xml) {
        var names = MADE_UP.matcher(xml);
        while (names.find()) {
            var name = names.group();
            if (visit.equals("no-visit-yet")) {
                visit = name;
            } else if (!name.equals(visit) && xml.contains("<drive ")) {
                drive = name;
            }
        }
    }

    private PlayAlarm nextAlarm() {
        return Collections.min(alarms, Comparator.comparing((PlayAlarm alarm) -> alarm.at));
    }

    private Alarm newAlarm() {
        var alarm = new PlayAlarm();
        alarms.add(alarm);
        return alarm;
    }

    /** Goes off when time passes. */
    private static final class PlayAlarm implements Alarm {
        private Instant at = Instant.MAX;
        private Runnable owner;

        @Override
        public void wake(Instant at, Runnable owner) {
            this.at = at;
            this.owner = owner;
        }
    }
}
