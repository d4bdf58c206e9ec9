package dev.usher.wire;

import dev.usher.desk.VisitStore.Entry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a customer thinks of a visit. @param score from 1 to 5 @param comment may be empty */
record Rating(int score, String comment) {
    private static final Pattern LINE = Pattern.compile("([1-5])(?: (.*))?", Pattern.DOTALL);

    Rating {
        comment = comment.strip();
    }

    /** As it stands in the journal. */
    String text() {
        return comment.isEmpty() ? Integer.toString(score) : score + " " + comment;
    }

    /** The one that counts: the last. @param lines of a journal, oldest first */
    static Optional<Rating> last(List<Entry> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var line = LINE.matcher(lines.get(lines.size() - 1).what());
        return line.matches()
                ? Optional.of(new Rating(
                        Integer.parseInt(line.group(1)),
                        Optional.ofNullable(line.group(2)).orElse("")))
                : Optional.empty();
    }

    /** For agents to read. */
    String sentence() {
        return "The customer rated this visit " + score + " of 5" + (comment.isEmpty() ? "." : ": " + comment);
    }
}
