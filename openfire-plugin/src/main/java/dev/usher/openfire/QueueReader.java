package dev.usher.openfire;

import dev.usher.routing.Overflow;
import dev.usher.routing.Policy;
import dev.usher.routing.ServiceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xmpp.packet.JID;

/** Reads the queues of one workgroup. Used once. */
final class QueueReader {
    private static final String LIST = "queues";
    private static final String ONE = "queue.";

    private final PropertyScope scope;
    private final AgentReader agents;
    private final QueueNames names = new QueueNames();

    QueueReader(PropertyScope scope, AgentReader agents) {
        this.scope = scope;
        this.agents = agents;
        for (var name : scope.list(LIST, ",")) {
            addName(name);
        }
        if (names.all().isEmpty()) {
            names.add(ServiceQueue.DEFAULT_NAME);
        }
    }

    QueueNames names() {
        return names;
    }

    List<ServiceQueue> queues() {
        var everybody = agents.agents(scope, "agents");
        var policy = policy("policy", Policy.LONGEST_IDLE);
        var queues = new ArrayList<ServiceQueue>();
        boolean areAllAsked = false;
        for (var name : names.all()) {
            boolean hasOwn = scope.text(property(name, "agents")).isPresent();
            areAllAsked |= !hasOwn;
            queues.add(queue(name, hasOwn ? agents.agents(scope, property(name, "agents")) : everybody, policy));
        }
        if (!areAllAsked && !everybody.isEmpty()) {
            var text = scope.text("agents").orElse("");
            scope.report(
                    "agents", text, "is for queues without agents of their own, and there is none", "it is ignored");
        }
        reportStrangers();
        return queues;
    }

    private ServiceQueue queue(String name, Set<String> own, Policy policy) {
        return new ServiceQueue(
                name,
                own,
                scope.number(property(name, "priority"), Integer.MIN_VALUE, 0),
                policy(property(name, "policy"), policy),
                scope.number(property(name, "cap"), 0, 0),
                scope.timeOrNever(property(name, "requestTimeout"), Duration.ZERO),
                scope.read(
                        property(name, "overflow"),
                        text -> OverflowText.parse(text, names),
                        new Overflow.Closed(),
                        "closed is used"));
    }

    private Policy policy(String property, Policy otherwise) {
        return scope.read(property, PolicyText::parse, otherwise, PolicyText.of(otherwise) + " is used");
    }

    private void addName(String name) {
        try {
            // As Openfire will write it in the queue's address.
            if (!names.add(new JID("a", "a", name).getResource())) {
                scope.report(LIST, name, "is there twice", "the first is used");
            }
        } catch (IllegalArgumentException e) {
            scope.report(LIST, name, "cannot be part of an address", "it is left out");
        }
    }

    /** The name of a queue's property, however the admin spelt the queue. */
    private String property(String queue, String setting) {
        return scope.namesFrom(ONE).stream()
                .filter(name -> name.endsWith("." + setting))
                .filter(name -> names.find(queueIn(name)).filter(queue::equals).isPresent())
                .findFirst()
                .orElse(ONE + queue.replace(' ', '_') + "." + setting);
    }

    private void reportStrangers() {
        for (var name : scope.namesFrom(ONE)) {
            if (names.find(queueIn(name)).isEmpty()) {
                var text = scope.text(name).orElse("");
                scope.report(name, text, "is for a queue that there is not (" + queueIn(name) + ")", "it is ignored");
            }
        }
    }

    /** What stands between the first dot and the last: a queue's name may have dots. */
    private static String queueIn(String property) {
        int end = property.lastIndexOf('.');
        return end < ONE.length() ? "" : property.substring(ONE.length(), end);
    }
}
