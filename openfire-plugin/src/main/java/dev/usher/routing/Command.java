package dev.usher.routing;

import java.util.List;
import java.util.Map;

/** What a workgroup can be asked to do. */
public sealed interface Command {
    /**
     * A customer asks to be served. A second join over the same connection finds the first visit again.
     *
     * @param proposed the id of the visit, should this join make one
     * @param answers the form as filled in, values by field, in order
     */
    record Join(VisitId proposed, Address customer, Map<String, List<String>> answers) implements Command {}

    /** A customer leaves the queue. */
    record Depart(Address customer) implements Command {}

    /** An agent goes online over a connection, or changes between available and away there. */
    record Attend(Address agent, boolean available) implements Command {}

    /** An agent goes offline over a connection. */
    record Withdraw(Address agent) implements Command {}

    /** An agent takes what was offered. */
    record Accept(Address agent, OfferRef offer) implements Command {}

    /** An agent declines what was offered. */
    record Reject(Address agent, OfferRef offer) implements Command {}

    /** The channel of a seated visit is ready for its people. */
    record ConfirmChannel(VisitId visit) implements Command {}

    /** The channel of a visit could not be opened, or was lost. */
    record FailChannel(VisitId visit) implements Command {}

    /** Somebody has entered a visit's channel. */
    record Enter(VisitId visit, Address who) implements Command {}

    /** Somebody has left a visit's channel. */
    record Leave(VisitId visit, Address who) implements Command {}

    /** A connection is gone, whoever's it was. */
    record Vanish(Address who) implements Command {}

    /** The settings are now these. */
    record Configure(Settings settings) implements Command {}

    /** Look at the clock: something may be over. */
    record Tick() implements Command {}

    /** The workgroup is closing down, for good or for a restart: end what is under way. */
    record Close() implements Command {}
}
