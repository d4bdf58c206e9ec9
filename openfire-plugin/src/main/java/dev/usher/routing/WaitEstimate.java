package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How long a customer at a certain place will wait: the place times the mean time between two customers who were taken
 * out of the line by agents, measured only while others were waiting.
 *
 * <p>This is the queue-length delay predictor of W. Whitt, Predicting Queueing Delays, Management Science 45(6), 1999,
 * §2: with all {@code s} agents busy and service times of mean {@code 1/μ}, customers leave the line at rate {@code sμ},
 * so the one at place {@code n} waits {@code n/(sμ)} in the mean. The rate is measured rather than computed, which also
 * holds for agents who serve several customers. R. Ibrahim and W. Whitt, Real-Time Delay Estimation Based on Delay
 * History, Manufacturing &amp; Service Operations Management 11(3), 2009, compare it with others. Customers who gave up
 * are no sample: they say nothing about how fast agents come free. Too few samples, or only old ones, give no estimate.
 */
final class WaitEstimate {
    static final int ENOUGH = 10;
    private static final int REMEMBERED = 300;
    private static final Duration OLDEST = Duration.ofHours(2);

    private record Sample(Instant at, Duration interval) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private Duration sum = Duration.ZERO;
    /** The last time an agent took somebody, if others have been waiting ever since. */
    private Instant last;

    /** An agent has taken somebody. Where nobody else waits, it is {@link #emptied} right afterwards. */
    void taken(Instant at) {
        if (last != null) {
            add(new Sample(at, Duration.between(last, at)));
        }
        last = at;
    }

    /** Nobody waits any more: what comes next says nothing about the pace. */
    void emptied() {
        last = null;
    }

    /** @param place counted from 1, the next to be served */
    Optional<Duration> of(int place, Instant now) {
        while (!samples.isEmpty() && samples.getFirst().at().isBefore(now.minus(OLDEST))) {
            sum = sum.minus(samples.removeFirst().interval());
        }
        if (samples.size() < ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(mean(now).multipliedBy(place));
    }

    /** The interval that is running counts once it is a long one: a line that stands still has a longer wait by the minute. */
    private Duration mean(Instant now) {
        var mean = sum.dividedBy(samples.size());
        var running = last == null ? Duration.ZERO : Duration.between(last, now);
        return running.compareTo(mean) > 0 ? sum.plus(running).dividedBy(samples.size() + 1L) : mean;
    }

    /** Whether there is an estimate, or was a moment ago. */
    boolean isKnown() {
        return samples.size() >= ENOUGH;
    }

    private void add(Sample sample) {
        samples.addLast(sample);
        sum = sum.plus(sample.interval());
        if (samples.size() > REMEMBERED) {
            sum = sum.minus(samples.removeFirst().interval());
        }
    }
}
