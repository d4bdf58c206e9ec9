package dev.usher.openfire;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which name may have been meant by one that nobody knows. */
final class Spelling {
    /** How many letters may be wrong. */
    private static final int SLIPS = 2;

    private Spelling() {}

    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= SLIPS)
                .min(Comparator.comparing(other -> distance(name, other)));
    }

    /** How many letters have to be put in, taken out or exchanged; case is not counted. */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int exchanged = above[j - 1] + (same ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
