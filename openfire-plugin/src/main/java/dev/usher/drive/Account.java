package dev.usher.drive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One drive's account: what each browser last reported. Owned by the board. */
final class Account {
    private record Report(DriveState state, String reason) {}

    private final String id;
    private final int seq;
    private final String orderedBy;
    private final int browsers;
    private final Map<String, Report> last = new LinkedHashMap<>();

    Account(String id, int seq, String orderedBy, int browsers) {
        this.id = id;
        this.seq = seq;
        this.orderedBy = orderedBy;
        this.browsers = browsers;
    }

    String id() {
        return id;
    }

    /**
     * Takes down what a browser reports. Returns whether that says anything new.
     *
     * @param led the browsers that are there now: one that has come back goes on where it was under another name, and is
     *     not counted twice
     */
    boolean note(String browser, DriveState state, String reason, Set<String> led) {
        var known = last.get(browser);
        if (known != null && !known.state().mayBecome(state)) {
            return false;
        }
        last.keySet().retainAll(led);
        last.put(browser, new Report(state, reason));
        return true;
    }

    /** Whether no browser has said anything yet. */
    boolean isEmpty() {
        return last.isEmpty();
    }

    DriveEvent.Reported report(String visit) {
        var counts = new LinkedHashMap<Report, Integer>();
        last.values().forEach(report -> counts.merge(report, 1, Integer::sum));
        List<DriveEvent.Count> rows = new ArrayList<>();
        counts.forEach((report, number) -> rows.add(new DriveEvent.Count(report.state(), report.reason(), number)));
        return new DriveEvent.Reported(visit, id, seq, orderedBy, browsers, List.copyOf(rows));
    }
}
