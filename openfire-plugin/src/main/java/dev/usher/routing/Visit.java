package dev.usher.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One visit as its workgroup keeps it: where it stands, and what holds only in that state. Owned by the workgroup. */
final class Visit {
    enum State {
        /** In the queue; nobody is being asked. */
        WAITING,
        /** In the queue, and one agent is being asked. */
        OFFERED,
        /** Taken by an agent; the channel is being opened. */
        SEATED,
        /** The channel is there. */
        OPEN
    }

    final VisitId id;
    final Address customer;
    final Map<String, List<String>> answers;
    final Instant since;

    private State state = State.WAITING;
    /** The agent asked, then the agent seated; null while nobody is. */
    private Address agent;
    /** When the offer, the opening of the channel or the time to enter it is over; null when nothing runs. */
    private Instant deadline;

    private boolean agentEntered;
    private boolean customerEntered;
    private final Map<String, Instant> pausedUntil = new HashMap<>();
    /** The last position the customer was told; 0 before the first. */
    int toldPosition;

    Visit(VisitId id, Address customer, Map<String, List<String>> answers, Instant since) {
        this.id = id;
        this.customer = customer;
        this.answers = answers;
        this.since = since;
    }

    State state() {
        return state;
    }

    Address agent() {
        return agent;
    }

    Instant deadline() {
        return deadline;
    }

    boolean inQueue() {
        return state == State.WAITING || state == State.OFFERED;
    }

    boolean hasAgent(String user) {
        return agent != null && agent.user().equals(user);
    }

    void offer(Address agent, Instant until) {
        this.state = State.OFFERED;
        this.agent = agent;
        this.deadline = until;
    }

    /** Back to waiting; the agent who was asked or seated is not asked again until then. */
    void backToWaiting(Instant pausedUntil) {
        this.pausedUntil.put(agent.user(), pausedUntil);
        this.state = State.WAITING;
        this.agent = null;
        this.deadline = null;
    }

    void seat(Address agent, Instant openBy) {
        this.state = State.SEATED;
        this.agent = agent;
        this.deadline = openBy;
    }

    void open(Instant enterBy) {
        this.state = State.OPEN;
        this.deadline = enterBy;
    }

    void agentEntered(Address agent) {
        this.agent = agent;
        this.agentEntered = true;
        clearDeadlineWhenBothAreIn();
    }

    void customerEntered() {
        this.customerEntered = true;
        clearDeadlineWhenBothAreIn();
    }

    boolean isAgentIn() {
        return agentEntered;
    }

    boolean isCustomerIn() {
        return customerEntered;
    }

    boolean mayBeOfferedTo(String user, Instant now) {
        var until = pausedUntil.get(user);
        return until == null || !now.isBefore(until);
    }

    /** When this agent may be asked again; null when nothing stands in the way. */
    Instant pauseEnd(String user) {
        return pausedUntil.get(user);
    }

    private void clearDeadlineWhenBothAreIn() {
        if (agentEntered && customerEntered) {
            deadline = null;
        }
    }
}
