package dev.usher.routing;

/**
 * Every reason for which a command is refused, with the stanza error (RFC 6120 §8.3) and the sentence for the one who
 * asked.
 */
public enum Refusal {
    CLOSED("wait", "service-unavailable", "Nobody is here to answer right now. Please try again later."),
    OUTSIDE_HOURS("wait", "service-unavailable", "We are closed at this hour. Please come back when we are open."),
    FULL("wait", "service-unavailable", "Too many customers are waiting already. Please try again later."),
    LEAVE_MESSAGE("wait", "service-unavailable", "Nobody can answer right now. Please leave us a message."),
    TOO_MANY_OF_CUSTOMER(
            "wait", "resource-constraint", "You have too many chats with us under way. Please end one of them first."),
    TOO_MANY_OF_ORIGIN(
            "wait", "resource-constraint", "Too many chats come from your network. Please try again in a while."),
    NO_MESSAGES("cancel", "item-not-found", "No messages can be left here. Please try again later."),
    TOO_MANY_MESSAGES_OF_ORIGIN(
            "wait", "resource-constraint", "Too many messages come from your network. Please try again in a while."),
    TOO_MANY_MESSAGES(
            "wait", "resource-constraint", "Too many messages wait to be read already. Please try again later."),
    TOO_MANY_RATINGS("wait", "resource-constraint", "This visit has been rated often enough."),
    NOT_VERIFIED(
            "auth",
            "not-authorized",
            "We could not verify who you are. Please sign in on our website again, and open the chat from there."),
    NO_VISIT("cancel", "item-not-found", "This visit is over, or it never was. Please join again."),
    OTHER_VISIT("cancel", "conflict", "Another visit is under way on this connection. Please end it first."),
    NOT_WAITING("cancel", "item-not-found", "You are not waiting in this queue."),
    NOT_AN_AGENT("auth", "not-authorized", "You are not an agent of this workgroup. Ask an administrator to add you."),
    OFFER_GONE(
            "cancel", "not-acceptable", "This offer is no longer yours: its time is over, or the customer has left."),
    /** Also for a visit that does not exist: who is not in it learns nothing about it. */
    NOT_IN_VISIT("auth", "forbidden", "You are not an agent of this visit."),
    /** Also for a visit that does not exist. */
    NOT_A_MONITOR(
            "auth",
            "forbidden",
            "You cannot look into this visit: it is not under way here, or you are no monitor of this workgroup. An"
                    + " administrator names them."),
    NO_SUCH_TARGET("cancel", "item-not-found", "There is no such agent, queue or workgroup to hand the visit to."),
    TARGET_UNAVAILABLE("wait", "recipient-unavailable", "This agent is offline, away or busy. Ask somebody else.");

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
