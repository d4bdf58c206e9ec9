package dev.usher.routing;

/**
 * How much one may ask for.
 *
 * @param capacity how many visits one agent serves at a time, unless the agent's profile says otherwise
 * @param perCustomer how many visits one user (bare JID) may have under way
 * @param perOrigin how many visits may be under way from one network address
 * @param lapses after how many offers that an agent let expire, one after the other, the agent is taken for not
 *     answering; 0 is never
 * @param messages how many messages may have been left that no agent has been told of
 * @param messagesPerOrigin how many messages may be left from one network address within ten minutes
 */
public record Limits(int capacity, int perCustomer, int perOrigin, int lapses, int messages, int messagesPerOrigin) {
    /** How often a customer may rate one visit. */
    public static final int RATINGS = 5;

    public static final Limits USUAL = new Limits(4, 5, 50, 3);

    /** With the usual numbers of messages. */
    public Limits(int capacity, int perCustomer, int perOrigin, int lapses) {
        this(capacity, perCustomer, perOrigin, lapses, 1_000, 5);
    }

    public Limits {
        requireOne(capacity, "capacity");
        requireOne(perCustomer, "perCustomer");
        requireOne(perOrigin, "perOrigin");
        requireOne(messages, "messages");
        requireOne(messagesPerOrigin, "messagesPerOrigin");
        if (lapses < 0) {
            throw new IllegalArgumentException("lapses must be 0 or more, not " + lapses);
        }
    }

    private static void requireOne(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + number);
        }
    }
}
