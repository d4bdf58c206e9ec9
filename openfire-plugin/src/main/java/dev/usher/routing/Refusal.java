package dev.usher.routing;

/**
 * Every reason for which a command is refused, with the stanza error (RFC 6120 §8.3) and the sentence for the one who
 * asked.
 */
public enum Refusal {
    CLOSED("wait", "service-unavailable", "Nobody is here to answer right now. Please try again later."),
    NOT_WAITING("cancel", "item-not-found", "You are not waiting in this queue."),
    NOT_AN_AGENT("auth", "not-authorized", "You are not an agent of this workgroup. Ask an administrator to add you."),
    OFFER_GONE(
            "cancel", "not-acceptable", "This offer is no longer yours: its time is over, or the customer has left.");

    private final String type;
    private final String condition;
    private final String sentence;

    Refusal(String type, String condition, String sentence) {
        this.type = type;
        this.condition = condition;
        this.sentence = sentence;
    }

    /** The error type: {@code auth}, {@code cancel}, {@code modify} or {@code wait}. */
    public String type() {
        return type;
    }

    /** The defined condition. */
    public String condition() {
        return condition;
    }

    /** What is wrong and what to do, in English. */
    public String sentence() {
        return sentence;
    }
}
