package dev.usher.testbed.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One visit on the stop-watch, from the click to the instant when agent and customer have both seen themselves in the room. */
final class Meeting {
    private final CompletableFuture<Long> clicked = new CompletableFuture<>();
    private final CompletableFuture<Long> customerIn = new CompletableFuture<>();
    private final CompletableFuture<Long> agentIn = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** The customer has entered, in the visit that began with that click. */
    void customerIn(long click, long at) {
        clicked.complete(click);
        customerIn.complete(at);
    }

    void agentIn(long at) {
        agentIn.complete(at);
    }

    /** Both have left. */
    void over() {
        over.complete(null);
    }

    CompletableFuture<Duration> met() {
        return customerIn
                .thenCombine(agentIn, Math::max)
                .thenCombine(clicked, (last, first) -> Duration.ofNanos(last - first));
    }

    CompletableFuture<Void> whenOver() {
        return over;
    }
}
