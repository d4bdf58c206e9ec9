package dev.usher.routing;

import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.visit;

import java.util.List;
import java.util.stream.Stream;

/** The events of a workgroup, written the way a rule is told. */
final class Outcomes {
    private Outcomes() {}

    static Event refused(Refusal why) {
        return new Event.Refused(why);
    }

    static Event queued(Address customer) {
        return new Event.Queued(visit(customer), customer);
    }

    static Event moved(Address customer, int position) {
        return new Event.Moved(visit(customer), customer, position);
    }

    static Event departed(Address customer, DepartReason why) {
        return new Event.Departed(visit(customer), customer, why);
    }

    static Event attended(Address agent, boolean available, QueueView queue) {
        return new Event.Attended(agent, available, queue);
    }

    static Event withdrew(Address agent) {
        return new Event.Withdrew(agent);
    }

    /** @param agents the connections that are told */
    static Event changed(List<Address> agents, QueueView queue) {
        return new Event.QueueChanged(agents, queue);
    }

    static Event offered(Address customer, Address agent, int untilSecond) {
        return new Event.Offered(visit(customer), agent, customer, ANSWERS, SETTINGS.offerTimeout(), at(untilSecond));
    }

    static Event rejected(Address customer, Address agent) {
        return new Event.Rejected(visit(customer), agent);
    }

    static Event revoked(Address customer, Address agent, RevokeReason why) {
        return new Event.Revoked(visit(customer), agent, customer, why);
    }

    static Event seated(Address customer, Address agent) {
        return new Event.Seated(visit(customer), agent, customer);
    }

    static Event unseated(Address customer) {
        return new Event.Unseated(visit(customer), customer);
    }

    static Event opened(Address customer, Address agent) {
        return new Event.Opened(visit(customer), agent, customer);
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

    /** The queue in which these wait, all since ten. */
    static QueueView queueOf(Address... customers) {
        var head = Stream.of(customers)
                .map(customer -> new QueueView.Waiting(customer, at(0)))
                .toList();
        return new QueueView(head.size(), head);
    }
}
