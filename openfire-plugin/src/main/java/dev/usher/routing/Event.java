package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workgroup has decided. */
public sealed interface Event {
    /**
     * Something about one visit. These, in their order and with their times, are the visit's journal: {@link Replay}
     * makes the same state of them.
     */
    sealed interface OfVisit extends Event {
        VisitId visit();
    }

    /** A command was understood and not carried out. */
    record Refused(Refusal why) implements Event {}

    /** A customer is in the queue, for the first time. */
    record Queued(VisitId visit, Address customer, Placement placement) implements OfVisit {}

    /** A customer whom nobody can answer has left a message. @param customer an address that stands for them */
    record MessageLeft(VisitId visit, Address customer, Placement placement) implements OfVisit {}

    /**
     * Agents are told of a message, which is over as soon as that is confirmed.
     *
     * @param agents the connections of those who are available
     * @param left when, on the clock of the workgroup
     */
    record MessageShown(VisitId visit, List<Address> agents, Map<String, List<String>> answers, ZonedDateTime left)
            implements Event {}

    /** Agents have been told of a message, and with that it is over. */
    record MessageTold(VisitId visit, List<Address> agents) implements OfVisit {}

    /**
     * A customer is back, or asked again: this is the connection now.
     *
     * @param enterBy where the channel is there and the customer is not in it: until when to enter it
     */
    record Rejoined(VisitId visit, Address customer, Optional<Instant> enterBy) implements OfVisit {}

    /** A customer's connection is gone; the visit waits for the customer until then. */
    record CustomerMissed(VisitId visit, Address customer, Instant returnBy) implements OfVisit {}

    /** A waiting customer has gone on to another queue, for as many wait here as may, or it took too long. */
    record Overflowed(VisitId visit, String from, String to) implements OfVisit {}

    /** A customer who should have gone on to another place cannot, and keeps waiting here. @param place as it was tried */
    record Stayed(VisitId visit, String place) implements OfVisit {}

    /** A waiting customer who has asked is told the place. @param position counted from 1 */
    record Located(VisitId visit, Address customer, int position, Optional<Duration> expectedWait) implements Event {}

    /** Less is demanded of an agent from now on. @param skills what is still demanded */
    record Relaxed(VisitId visit, Map<String, Integer> skills) implements OfVisit {}

    /** A visit is no longer kept for one agent. */
    record Unreserved(VisitId visit, String agent) implements OfVisit {}

    /** A waiting customer's place is now this. @param position counted from 1, the next to be served */
    record Moved(VisitId visit, Address customer, int position, Optional<Duration> expectedWait) implements Event {}

    /** A visit waits because nobody may take it. Told when the reason is another one than before. */
    record Unmatched(VisitId visit, Shortfall why) implements Event {}

    /** A customer is out of the queue without having been served. */
    record Departed(VisitId visit, Address customer, DepartReason why) implements OfVisit {}

    /**
     * An agent is online over this connection, available or away, and sees the queues that are served.
     *
     * @param wish how many visits at a time the agent wishes to serve; 0 is no wish
     */
    record Attended(Address agent, boolean available, int wish, List<QueueView> queues) implements Event {}

    /** An agent is no longer online over this connection. */
    record Withdrew(Address agent) implements Event {}

    /** An agent is told who may serve here (bare JIDs). */
    record StaffListed(Address agent, List<String> agents) implements Event {}

    /** Those who see their colleagues are told that there are others (bare JIDs) than before. */
    record StaffChanged(List<Address> watchers, List<String> added, List<String> removed) implements Event {}

    /** Those who see their colleagues are shown one of them. */
    record AgentShown(List<Address> watchers, AgentView agent) implements Event {}

    /** An agent who has asked is told what they have in hand: themselves as the others see them. */
    record StockTaken(AgentView agent) implements Event {}

    /** An agent has let too many offers lapse, and is asked no more until the agent is available again. */
    record NotAnswering(Address agent, int lapses) implements Event {}

    /** A queue looks different to the agents who watch it. */
    record QueueChanged(List<Address> agents, QueueView queue) implements Event {}

    /** A customer who comes now finds the workgroup like this. */
    record StateChanged(ServiceState state) implements Event {}

    /** Those who look whether the workgroup is open are shown that it is like this. */
    record StateShown(List<Address> lookers, ServiceState state) implements Event {}

    /**
     * A visit is shown to an agent.
     *
     * @param since when the customer came
     * @param timeout the time to answer; over at {@code until}
     * @param handover what another agent asks for; empty if the customer waits
     * @param home the workgroup that has the visit; empty for our own
     */
    record Offered(
            VisitId visit,
            Address agent,
            Address customer,
            Map<String, List<String>> answers,
            Instant since,
            Duration timeout,
            Instant until,
            Optional<Handover> handover,
            String home)
            implements OfVisit {}

    /** An agent has declined. @param pausedUntil until when the agent is not asked for this visit again */
    record Rejected(VisitId visit, Address agent, Instant pausedUntil) implements OfVisit {}

    /** An offer is taken back. @param pausedUntil as for a rejected one; empty if the agent may be asked at once */
    record Revoked(VisitId visit, Address agent, Address customer, RevokeReason why, Optional<Instant> pausedUntil)
            implements OfVisit {}

    /**
     * An agent has taken a visit, which now needs a channel. Said again when the channel has to be opened again.
     *
     * @param lender the workgroup that lends the agent; empty for our own
     */
    record Seated(VisitId visit, Address agent, Address customer, String lender, Instant openBy) implements OfVisit {}

    /** A seated visit is in the queue again, at its old place; its channel is not needed any more. */
    record Unseated(VisitId visit, Address agent, Address customer, Instant pausedUntil) implements OfVisit {}

    /** The channel is there: both sides can be invited. */
    record Opened(VisitId visit, Address agent, Address customer, Instant enterBy) implements OfVisit {}

    /** An agent is in the channel. */
    record AgentEntered(VisitId visit, Address agent) implements OfVisit {}

    /** The customer is in the channel. */
    record CustomerEntered(VisitId visit, Address customer) implements OfVisit {}

    /** The connection of a visit's agent is gone; the visit waits for the agent until then. */
    record AgentMissed(VisitId visit, Address agent, Instant returnBy) implements OfVisit {}

    /**
     * An agent who was missed is back.
     *
     * @param customer whom the agent serves
     * @param enterBy where the channel is there: until when to enter it
     */
    record AgentReturned(VisitId visit, Address agent, Address customer, Optional<Instant> enterBy)
            implements OfVisit {}

    /** One of several agents has left; the visit goes on with the others. @param leader who leads from now on */
    record AgentLeft(VisitId visit, Address agent, Address leader) implements OfVisit {}

    /** Somebody may enter the channel to look into it, and is no agent of the visit. */
    record MonitorAdmitted(VisitId visit, Address monitor) implements OfVisit {}

    /** Somebody is in the channel to look into it. */
    record MonitorEntered(VisitId visit, Address monitor) implements OfVisit {}

    /** Somebody does not look into the channel any more, or must not. */
    record MonitorLeft(VisitId visit, Address monitor) implements OfVisit {}

    /** An agent has written something down about the visit, or the customer has rated it. */
    record Annotated(VisitId visit, Address by, Annotation kind, String text) implements OfVisit {}

    /** Somebody has said something in the channel. @param name what the sender calls it; may be empty */
    record Said(VisitId visit, Address who, String text, String name) implements OfVisit {}

    /** An agent looks for another one for an open visit. */
    record HandoverBegun(VisitId visit, Handover handover) implements OfVisit {}

    /** Nobody was found: the visit stays where it was. */
    record HandoverFailed(VisitId visit, Handover handover, HandoverFailure why) implements OfVisit {}

    /** Somebody was found, and comes into the channel. @param lender the workgroup that lends the agent, or empty */
    record HandedOver(VisitId visit, Handover handover, Address agent, Address customer, String lender, Instant enterBy)
            implements OfVisit {}

    /** The new agent of a transfer is in the channel: the one who asked for it is to leave. @param agent who leaves */
    record Relieved(VisitId visit, Address agent, Address leader) implements OfVisit {}

    /** Another workgroup is asked for an agent. */
    record Referred(VisitId visit, String workgroup, Errand errand) implements OfVisit {}

    /** Another workgroup is told that its agent is not needed, or not any more. */
    record Recalled(VisitId visit, String workgroup) implements OfVisit {}

    /** Another workgroup has found nobody: the customer waits here again. */
    record CameBack(VisitId visit, String workgroup) implements OfVisit {}

    /** An agent of ours has accepted for another workgroup. */
    record Lent(VisitId visit, String home, Address agent) implements OfVisit {}

    /** We have found nobody for another workgroup. */
    record Declined(VisitId visit, String home) implements OfVisit {}

    /** We go on after a restart, and know nothing any more of what other workgroups have asked of us. */
    record BeganAnew() implements Event {}

    /** Another workgroup that has begun anew is told that it lends us an agent. @param errand what it was asked */
    record StillLent(Errand errand, String lender, Address agent) implements Event {}

    /** Another workgroup has no use for our agent, or not any more. */
    record CalledBack(VisitId visit, String home) implements OfVisit {}

    /**
     * A visit goes on after a restart.
     *
     * @param phase where it goes on from
     * @param customerBy by when the customer must be back; empty if still there
     * @param agentsBy by when the agents who are not there any more must be back, and whoever is still there must be in
     *     an open channel
     * @param missing the agents (bare JIDs) who must come back
     * @param offers the offers that still stand, by user
     */
    record Restored(
            VisitId visit,
            Phase phase,
            Optional<Instant> customerBy,
            Instant agentsBy,
            List<String> missing,
            Map<String, Address> offers)
            implements OfVisit {}

    /** A seated visit is over, and its channel with it. */
    record Ended(VisitId visit, Address agent, Address customer, EndReason why) implements OfVisit {}
}
