package dev.usher.routing;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param offer how long an agent has to answer an offer
 * @param declinePause how long an agent who declined a visit, or let its offer lapse, is not asked for that visit again
 * @param open how long the opening of a channel may take
 * @param entry how long both sides have to enter an opened channel
 * @param wrapUp how long a visit that is over still takes up its agent; zero is not at all
 * @param comeBack how long a visit waits for a customer, or an accepted one for its agent, whose connection was lost
 * @param handover how long a transfer or an invitation looks for somebody
 * @param watch the least time between two views of the same queue for the agents who watch it
 */
public record Timing(
        Duration offer,
        Duration declinePause,
        Duration open,
        Duration entry,
        Duration wrapUp,
        Duration comeBack,
        Duration handover,
        Duration watch) {
    public static final Timing USUAL = new Timing(
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ZERO,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1));

    public Timing {
        requirePositive(offer, "offer");
        requirePositive(declinePause, "declinePause");
        requirePositive(open, "open");
        requirePositive(entry, "entry");
        requirePositive(comeBack, "comeBack");
        requirePositive(handover, "handover");
        requireNotNegative(wrapUp, "wrapUp");
        requireNotNegative(watch, "watch");
    }

    public Timing withOffer(Duration other) {
        return new Timing(other, declinePause, open, entry, wrapUp, comeBack, handover, watch);
    }

    public Timing withWrapUp(Duration other) {
        return new Timing(offer, declinePause, open, entry, other, comeBack, handover, watch);
    }

    public Timing withComeBack(Duration other) {
        return new Timing(offer, declinePause, open, entry, wrapUp, other, handover, watch);
    }

    public Timing withHandover(Duration other) {
        return new Timing(offer, declinePause, open, entry, wrapUp, comeBack, other, watch);
    }

    public Timing withWatch(Duration other) {
        return new Timing(offer, declinePause, open, entry, wrapUp, comeBack, handover, other);
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + duration);
        }
    }

    private static void requireNotNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, and is " + duration);
        }
    }
}
