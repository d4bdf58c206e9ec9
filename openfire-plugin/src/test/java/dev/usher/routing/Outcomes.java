package dev.usher.routing;

import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a workgroup, written the way a rule is told. */
final class Outcomes {
    private Outcomes() {}

    static Event refused(Refusal why) {
        return new Event.Refused(why);
    }

    static Event queued(Address customer) {
        return new Event.Queued(visit(customer), customer, Told.PLACEMENT);
    }

    static Event moved(Address customer, int position) {
        return new Event.Moved(visit(customer), customer, position, Optional.empty());
    }

    static Event departed(Address customer, DepartReason why) {
        return new Event.Departed(visit(customer), customer, why);
    }

    static Event attended(Address agent, boolean available, QueueView queue) {
        return new Event.Attended(agent, available, 0, List.of(queue));
    }

    static Event withdrew(Address agent) {
        return new Event.Withdrew(agent);
    }

    /** @param agents the connections that are told */
    static Event changed(List<Address> agents, QueueView queue) {
        return new Event.QueueChanged(agents, queue);
    }

    static Event offered(Address customer, Address agent, int untilSecond) {
        return new Event.Offered(
                visit(customer),
                agent,
                customer,
                ANSWERS,
                Told.SOME_TIME,
                SETTINGS.timing().offer(),
                at(untilSecond),
                Optional.empty(),
                "");
    }

    static Event rejected(Address customer, Address agent) {
        return new Event.Rejected(visit(customer), agent, Told.SOME_TIME);
    }

    static Event revoked(Address customer, Address agent, RevokeReason why) {
        return new Event.Revoked(visit(customer), agent, customer, why, Optional.empty());
    }

    static Event seated(Address customer, Address agent) {
        return new Event.Seated(visit(customer), agent, customer, "", Told.SOME_TIME);
    }

    static Event unseated(Address customer, Address agent) {
        return new Event.Unseated(visit(customer), agent, customer, Told.SOME_TIME);
    }

    static Event opened(Address customer, Address agent) {
        return new Event.Opened(visit(customer), agent, customer, Told.SOME_TIME);
    }

    static Event agentEntered(Address customer, Address agent) {
        return new Event.AgentEntered(visit(customer), agent);
    }

    static Event customerEntered(Address customer) {
        return new Event.CustomerEntered(visit(customer), customer);
    }

    static Event ended(Address customer, Address agent, EndReason why) {
        return new Event.Ended(visit(customer), agent, customer, why);
    }

    static Event rejoined(Address earlier, Address now) {
        return new Event.Rejoined(visit(earlier), now, Optional.empty());
    }

    static Event customerMissed(Address customer, int untilSecond) {
        return new Event.CustomerMissed(visit(customer), customer, at(untilSecond));
    }

    static Event agentMissed(Address customer, Address agent, int untilSecond) {
        return new Event.AgentMissed(visit(customer), agent, at(untilSecond));
    }

    /** An offer for the sake of a handover. */
    static Event offered(Address customer, Address agent, int untilSecond, Handover handover) {
        return new Event.Offered(
                visit(customer),
                agent,
                customer,
                ANSWERS,
                Told.SOME_TIME,
                SETTINGS.timing().offer(),
                at(untilSecond),
                Optional.of(handover),
                "");
    }

    static Event begun(Address customer, Handover handover) {
        return new Event.HandoverBegun(visit(customer), handover);
    }

    static Event failed(Address customer, Handover handover, HandoverFailure why) {
        return new Event.HandoverFailed(visit(customer), handover, why);
    }

    static Event handedOver(Address customer, Handover handover, Address agent, int enterBySecond) {
        return new Event.HandedOver(visit(customer), handover, agent, customer, "", at(enterBySecond));
    }

    static Event relieved(Address customer, Address agent, Address leader) {
        return new Event.Relieved(visit(customer), agent, leader);
    }

    static Event agentLeft(Address customer, Address agent, Address leader) {
        return new Event.AgentLeft(visit(customer), agent, leader);
    }

    static Event agentReturned(Address customer, Address agent) {
        return new Event.AgentReturned(visit(customer), agent, customer, Optional.empty());
    }

    static Event agentReturned(Address customer, Address agent, int enterBySecond) {
        return new Event.AgentReturned(visit(customer), agent, customer, Optional.of(at(enterBySecond)));
    }

    static Event rejoined(Address earlier, Address now, int enterBySecond) {
        return new Event.Rejoined(visit(earlier), now, Optional.of(at(enterBySecond)));
    }

    static Event overflowed(Address customer, String from, String to) {
        return new Event.Overflowed(visit(customer), from, to);
    }

    static Event stayed(Address customer, String place) {
        return new Event.Stayed(visit(customer), place);
    }

    static Event relaxed(Address customer, Map<String, Integer> skills) {
        return new Event.Relaxed(visit(customer), skills);
    }

    static Event unreserved(Address customer, Address agent) {
        return new Event.Unreserved(visit(customer), agent.user());
    }

    /** Another workgroup is asked for an agent for a customer who came at ten. */
    static Event referred(Address customer, String workgroup) {
        return new Event.Referred(visit(customer), workgroup, errand(customer, Optional.empty()));
    }

    /** Another workgroup is asked for an agent for the sake of a handover. */
    static Event referred(Address customer, String workgroup, Handover handover) {
        return new Event.Referred(visit(customer), workgroup, errand(customer, Optional.of(handover)));
    }

    private static Errand errand(Address customer, Optional<Handover> handover) {
        return new Errand(visit(customer), "", customer, ANSWERS, at(0), handover, handover.map(Handover::until));
    }

    /** An offer for the sake of another workgroup. */
    static Event offeredFor(String home, Address customer, Address agent, int untilSecond) {
        return new Event.Offered(
                visit(customer),
                agent,
                customer,
                ANSWERS,
                Told.SOME_TIME,
                SETTINGS.timing().offer(),
                at(untilSecond),
                Optional.empty(),
                home);
    }

    static Event recalled(Address customer, String workgroup) {
        return new Event.Recalled(visit(customer), workgroup);
    }

    static Event cameBack(Address customer, String workgroup) {
        return new Event.CameBack(visit(customer), workgroup);
    }

    static Event lent(Address customer, String home, Address agent) {
        return new Event.Lent(visit(customer), home, agent);
    }

    static Event declined(Address customer, String home) {
        return new Event.Declined(visit(customer), home);
    }

    static Event calledBack(Address customer, String home) {
        return new Event.CalledBack(visit(customer), home);
    }

    /** @param lender the workgroup that lends the agent */
    static Event seated(Address customer, Address agent, String lender) {
        return new Event.Seated(visit(customer), agent, customer, lender, Told.SOME_TIME);
    }

    /** The queue in which these wait, all since ten. */
    static QueueView queueOf(Address... customers) {
        var head = Stream.of(customers)
                .map(customer -> new QueueView.Waiting(customer, at(0)))
                .toList();
        return new QueueView(ServiceQueue.DEFAULT_NAME, true, head.size(), head);
    }
}
