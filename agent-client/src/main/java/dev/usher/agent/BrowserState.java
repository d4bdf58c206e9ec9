package dev.usher.agent;

import java.util.Arrays;
import java.util.Optional;

/** What a browser reported about a drive: the table of {@code docs/protocol/drive.md}, "What a browser reports". */
public enum BrowserState {
    /** The client has the drive. */
    RECEIVED("received"),
    /** The guided window is under control. */
    ATTACHED("attached"),
    /** A new document is in the window; it may be an error page. */
    ARRIVED("arrived"),
    /** Arrived, and the page cut the window off, or it was closed that instant. */
    DETACHED("detached"),
    /** Nothing came within 8 s: slow, hanging, a download. May still get better. */
    NO_PAGE("no-page"),
    /** No word from the window within 3 s. May still get better. */
    UNCONFIRMED("unconfirmed"),
    /** No window can be moved; the customer sees a button. */
    NEEDS_CLICK("needs-click"),
    /** The customer has stopped being led; the newest drive waits until they go on. */
    PAUSED("paused"),
    /** The customer's client will not go there; {@code vetoed}: the website that the customer came from does not allow it. */
    REFUSED("refused"),
    /** The drive came too late. */
    EXPIRED("expired");

    private final String word;

    BrowserState(String word) {
        this.word = word;
    }

    /** The state of that word on the wire; empty for one that is newer than this library. */
    public static Optional<BrowserState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
