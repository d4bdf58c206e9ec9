package dev.usher.routing;

/**
 * A queue with Poisson arrivals, exponential service and {@code c} agents (M/M/c), in theory: A. K. Erlang, Solution of
 * some Problems in the Theory of Probabilities of Significance in Automatic Telephone Exchanges, 1917; as in D. Gross and
 * C. M. Harris, Fundamentals of Queueing Theory, §2.3. Times are in mean service times.
 *
 * @param load the part of their time that the agents are busy, below 1
 */
record ErlangC(int agents, double load) {
    double offered() {
        return agents * load;
    }

    /** The probability that a customer has to wait: Erlang's C, from Erlang's B by the stable recursion. */
    double waiting() {
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = offered() * blocked / (k + offered() * blocked);
        }
        return blocked / (1 - load * (1 - blocked));
    }

    /** The mean wait of all customers, those who do not wait included. */
    double meanWait() {
        return waiting() / (agents * (1 - load));
    }
}
