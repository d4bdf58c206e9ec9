package dev.usher.desk;

import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Ending;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.desk.VisitStore.Memory;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Event;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes down what a desk decides until it is stored: whose visits have changed, and every line of their journals. */
final class Notebook {
    /** Why a message is over: the only way in which it ends. */
    private static final String MESSAGE_TOLD = "MESSAGE_TOLD";

    private static final class Page {
        int entries;
        int drives;
        boolean isStored;
        /** What each agent wrote down last. */
        final Map<String, String> notes = new HashMap<>();
    }

    private final Function<VisitId, Optional<VisitState>> states;
    private final Map<VisitId, Page> pages = new HashMap<>();
    private final Map<String, Duty> duties = new LinkedHashMap<>();

    private final Set<VisitId> touched = new LinkedHashSet<>();
    private final Map<VisitId, Ending> ended = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Duty> onDuty = new LinkedHashMap<>();
    private final Map<String, Address> offDuty = new LinkedHashMap<>();

    /** @param states what is known of a visit that is not over, or has ended in what was decided last */
    Notebook(Function<VisitId, Optional<VisitState>> states) {
        this.states = states;
    }

    /** Begins anew with what is stored. */
    void open(Memory memory) {
        forgetWhatIsNotStored();
        pages.clear();
        for (var kept : memory.visits()) {
            var page = new Page();
            page.entries = kept.entries();
            page.drives = kept.drives();
            page.isStored = true;
            pages.put(kept.state().id(), page);
        }
        duties.clear();
        memory.duties().forEach(duty -> duties.put(duty.agent().connection(), duty));
    }

    private void forgetWhatIsNotStored() {
        touched.clear();
        ended.clear();
        entries.clear();
        onDuty.clear();
        offDuty.clear();
    }

    List<Duty> duties() {
        return List.copyOf(duties.values());
    }

    int drives(VisitId visit) {
        var page = pages.get(visit);
        return page == null ? 0 : page.drives;
    }

    void note(Event event, Instant at) {
        if (event instanceof Event.OfVisit ofVisit) {
            note(ofVisit, at);
        } else if (event instanceof Event.Attended attended) {
            noteDuty(new Duty(attended.agent(), attended.available(), attended.wish()));
        } else if (event instanceof Event.Withdrew withdrew) {
            var connection = withdrew.agent().connection();
            duties.remove(connection);
            onDuty.remove(connection);
            offDuty.put(connection, withdrew.agent());
        }
    }

    /** An agent is on duty, and how. */
    private void noteDuty(Duty duty) {
        var connection = duty.agent().connection();
        offDuty.remove(connection);
        if (!duty.equals(duties.put(connection, duty))) {
            onDuty.put(connection, duty);
        }
    }

    private void note(Event.OfVisit event, Instant at) {
        var state = states.apply(event.visit());
        boolean isOurs = state.filter(known -> known.placed().home().isEmpty()).isPresent();
        if (!isOurs) {
            return; // run for another workgroup, which keeps the journal; or over long since
        }
        if (event instanceof Event.Annotated annotated && isWrittenAgain(annotated)) {
            return;
        }
        var line = VisitJournal.of(event);
        write(event.visit(), line, at);
        if (event instanceof Event.Departed departed) {
            end(state.get(), at, departed.why().name());
        } else if (event instanceof Event.Ended over) {
            end(state.get(), at, over.why().name());
        } else if (event instanceof Event.MessageTold) {
            end(state.get(), at, MESSAGE_TOLD);
        }
    }

    /** COMPAT: Spark sends all that an agent has written down once more, changed or not. */
    private boolean isWrittenAgain(Event.Annotated note) {
        return note.kind() == Annotation.NOTE
                && note.text().equals(page(note.visit()).notes.put(note.by().user(), note.text()));
    }

    private Page page(VisitId visit) {
        return pages.computeIfAbsent(visit, id -> new Page());
    }

    void note(DriveEvent event, Instant at) {
        var line = VisitJournal.of(event);
        if (line == null) {
            return;
        }
        if (event instanceof DriveEvent.Driven driven) {
            var visit = new VisitId(driven.visit());
            write(visit, line, at);
            pages.get(visit).drives = driven.seq();
        } else if (event instanceof DriveEvent.Acknowledged ack) {
            write(new VisitId(ack.visit()), line, at);
        }
    }

    private void write(VisitId visit, VisitJournal.Line line, Instant at) {
        var page = page(visit);
        page.entries++;
        entries.add(new Entry(visit, page.entries, at, line.kind(), line.who(), line.what(), line.name()));
        touched.add(visit);
    }

    private void end(VisitState last, Instant at, String why) {
        ended.putIfAbsent(last.id(), new Ending(new Kept(last, 0, 0), at, why));
    }

    /** All that is not stored yet, which is no longer kept here. */
    Changes take() {
        var added = new ArrayList<Kept>();
        var changed = new ArrayList<Kept>();
        var endings = new ArrayList<Ending>();
        for (var id : touched) {
            var page = pages.get(id);
            var ending = ended.get(id);
            var state = ending == null
                    ? states.apply(id).orElseThrow()
                    : ending.last().state();
            var kept = new Kept(state, page.entries, page.drives);
            if (!page.isStored) {
                added.add(kept);
                page.isStored = true;
            } else if (ending == null) {
                changed.add(kept);
            }
            if (ending != null) {
                endings.add(new Ending(kept, ending.at(), ending.why()));
                pages.remove(id);
            }
        }
        var changes = new Changes(
                added,
                changed,
                endings,
                List.copyOf(entries),
                List.copyOf(onDuty.values()),
                List.copyOf(offDuty.values()));
        forgetWhatIsNotStored();
        return changes;
    }
}
