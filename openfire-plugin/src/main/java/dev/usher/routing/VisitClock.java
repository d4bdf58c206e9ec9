package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When something is over for a visit. */
final class VisitClock {
    private VisitClock() {}

    /** When to look at a visit next; null when nothing runs. May be in the past: then it is due. */
    static Instant next(Visit visit, Settings settings, Instant now) {
        Instant first = null;
        first = earlier(first, visit.offeredUntil());
        first = earlier(first, visit.deadline());
        first = earlier(first, visit.returnBy());
        first = earlier(first, visit.handover().map(Handover::until));
        for (var seat : visit.seats()) {
            first = earlier(first, seat.returnBy());
        }
        if (visit.isSeeking()) {
            first = earlier(first, pauseEnd(visit, now));
        }
        if (visit.inQueue()) {
            first = earlier(first, visit.reserved().map(Reservation::until));
        }
        if (visit.phase() == Phase.WAITING && !visit.isCustomerMissed()) {
            first = earlier(first, relaxAt(visit, settings));
            first = earlier(first, giveUpAt(visit, settings));
        }
        return first;
    }

    /** When the first of the agents who declined may be asked again. */
    private static Optional<Instant> pauseEnd(Visit visit, Instant now) {
        return visit.pausedUntil().values().stream().filter(now::isBefore).min(Instant::compareTo);
    }

    /** When less is to be demanded; empty if never. */
    static Optional<Instant> relaxAt(Visit visit, Settings settings) {
        var every = settings.skills().relaxEvery();
        if (every.isZero() || visit.skills().isEmpty()) {
            return Optional.empty();
        }
        // By what is still demanded: a skill that nobody has any more fell away all at once.
        var first = visit.placed().skills();
        int relaxed = visit.skills().entrySet().stream()
                .mapToInt(skill -> first.getOrDefault(skill.getKey(), skill.getValue()) - skill.getValue())
                .min()
                .orElse(0);
        return Optional.of(visit.placed().since().plus(every.multipliedBy(relaxed + 1L)));
    }

    /** When a customer has waited too long in this queue; empty if never. */
    static Optional<Instant> giveUpAt(Visit visit, Settings settings) {
        if (visit.isErrand()) {
            return Optional.empty();
        }
        var queue = settings.queueOrFirst(visit.queue());
        if (queue.requestTimeout().equals(Duration.ZERO) || visit.hasTried(placeOf(queue))) {
            return Optional.empty();
        }
        return Optional.of(visit.queuedAt().plus(queue.requestTimeout()));
    }

    /** Where a queue overflows to, as a visit remembers to have tried it. */
    static String placeOf(ServiceQueue queue) {
        if (queue.overflow() instanceof Overflow.ToQueue other) {
            return other.queue();
        }
        return queue.overflow() instanceof Overflow.ToWorkgroup other ? Workgroups.tried(other.workgroup()) : "";
    }

    private static Instant earlier(Instant first, Optional<Instant> other) {
        return other.isPresent() && (first == null || other.get().isBefore(first)) ? other.get() : first;
    }
}
