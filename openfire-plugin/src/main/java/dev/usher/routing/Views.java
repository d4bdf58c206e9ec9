package dev.usher.routing;

import java.util.List;

/** Queues as agents see them. */
final class Views {
    private Views() {}

    static QueueView of(Floor floor, ServiceQueue queue) {
        var line = floor.line(queue.name());
        var head = line.head(QueueView.HEAD_LIMIT).stream()
                .map(visit ->
                        new QueueView.Waiting(visit.customer(), visit.placed().since()))
                .toList();
        return new QueueView(queue.name(), isOpen(floor, queue), line.size(), head);
    }

    static boolean isOpen(Floor floor, ServiceQueue queue) {
        return !ServiceHours.areOver(floor)
                && !queue.isFull(floor.line(queue.name()).size());
    }

    /** Every connection of every agent who serves it. */
    static List<Address> watchers(Floor floor, ServiceQueue queue) {
        return floor.roster.of(queue).stream()
                .flatMap(agent -> agent.connections().stream())
                .toList();
    }
}
