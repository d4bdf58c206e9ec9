package dev.usher.testbed.bench;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The same visits through Usher and by hand, and what of one the other is. */
record Comparison(Times usher, Times byHand) {
    private static final int PARTS = 5;

    Comparison() {
        this(new Times(), new Times());
    }

    double ratio(int percent) {
        return usher.percentile(percent) / byHand.percentile(percent);
    }

    String table() {
        return """
                                min      p25   median      p75      p95      max   ms
                Usher      %s
                by hand    %s
                ratio      %s
                           %s
                """.formatted(usher.row(), byHand.row(), ratioOf("median", 50), ratioOf("p95", 95));
    }

    private String ratioOf(String name, int percent) {
        ToDoubleFunction<Integer> part = index -> usher.part(index, PARTS).percentile(percent)
                / byHand.part(index, PARTS).percentile(percent);
        var parts = IntStream.range(0, PARTS).mapToDouble(part::applyAsDouble).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%s %.2f (%.2f to %.2f in fifths of the run)",
                name,
                ratio(percent),
                parts.getMin(),
                parts.getMax());
    }
}
