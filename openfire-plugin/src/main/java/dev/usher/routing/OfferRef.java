package dev.usher.routing;

/** How an agent names the offer that is being answered. */
public sealed interface OfferRef {
    /** By the visit's session id, as Smack and Spark do. */
    record BySession(VisitId visit) implements OfferRef {}

    /** By the customer's connection, as XEP-0142 §5.3 has it. */
    record ByCustomer(String connection) implements OfferRef {}

    /** Whatever the agent is being asked for, as people answer who are asked for one thing at a time. */
    record Pending() implements OfferRef {}
}
