package dev.usher.drive;

/** Every reason, the URL apart, for which a drive is refused, with its stanza error (RFC 6120 §8.3). */
public enum DriveRefusal {
    /** Also for a visit that does not exist: who is not in it learns nothing about it. */
    NOT_THE_AGENT("auth", "forbidden", "You are not the agent of this visit."),
    NOBODY_THERE("wait", "unexpected-request", "The customer is not in the channel yet."),
    /** Somebody who is not led in that visit reports about it. */
    NOT_IN_THE_VISIT("auth", "forbidden", "You are not in this visit."),
    EXPIRY("modify", "bad-request", "The attribute expires must lie in the next 10 minutes.");

    private final String type;
    private final String condition;
    private final String sentence;

    DriveRefusal(String type, String condition, String sentence) {
        this.type = type;
        this.condition = condition;
        this.sentence = sentence;
    }

    public String type() {
        return type;
    }

    public String condition() {
        return condition;
    }

    /** What is wrong and what to do, in English. */
    public String sentence() {
        return sentence;
    }
}
