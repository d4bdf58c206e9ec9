package dev.usher.desk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What customers hand in over HTTP, without a connection of their own. Thread-safe; what is taken is stored. */
public interface Submissions {
    /** What became of it. */
    enum Answer {
        /** It is stored. */
        TAKEN,
        /** There is no such workgroup or visit, or it takes nothing of that kind. */
        NOT_TAKEN,
        /** There is too much of it already. */
        TOO_MANY,
        /** The switch cannot do it right now. */
        LATER
    }

    /**
     * A message for whoever comes on duty.
     *
     * @param answers how the customer is called, how to reach them, and what they write, by field
     * @param origin the network address that it comes from; empty if unknown
     */
    CompletableFuture<Answer> leave(String workgroup, Map<String, List<String>> answers, String origin);

    /**
     * What a customer thinks of a visit, under way or over. The last one counts.
     *
     * @param token the visit's
     * @param score from 1 to 5
     * @param comment may be empty
     */
    CompletableFuture<Answer> rate(String workgroup, String token, int score, String comment);
}
