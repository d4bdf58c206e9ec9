package dev.usher.testbed.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, in the order in which it was. Not thread-safe. */
final class Times {
    private final List<Long> nanos;

    Times() {
        this(new ArrayList<>());
    }

    private Times(List<Long> nanos) {
        this.nanos = nanos;
    }

    void add(Duration time) {
        nanos.add(time.toNanos());
    }

    int count() {
        return nanos.size();
    }

    /** The smallest time that this share of all does not exceed, in milliseconds. */
    double percentile(int percent) {
        var sorted = nanos.stream().sorted().toList();
        int rank = Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0));
        return sorted.get(rank - 1) / 1e6;
    }

    /** One of so many equal parts of the run: how far they differ says how far one run can be trusted. */
    Times part(int index, int parts) {
        return new Times(nanos.subList(nanos.size() * index / parts, nanos.size() * (index + 1) / parts));
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%8.2f %8.2f %8.2f %8.2f %8.2f %8.2f",
                percentile(0),
                percentile(25),
                percentile(50),
                percentile(75),
                percentile(95),
                percentile(100));
    }
}
