package dev.usher.routing;

/**
 * How much one may ask for.
 *
 * @param capacity how many visits one agent serves at a time, unless the agent's profile says otherwise
 * @param perCustomer how many visits one user (bare JID) may have under way
 * @param perOrigin how many visits may be under way from one network address
 * @param lapses after how many offers that an agent let expire, one after the other, the agent is taken for not
 *     answering; 0 is never
 */
public record Limits(int capacity, int perCustomer, int perOrigin, int lapses) {
    public static final Limits USUAL = new Limits(4, 5, 50, 3);

    public Limits {
        requireOne(capacity, "capacity");
        requireOne(perCustomer, "perCustomer");
        requireOne(perOrigin, "perOrigin");
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
