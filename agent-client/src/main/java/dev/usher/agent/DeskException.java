package dev.usher.agent;

import java.time.Duration;
import org.jxmpp.jid.Jid;

/**
 * Why a future of this package failed; always itself, never wrapped in something of Smack's. The message is a sentence
 * that may be shown to the agent; where the server gave one, it is the server's.
 */
public abstract sealed class DeskException extends RuntimeException {

    private DeskException(String sentence) {
        super(sentence);
    }

    private DeskException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** This user is no agent of that workgroup, or of any. */
    public static final class NotAnAgent extends DeskException {
        NotAnAgent(String sentence) {
            super(sentence);
        }
    }

    /** The offer's time was over, the customer had left, or it had been answered before. */
    public static final class OfferGone extends DeskException {
        OfferGone(String sentence) {
            super(sentence);
        }
    }

    /** The switch will not lead the browser there, or not now. */
    public static final class DriveRefused extends DeskException {
        private final DriveRefusal reason;

        DriveRefused(DriveRefusal reason, String sentence) {
            super(sentence);
            this.reason = reason;
        }

        /** The reason to branch on. */
        public DriveRefusal reason() {
            return reason;
        }
    }

    /** The channel is over: nobody hears or follows any more. */
    public static final class ChannelEnded extends DeskException {
        ChannelEnded(String sentence) {
            super(sentence);
        }
    }

    /** Nothing came back in time. What was asked may or may not have happened. */
    public static final class NoAnswer extends DeskException {
        NoAnswer(Jid silent, Duration waited) {
            super("No answer from " + silent + " within " + seconds(waited) + ".");
        }

        private static String seconds(Duration waited) {
            return waited.toMillis() % 1000 == 0 ? waited.toSeconds() + " s" : waited.toMillis() + " ms";
        }
    }

    /** The connection is closed, or closed before the answer came. */
    public static final class ConnectionLost extends DeskException {
        ConnectionLost(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** The server refused for a reason that has no type of its own here. */
    public static final class Refused extends DeskException {
        private final String condition;

        Refused(String condition, String sentence) {
            super(sentence);
            this.condition = condition;
        }

        /** The error condition of RFC 6120 §8.3.3, as {@code item-not-found}. */
        public String condition() {
            return condition;
        }
    }
}
