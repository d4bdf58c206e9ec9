package dev.usher;

import dev.usher.desk.StoreException;
import dev.usher.desk.VisitStore;
import dev.usher.routing.Address;
import dev.usher.routing.Bond;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A store that forgets when the test is over, and keeps all the same promises (VisitStoreContract). {@link #vanish}
 * makes every call fail until {@link #comeBack}. Thread-safe.
 */
public final class MemoryVisitStore implements VisitStore {
    record Row(String workgroup, Kept visit, Instant endedAt) {}

    private Map<VisitId, Row> visits = new LinkedHashMap<>();
    private Map<VisitId, TreeMap<Integer, Entry>> journals = new LinkedHashMap<>();
    private Map<String, Map<String, Duty>> duties = new TreeMap<>();
    private boolean isThere = true;

    public synchronized void vanish() {
        isThere = false;
    }

    public synchronized void comeBack() {
        isThere = true;
    }

    @Override
    public synchronized void keep(String workgroup, Changes changes) {
        requireThere();
        var before = new MemoryVisitStore();
        before.visits.putAll(visits);
        journals.forEach((visit, journal) -> before.journals.put(visit, new TreeMap<>(journal)));
        duties.forEach((name, onDuty) -> before.duties.put(name, new TreeMap<>(onDuty)));
        try {
            change(workgroup, changes);
        } catch (StoreException e) {
            visits = before.visits;
            journals = before.journals;
            duties = before.duties;
            throw e;
        }
    }

    private void change(String workgroup, Changes changes) {
        for (var visit : changes.added()) {
            require(visits.put(visit.state().id(), new Row(workgroup, visit, null)) == null, "there already");
        }
        for (var visit : changes.changed()) {
            put(visit, null);
        }
        for (var ending : changes.ended()) {
            put(ending.last(), ending.at());
        }
        for (var entry : changes.entries()) {
            var journal = journals.computeIfAbsent(entry.visit(), any -> new TreeMap<>());
            require(journal.put(entry.number(), entry) == null, "an entry with that number");
        }
        var here = duties.computeIfAbsent(workgroup, any -> new TreeMap<>());
        changes.offDuty().stream().map(Address::connection).forEach(here::remove);
        changes.onDuty().forEach(duty -> here.put(duty.agent().connection(), duty));
    }

    private void put(Kept visit, Instant endedAt) {
        var old = visits.get(visit.state().id());
        require(old != null, "no such visit");
        visits.put(visit.state().id(), new Row(old.workgroup(), visit, endedAt == null ? old.endedAt() : endedAt));
    }

    @Override
    public synchronized Memory recall(String workgroup, Instant bondsSince) {
        requireThere();
        var live = of(workgroup)
                .filter(row -> row.endedAt() == null)
                .map(Row::visit)
                .sorted(Comparator.comparing(visit -> visit.state().placed().number()))
                .toList();
        var bonds = new LinkedHashMap<String, Bond>();
        of(workgroup)
                .filter(row -> row.endedAt() != null && !row.endedAt().isBefore(bondsSince))
                .filter(row -> !row.visit().state().seats().isEmpty())
                .sorted(Comparator.comparing(Row::endedAt))
                .map(row -> new Bond(
                        row.visit().state().customer().user(),
                        row.visit().state().seats().get(0).agent().user(),
                        row.endedAt()))
                .forEach(bond -> {
                    bonds.remove(bond.customer());
                    bonds.put(bond.customer(), bond);
                });
        return new Memory(
                live,
                List.copyOf(bonds.values()),
                List.copyOf(duties.getOrDefault(workgroup, Map.of()).values()));
    }

    synchronized List<Row> rows() {
        requireThere();
        return List.copyOf(visits.values());
    }

    /** Writes one entry more about a visit. */
    synchronized void append(Entry entry) {
        var row = visits.get(entry.visit());
        var kept = new Kept(row.visit().state(), entry.number(), row.visit().drives());
        visits.put(entry.visit(), new Row(row.workgroup(), kept, row.endedAt()));
        journals.computeIfAbsent(entry.visit(), any -> new TreeMap<>()).put(entry.number(), entry);
    }

    private Stream<Row> of(String workgroup) {
        return visits.values().stream().filter(row -> row.workgroup().equals(workgroup));
    }

    @Override
    public synchronized List<Entry> journal(VisitId visit, int after, int atMost) {
        requireThere();
        return journals.getOrDefault(visit, new TreeMap<>()).tailMap(after, false).values().stream()
                .limit(Math.max(0, atMost))
                .toList();
    }

    @Override
    public synchronized List<String> workgroups() {
        requireThere();
        return visits.values().stream()
                .filter(row -> row.endedAt() == null)
                .map(Row::workgroup)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public synchronized int forget(Instant endedBefore, int atMost) {
        requireThere();
        var over = new ArrayList<>(visits.values());
        over.removeIf(row -> row.endedAt() == null || !row.endedAt().isBefore(endedBefore));
        over.sort(Comparator.comparing(Row::endedAt));
        var forgotten = over.stream()
                .limit(Math.max(0, atMost))
                .map(row -> row.visit().state().id())
                .toList();
        forgotten.forEach(visits::remove);
        forgotten.forEach(journals::remove);
        return forgotten.size();
    }

    private void requireThere() {
        require(isThere, "the store has vanished");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoreException(otherwise, null);
        }
    }
}
