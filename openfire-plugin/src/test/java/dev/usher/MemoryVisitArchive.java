package dev.usher;

import dev.usher.MemoryVisitStore.Row;
import dev.usher.desk.JournalPart;
import dev.usher.desk.SearchText;
import dev.usher.desk.Stay;
import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.Limits;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a {@link MemoryVisitStore} has, read as the archive promises it. Thread-safe. */
public final class MemoryVisitArchive implements VisitArchive {
    private static final Comparator<Archived> NEWEST_FIRST = Comparator.comparing(Archived::arrivedAt)
            .reversed()
            .thenComparing(visit -> visit.visit().value());

    private final MemoryVisitStore store;

    public MemoryVisitArchive(MemoryVisitStore store) {
        this.store = store;
    }

    @Override
    public Optional<Archived> find(String workgroup, VisitId visit) {
        return visits(workgroup).filter(each -> each.visit().equals(visit)).findFirst();
    }

    @Override
    public List<Archived> ofCustomer(String workgroup, String customer, int atMost) {
        return visits(workgroup)
                .filter(visit -> visit.customer().user().equals(customer))
                .sorted(NEWEST_FIRST)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Archived> servedBy(String workgroup, String agent, Instant since, int atMost) {
        Comparator<Archived> oldestFirst = Comparator.comparing(visit -> cameAt(visit, agent));
        return visits(workgroup)
                .filter(visit ->
                        visit.isServedBy(agent) && !cameAt(visit, agent).isBefore(since))
                .sorted(oldestFirst.reversed())
                .limit(atMost)
                .toList();
    }

    private static Instant cameAt(Archived visit, String agent) {
        return visit.stays().stream()
                .filter(stay -> stay.agent().equals(agent))
                .findFirst()
                .map(Stay::from)
                .orElse(Instant.MAX);
    }

    @Override
    public Found search(Search search, int atMost, int lookedAt) {
        var text = new SearchText(search.text());
        var looked = search.workgroups().stream()
                .flatMap(this::visits)
                .filter(visit -> !visit.arrivedAt().isBefore(search.from().orElse(Instant.MIN)))
                .filter(visit -> !visit.arrivedAt().isAfter(search.until().orElse(Instant.MAX)))
                .filter(visit -> search.agent().isEmpty()
                        || visit.isServedBy(search.agent().get()))
                .filter(visit -> words(visit).anyMatch(text::isIn))
                .sorted(NEWEST_FIRST)
                .toList();
        int room = Math.min(atMost, lookedAt);
        return new Found(looked.subList(0, Math.min(room, looked.size())), looked.size() > room);
    }

    private Stream<String> words(Archived visit) {
        return Stream.concat(
                visit.answers().values().stream().flatMap(List::stream),
                journal(visit.visit()).stream().filter(JournalPart.WORDS::has).map(Entry::what));
    }

    @Override
    public Lines lines(VisitId visit, JournalPart part, int atMost, int characters) {
        var all = journal(visit).stream().filter(part::has).toList();
        var newest = new ArrayDeque<Entry>();
        int room = characters;
        for (int i = all.size() - 1; i >= 0; i--) {
            room -= all.get(i).what().length();
            if (newest.size() == atMost || room < 0) {
                return new Lines(List.copyOf(newest), true);
            }
            newest.addFirst(all.get(i));
        }
        return new Lines(List.copyOf(newest), false);
    }

    @Override
    public Noted annotate(String workgroup, VisitId visit, Address by, String text, Instant at) {
        synchronized (store) {
            var row = row(each -> each.workgroup().equals(workgroup) && isOf(each, visit));
            if (row.isEmpty() || !archived(row.get()).isServedBy(by.user())) {
                return Noted.NOT_THEIRS;
            }
            if (row.get().endedAt() == null) {
                return Noted.STILL_ON;
            }
            var last = lines(visit, JournalPart.NOTES, Integer.MAX_VALUE, Integer.MAX_VALUE).entries().stream()
                    .filter(note -> note.user().equals(by.user()))
                    .reduce((earlier, later) -> later)
                    .map(Entry::what);
            if (!Objects.equals(last.orElse(null), text)) {
                int number = row.get().visit().entries() + 1;
                store.append(new Entry(visit, number, at, "note", by.connection(), text));
            }
            return Noted.KEPT;
        }
    }

    @Override
    public Noted rate(String workgroup, VisitId visit, String text, Instant at) {
        synchronized (store) {
            var row = row(each -> each.workgroup().equals(workgroup) && isOf(each, visit));
            if (row.isEmpty()) {
                return Noted.NOT_THEIRS;
            }
            if (row.get().endedAt() == null) {
                return Noted.STILL_ON;
            }
            var before = lines(visit, JournalPart.RATINGS, Integer.MAX_VALUE, Integer.MAX_VALUE)
                    .entries();
            if (!before.isEmpty() && before.get(before.size() - 1).what().equals(text)) {
                return Noted.KEPT;
            }
            if (before.size() >= Limits.RATINGS) {
                return Noted.TOO_MANY;
            }
            int number = row.get().visit().entries() + 1;
            var who = row.get().visit().state().customer().connection();
            store.append(new Entry(visit, number, at, "rating", who, text));
            return Noted.KEPT;
        }
    }

    private Stream<Archived> visits(String workgroup) {
        return store.rows().stream()
                .filter(row -> row.workgroup().equals(workgroup))
                .map(this::archived);
    }

    private Optional<Row> row(Predicate<Row> that) {
        return store.rows().stream().filter(that).findFirst();
    }

    private static boolean isOf(Row row, VisitId visit) {
        return row.visit().state().id().equals(visit);
    }

    private Archived archived(Row row) {
        var state = row.visit().state();
        var comings =
                journal(state.id()).stream().filter(JournalPart.COMINGS::has).toList();
        return new Archived(
                state.id(),
                row.workgroup(),
                state.customer(),
                state.placed().answers(),
                state.placed().since(),
                Optional.ofNullable(row.endedAt()),
                Stay.of(comings));
    }

    private List<Entry> journal(VisitId visit) {
        return store.journal(visit, 0, Integer.MAX_VALUE);
    }
}
