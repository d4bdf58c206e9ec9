package dev.usher.testbed.kill;

import java.util.HashSet;
import java.util.Set;

/** One visit as its customer and the agents know it. The {@link Ledger} owns it and hands out copies. */
final class Known {
    final String session;
    /** Nobody, when the server died before it could tell the customer: then agents alone may know of the visit. */
    String customer;

    String token;
    int joinSent;
    int joinAcknowledged;
    /** Whose accept was acknowledged. */
    String agent;
    /** Who sent an accept and was not answered: the server may have decided or not. */
    final Set<String> accepting = new HashSet<>();
    /** Who holds the offer, while the server lives. */
    String offeredTo;
    /** Somebody has asked for the end and was not answered: the visit may be over or not. */
    boolean ending;
    /** The end was acknowledged. */
    boolean ended;
    /** To a server that is dead: what this one offered just before the end may be heard just after it. */
    boolean overBefore;

    Known(String session) {
        this.session = session;
    }

    Known copy() {
        var copy = new Known(session);
        copy.customer = customer;
        copy.token = token;
        copy.joinSent = joinSent;
        copy.joinAcknowledged = joinAcknowledged;
        copy.agent = agent;
        copy.accepting.addAll(accepting);
        copy.offeredTo = offeredTo;
        copy.ending = ending;
        copy.ended = ended;
        copy.overBefore = overBefore;
        return copy;
    }

    /** The customer was told of the visit, and nobody has asked for its end: it must be there. */
    boolean mustBeThere() {
        return customer != null && !ending && !ended;
    }

    /** For certain before that one: it was acknowledged before the other was asked for. */
    boolean joinedBefore(Known other) {
        return joinAcknowledged < other.joinSent;
    }

    @Override
    public String toString() {
        return customer + "'s visit " + session;
    }
}
