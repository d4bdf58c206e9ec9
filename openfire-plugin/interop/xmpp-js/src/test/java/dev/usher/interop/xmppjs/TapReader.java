package dev.usher.interop.xmppjs;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the results of tests as they come, from TAP (the Test Anything Protocol) as Node writes it. Not thread-safe. */
final class TapReader {
    private static final Pattern RESULT = Pattern.compile("(not )?ok [0-9]+ - (.*)");
    private static final String DETAIL = "  ---";
    private static final String DETAIL_END = "  ...";

    /** @param detail what is said of a failure: what was expected, and where */
    record Result(String name, boolean passed, String detail) {}

    private final Iterator<String> lines;
    private int count;
    private boolean hasFailure;

    TapReader(Stream<String> lines) {
        this.lines = lines.iterator();
    }

    /** Waits for the next result; empty when there are no more. */
    Optional<Result> next() {
        while (lines.hasNext()) {
            var line = RESULT.matcher(lines.next());
            if (line.matches()) {
                var result = new Result(line.group(2).replaceAll("\\\\(.)", "$1"), line.group(1) == null, detail());
                count++;
                hasFailure |= !result.passed();
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** How many results there were so far. */
    int count() {
        return count;
    }

    /** Whether one of them is a failure. */
    boolean hasFailure() {
        return hasFailure;
    }

    /** Node writes one for each test, right behind the result; it breaks off when Node does. */
    private String detail() {
        var detail = new StringBuilder();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.equals(DETAIL_END)) {
                break;
            }
            if (!line.equals(DETAIL)) {
                detail.append(line.isBlank() ? "" : line.substring(2)).append('\n');
            }
        }
        return detail.toString();
    }
}
