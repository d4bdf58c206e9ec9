package dev.usher.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a workgroup can be asked to do. */
public sealed interface Command {
    /**
     * A customer asks to be served. A second join over the same connection finds the first visit again.
     *
     * @param proposed the id of the visit, should this join make one
     * @param answers the form as filled in, values by field, in order
     * @param origin the network address that the customer comes from; empty if unknown
     */
    record Join(VisitId proposed, Address customer, Map<String, List<String>> answers, String origin)
            implements Command {}

    /** A customer who has shown the visit's token is back, over another connection or the same. */
    record Rejoin(VisitId visit, Address customer) implements Command {}

    /** A customer leaves the queue. */
    record Depart(Address customer) implements Command {}

    /** A customer asks for their place in the queue. */
    record Locate(Address customer) implements Command {}

    /**
     * An agent goes online over a connection, or changes between available and away there.
     *
     * @param wish how many visits at a time the agent wishes to serve; 0 is no wish
     */
    record Attend(Address agent, boolean available, int wish) implements Command {}

    /** What an agent shows everybody over a connection: it counts where the agent is on duty over that connection. */
    record Follow(Address agent, boolean available) implements Command {}

    /**
     * Somebody shows the workgroup alone that they are there, or away. From an agent who is on duty over that connection
     * it is a word about that; from anybody else the question whether the workgroup is open.
     */
    record Look(Address who, boolean available) implements Command {}

    /** An agent wants to see the other agents. */
    record Watch(Address agent) implements Command {}

    /** An agent asks what they have in hand. */
    record TakeStock(Address agent) implements Command {}

    /** An agent goes offline over a connection, or somebody else does not look any more. */
    record Withdraw(Address agent) implements Command {}

    /** An agent takes what was offered. */
    record Accept(Address agent, OfferRef offer) implements Command {}

    /** An agent declines what was offered. */
    record Reject(Address agent, OfferRef offer) implements Command {}

    /** An agent of an open visit looks for another one. A second one takes the place of the first. */
    record Hand(Address by, VisitId visit, Handover.Kind kind, Handover.Target target, String reason)
            implements Command {}

    /** The channel of a seated visit is ready for its people. */
    record ConfirmChannel(VisitId visit) implements Command {}

    /** The channel of a visit could not be opened, or was lost. */
    record FailChannel(VisitId visit) implements Command {}

    /** Somebody has entered a visit's channel. */
    record Enter(VisitId visit, Address who) implements Command {}

    /** Somebody has left a visit's channel. */
    record Leave(VisitId visit, Address who) implements Command {}

    /**
     * An agent of a visit writes something down about it, which the customer does not see.
     *
     * @param hasServed whether the agent is known to have been in the visit, which may be in other hands since
     */
    record Annotate(VisitId visit, Address by, Annotation kind, String text, boolean hasServed) implements Command {
        public Annotate(VisitId visit, Address by, Annotation kind, String text) {
            this(visit, by, kind, text, false);
        }
    }

    /** Somebody wants to look into the channel of a visit. */
    record Monitor(VisitId visit, Address by) implements Command {}

    /**
     * A customer whom nobody can answer leaves a message.
     *
     * @param proposed its id, should it be taken
     * @param from an address that stands for the customer, who has none
     * @param answers how the customer is called, how to reach them, and what they write, by field
     * @param origin the network address that it comes from; empty if unknown
     */
    record LeaveMessage(VisitId proposed, Address from, Map<String, List<String>> answers, String origin)
            implements Command {}

    /** Agents have been told of a message. */
    record ConfirmMessage(VisitId message, List<Address> agents) implements Command {}

    /** A customer says what they think of a visit. @param text for people to read */
    record Rate(VisitId visit, String text) implements Command {}

    /** An agent of a visit ends it, for everybody in it. */
    record End(VisitId visit, Address by) implements Command {}

    /** Somebody has said something in a visit's channel. @param name what the sender calls it; may be empty */
    record Say(VisitId visit, Address who, String text, String name) implements Command {}

    /** A connection is gone, whoever's it was. */
    record Vanish(Address who) implements Command {}

    /** Another workgroup asks for an agent. */
    record Run(Errand errand) implements Command {}

    /** Another workgroup no longer needs an agent for a visit of its own, or the visit is over. */
    record CallBack(VisitId visit, String home) implements Command {}

    /** Another workgroup has found an agent. @param lender its name */
    record Lend(VisitId visit, String lender, Address agent) implements Command {}

    /** Another workgroup has found nobody. @param lender its name */
    record Decline(VisitId visit, String lender) implements Command {}

    /** Another workgroup has begun anew, and has forgotten what it was asked. @param lender its name */
    record AskAgain(String lender) implements Command {}

    /** An agent of ours still sits in a visit of another workgroup, which we had forgotten. */
    record KeepLent(Errand errand, Address agent) implements Command {}

    /** The settings are now these. */
    record Configure(Settings settings) implements Command {}

    /** Look at the clock: something may be over. */
    record Tick() implements Command {}

    /**
     * The visits of an earlier life of this workgroup, to go on with. Comes before every other command.
     *
     * @param visits those that are not over
     * @param bonds who served whom last, oldest first
     * @param here the connections (full JIDs) that are still there; everybody else has to come back
     * @param channelsAreLost whether every channel has to be opened anew
     */
    record Restore(List<VisitState> visits, List<Bond> bonds, Set<String> here, boolean channelsAreLost)
            implements Command {}
}
