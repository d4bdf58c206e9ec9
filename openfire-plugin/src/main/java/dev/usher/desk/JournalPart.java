package dev.usher.desk;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Annotation;
import dev.usher.routing.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lines of a journal that somebody wants to read. */
public enum JournalPart {
    /** What everybody in the channel could read. */
    SPEECH(List.of(kind(Event.Said.class), kind(DriveEvent.Driven.class), kind(Event.MessageLeft.class))),
    /** Who came into the channel and who went. */
    COMINGS(kinds(
            Event.AgentEntered.class,
            Event.AgentMissed.class,
            Event.AgentLeft.class,
            Event.Relieved.class,
            Event.CustomerEntered.class,
            Event.CustomerMissed.class,
            Event.MonitorEntered.class,
            Event.MonitorLeft.class,
            Event.Unseated.class,
            Event.Ended.class)),
    /** What agents wrote down. */
    NOTES(List.of(kind(Annotation.NOTE))),
    /** What customers thought of it. */
    RATINGS(List.of(kind(Annotation.RATING))),
    /** What people wrote: a visit is found by it. */
    WORDS(List.of(
            kind(Event.Said.class),
            kind(Event.MessageLeft.class),
            kind(Annotation.NOTE),
            kind(Annotation.TAG),
            kind(Annotation.RATING)));

    private final List<String> kinds;

    JournalPart(List<String> kinds) {
        this.kinds = kinds;
    }

    /** The words for what happened ({@link VisitStore.Entry#kind()}). */
    public List<String> kinds() {
        return kinds;
    }

    public boolean has(VisitStore.Entry entry) {
        return kinds.contains(entry.kind());
    }

    /** {@code CustomerEntered} is {@code customer-entered}. */
    static String kind(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String kind(Annotation annotation) {
        return annotation.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> kinds(Class<?>... events) {
        return Arrays.stream(events).map(JournalPart::kind).toList();
    }
}
