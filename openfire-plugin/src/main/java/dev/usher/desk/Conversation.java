package dev.usher.desk;

import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened in a visit's channel, as everybody in it could see it. Made of the visit's journal; not thread-safe. */
public final class Conversation {
    private static final Set<String> SAYS =
            Set.of(JournalPart.kind(Event.Said.class), JournalPart.kind(Event.MessageLeft.class));
    private static final String MONITOR_ENTERED = JournalPart.kind(Event.MonitorEntered.class);
    private static final Set<String> COMES = Set.of(
            JournalPart.kind(Event.AgentEntered.class), JournalPart.kind(Event.CustomerEntered.class), MONITOR_ENTERED);
    private static final Set<String> ALL_GO =
            Set.of(JournalPart.kind(Event.Unseated.class), JournalPart.kind(Event.Ended.class));

    /** Somebody in a channel. @param user a bare JID @param isStaff whether it is not the customer */
    public record Person(String user, boolean isStaff) {}

    /** One thing that could be seen. */
    public sealed interface Line {
        Instant at();
    }

    /** Somebody comes in. */
    public record Came(Instant at, Person who) implements Line {}

    /** Somebody goes, or is lost. */
    public record Went(Instant at, Person who) implements Line {}

    /** Somebody says something. */
    public record Said(Instant at, Person who, String text) implements Line {}

    /** An agent leads the browser to a page. */
    public record Led(Instant at, Person by, String url) implements Line {}

    private final Set<String> staff;
    private final Map<String, Person> present = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private Conversation(Set<String> staff) {
        this.staff = staff;
    }

    /** Those who were in it and not the customer (bare JIDs): agents, and who looked in. */
    public static Set<String> staff(List<Stay> stays, List<Entry> comings) {
        return Stream.concat(
                        stays.stream().map(Stay::agent),
                        comings.stream()
                                .filter(entry -> entry.kind().equals(MONITOR_ENTERED))
                                .map(Entry::user))
                .collect(Collectors.toSet());
    }

    /**
     * @param staff {@link #staff}; everybody else is the customer
     * @param speech some lines of {@link JournalPart#SPEECH}
     * @param comings some lines of {@link JournalPart#COMINGS}
     */
    public static List<Line> of(Set<String> staff, List<Entry> speech, List<Entry> comings) {
        var conversation = new Conversation(staff);
        Stream.concat(speech.stream(), comings.stream())
                .sorted(Comparator.comparingInt(Entry::number))
                .forEach(conversation::add);
        return conversation.lines;
    }

    private void add(Entry entry) {
        if (SAYS.contains(entry.kind())) {
            lines.add(new Said(entry.at(), person(entry), entry.what()));
        } else if (entry.kind().equals(DriveLine.KIND)) {
            var url = DriveLine.of(entry).map(DriveLine::url).orElse(entry.what());
            lines.add(new Led(entry.at(), person(entry), url));
        } else if (COMES.contains(entry.kind())) {
            if (present.put(entry.user(), person(entry)) == null) {
                lines.add(new Came(entry.at(), person(entry)));
            }
        } else if (ALL_GO.contains(entry.kind())) {
            present.values().forEach(who -> lines.add(new Went(entry.at(), who)));
            present.clear();
        } else if (present.remove(entry.user()) != null) {
            lines.add(new Went(entry.at(), person(entry)));
        }
    }

    private Person person(Entry entry) {
        return new Person(entry.user(), staff.contains(entry.user()));
    }
}
