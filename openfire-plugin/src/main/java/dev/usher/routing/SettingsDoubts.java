package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What is allowed and surely not meant, each in a sentence that says what is wrong and what to do. */
public final class SettingsDoubts {
    private final Settings settings;
    private final String workgroup;
    private final List<String> doubts = new ArrayList<>();

    private SettingsDoubts(Settings settings, String workgroup) {
        this.settings = settings;
        this.workgroup = workgroup;
    }

    /** @param workgroup its own name @param now from when on opening hours are looked through, a year ahead */
    public static List<String> of(Settings settings, String workgroup, Instant now) {
        var look = new SettingsDoubts(settings, workgroup);
        new RuleDoubts(settings, look.doubts::add).look();
        look.lookAtAgents();
        settings.queues().forEach(look::lookAtQueue);
        look.lookAtHours(now);
        look.lookAtReservations();
        return List.copyOf(look.doubts);
    }

    private void lookAtAgents() {
        settings.profiles().keySet().stream()
                .filter(user -> !settings.agents().contains(user))
                .sorted()
                .forEach(user -> doubt("%s has settings and serves no queue. Add the agent to one.", user));
        if (settings.limits().perOrigin() < settings.limits().perCustomer()) {
            doubt(
                    "One network address may have %d visits and one customer %d: the smaller number holds.",
                    settings.limits().perOrigin(), settings.limits().perCustomer());
        }
    }

    private void lookAtQueue(ServiceQueue queue) {
        if (queue.agents().isEmpty()) {
            doubt("Nobody serves the queue %s: nobody can wait in it. Give it agents.", queue.name());
        }
        if (queue.overflow() instanceof Overflow.ToQueue to) {
            if (settings.queue(to.queue()).isEmpty()) {
                doubt(
                        "The queue %s overflows to the queue %s, which is not there: nobody goes there.",
                        queue.name(), to.queue());
            } else if (to.queue().equals(queue.name())) {
                doubt("The queue %s overflows to itself: nobody goes anywhere. Choose another place.", queue.name());
            } else if (isInACircle(queue)) {
                doubt("The queue %s overflows in a circle: whoever finds all of them full is sent away.", queue.name());
            }
        }
        lookForOwnWorkgroup("The queue " + queue.name(), queue.overflow());
        if (isLimited(queue)
                && queue.requestTimeout().compareTo(settings.timing().offer()) < 0) {
            doubt(
                    "The queue %s gives up before a first offer can be answered (%s s, an offer has %s s).",
                    queue.name(),
                    queue.requestTimeout().toSeconds(),
                    settings.timing().offer().toSeconds());
        }
    }

    private boolean isInACircle(ServiceQueue queue) {
        var seen = new HashSet<String>();
        var next = queue;
        while (seen.add(next.name())) {
            var to = next.overflow() instanceof Overflow.ToQueue other ? settings.queue(other.queue()) : null;
            if (to == null || to.isEmpty()) {
                return false;
            }
            next = to.get();
        }
        return next.name().equals(queue.name());
    }

    private void lookForOwnWorkgroup(String who, Overflow overflow) {
        if (overflow instanceof Overflow.ToWorkgroup to && to.workgroup().equals(workgroup)) {
            doubt("%s overflows to its own workgroup: nobody is found there who was not asked before.", who);
        }
    }

    private void lookAtHours(Instant now) {
        lookForOwnWorkgroup("The workgroup, when it is closed,", settings.whenClosed());
        if (settings.whenClosed() instanceof Overflow.ToQueue to) {
            doubt(
                    "The workgroup, when it is closed, overflows to its queue %s, which is closed then as well: customers"
                            + " are sent away. Let them leave a message, or choose another workgroup.",
                    to.queue());
        }
        if (!settings.hours().everOpens(now)) {
            doubt("The opening hours do not open within a year: every customer is sent away.");
        }
    }

    private void lookAtReservations() {
        var affinity = settings.affinity();
        if (!affinity.requestField().isEmpty()) {
            lookAtReservation("Customers may ask for an agent by name", affinity.requestWait());
        }
        if (!affinity.stickyFor().isZero()) {
            lookAtReservation("Customers are led to the same agent again", affinity.stickyWait());
        }
    }

    private void lookAtReservation(String who, Duration wait) {
        if (wait.isZero()) {
            doubt("%s, and nobody waits for that agent. Set a time to wait.", who);
            return;
        }
        for (var queue : settings.queues()) {
            if (isLimited(queue) && queue.requestTimeout().compareTo(wait) <= 0) {
                doubt(
                        "%s and wait %s s for that agent, and the queue %s gives up after %s s: no other agent is ever"
                                + " asked. Let them wait less.",
                        who,
                        wait.toSeconds(),
                        queue.name(),
                        queue.requestTimeout().toSeconds());
            }
        }
    }

    private static boolean isLimited(ServiceQueue queue) {
        return !queue.requestTimeout().isZero();
    }

    private void doubt(String sentence, Object... parts) {
        doubts.add(String.format(sentence, parts));
    }
}
