package dev.usher.testbed.ground.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the tests found about one client. As a file it is one line for each operation, {@code NAME⇥works⇥remark} or
 * {@code NAME⇥fails⇥}, of which any test in any language can write one. Thread-safe.
 */
public final class Findings {
    private static final String WORKS = "works";
    private static final String FAILS = "fails";

    /** @param remark empty if there is nothing to say */
    public record Finding(boolean works, String remark) {
        /** An operation works if every test of it says so. What they say besides does not depend on their order. */
        private Finding and(Finding other) {
            var remarks = new TreeSet<String>();
            for (var each : List.of(this, other)) {
                remarks.addAll(List.of(each.remark.split("; ")));
            }
            remarks.remove("");
            return new Finding(works && other.works, String.join("; ", remarks));
        }
    }

    private final Map<Operation, Finding> findings = new EnumMap<>(Operation.class);

    public synchronized void add(Operation operation, boolean works, String remark) {
        findings.merge(operation, new Finding(works, works ? remark : ""), Finding::and);
    }

    /** Nothing if no test of this client proves it. */
    public synchronized Optional<Finding> of(Operation operation) {
        return Optional.ofNullable(findings.get(operation));
    }

    public synchronized void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        findings.forEach((operation, finding) ->
                lines.add(operation.name() + "\t" + (finding.works ? WORKS : FAILS) + "\t" + finding.remark));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** @throws IllegalArgumentException for a line that is none of ours, naming it */
    public static Findings read(Path file) throws IOException {
        var read = new Findings();
        for (var line : Files.readAllLines(file)) {
            var parts = List.of(line.split("\t", -1));
            if (parts.size() != 3 || !List.of(WORKS, FAILS).contains(parts.get(1))) {
                throw new IllegalArgumentException(file + ": not NAME, works or fails, and a remark: " + line);
            }
            read.add(operation(file, parts.get(0)), parts.get(1).equals(WORKS), parts.get(2));
        }
        return read;
    }

    private static Operation operation(Path file, String name) {
        try {
            return Operation.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": " + name + " is no operation of " + Operation.class.getSimpleName() + ".java", e);
        }
    }
}
