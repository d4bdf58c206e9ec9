package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a workgroup has decided. */
public sealed interface Event {
    /** A command was understood and not carried out. */
    record Refused(Refusal why) implements Event {}

    /** A customer is in the queue. */
    record Queued(VisitId visit, Address customer) implements Event {}

    /** A waiting customer's place is now this. @param position counted from 1, the next to be served */
    record Moved(VisitId visit, Address customer, int position) implements Event {}

    /** A customer is out of the queue without having been served. */
    record Departed(VisitId visit, Address customer, DepartReason why) implements Event {}

    /** An agent is online over this connection, available or away, and sees the queue. */
    record Attended(Address agent, boolean available, QueueView queue) implements Event {}

    /** An agent is no longer online over this connection. */
    record Withdrew(Address agent) implements Event {}

    /** The queue looks different to the agents who watch it. */
    record QueueChanged(List<Address> agents, QueueView queue) implements Event {}

    /** A visit is shown to an agent. @param timeout the time to answer; over at {@code until} */
    record Offered(
            VisitId visit,
            Address agent,
            Address customer,
            Map<String, List<String>> answers,
            Duration timeout,
            Instant until)
            implements Event {}

    /** An agent has declined. */
    record Rejected(VisitId visit, Address agent) implements Event {}

    /** An offer is taken back. */
    record Revoked(VisitId visit, Address agent, Address customer, RevokeReason why) implements Event {}

    /** An agent has taken a visit, which now needs a channel. */
    record Seated(VisitId visit, Address agent, Address customer) implements Event {}

    /** A seated visit is in the queue again, at its old place; its channel is not needed any more. */
    record Unseated(VisitId visit, Address customer) implements Event {}

    /** The channel is there: both sides can be invited. */
    record Opened(VisitId visit, Address agent, Address customer) implements Event {}

    /** The agent is in the channel. */
    record AgentEntered(VisitId visit, Address agent) implements Event {}

    /** The customer is in the channel. */
    record CustomerEntered(VisitId visit, Address customer) implements Event {}

    /** A seated visit is over, and its channel with it. */
    record Ended(VisitId visit, Address agent, Address customer, EndReason why) implements Event {}
}
