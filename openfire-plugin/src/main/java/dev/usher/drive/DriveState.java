package dev.usher.drive;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a browser has reported about a drive (docs/protocol/drive.md). The word on the wire is {@link #word()}; the order
 * within the first three is the order of what is known.
 */
public enum DriveState {
    RECEIVED,
    ATTACHED,
    ARRIVED,
    DETACHED,
    NO_PAGE,
    UNCONFIRMED,
    NEEDS_CLICK,
    PAUSED,
    REFUSED,
    EXPIRED;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The state of that word, if there is one. */
    public static Optional<DriveState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    /**
     * Whether a browser that reported {@code this} may still report {@code next}. A drive that is refused or expired is
     * over; what was once known to have arrived can only be found detached; what the customer has paused may begin again.
     */
    boolean mayBecome(DriveState next) {
        return switch (this) {
            case RECEIVED -> next != RECEIVED;
            case ATTACHED -> next == ARRIVED || next == NO_PAGE || next == NEEDS_CLICK || next == DETACHED;
            case ARRIVED -> next == DETACHED;
            case NO_PAGE -> next == ARRIVED || next == NEEDS_CLICK || next == DETACHED;
            case UNCONFIRMED, NEEDS_CLICK -> next != RECEIVED && next != this;
            case PAUSED -> next != PAUSED;
            case DETACHED, REFUSED, EXPIRED -> false;
        };
    }
}
