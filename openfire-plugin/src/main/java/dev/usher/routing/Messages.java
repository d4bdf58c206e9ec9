package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes messages from customers whom nobody can answer, and tells the agents of them: those who are available at once,
 * or else whoever comes on duty next. A message is over when it is confirmed that it was told, so that a crash in between
 * tells it again rather than never. Decides on a floor that is not its own.
 */
final class Messages {
    /** Whoever comes on duty after a long weekend is told so many at a time ... */
    static final int AT_A_TIME = 10;
    /** ... and this long after each other. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Floor floor;
    private final Placing placing;
    private Instant nextAt = Instant.MIN;

    Messages(Floor floor) {
        this.floor = floor;
        this.placing = new Placing(floor);
    }

    /** In whatever state the workgroup is: who has written shall not have to see whether it has opened meanwhile. */
    void leave(Command.LeaveMessage leave) {
        var refusal = refusal(leave.origin());
        if (refusal != null) {
            floor.say(new Event.Refused(refusal));
            return;
        }
        floor.leaves(new Event.MessageLeft(leave.proposed(), leave.from(), placing.place(leave)));
    }

    private Refusal refusal(String origin) {
        var limits = floor.settings().limits();
        if (!floor.settings().takesMessages()) {
            return Refusal.NO_MESSAGES;
        }
        boolean isTooManyFromThere =
                !origin.isEmpty() && floor.messages.countOfOrigin(origin, floor.now()) >= limits.messagesPerOrigin();
        if (isTooManyFromThere) {
            return Refusal.TOO_MANY_MESSAGES_OF_ORIGIN;
        }
        return floor.messages.size() >= limits.messages() ? Refusal.TOO_MANY_MESSAGES : null;
    }

    /** Agents have been told, by whatever way they are told things. */
    void confirm(Command.ConfirmMessage confirm) {
        floor.messages
                .find(confirm.message())
                .ifPresent(message -> floor.told(message, new Event.MessageTold(message.id(), confirm.agents())));
    }

    void make() {
        if (!floor.messages.hasUnshown() || floor.now().isBefore(nextAt)) {
            return;
        }
        var agents = agents();
        if (agents.isEmpty()) {
            return;
        }
        nextAt = floor.in(PAUSE);
        floor.messages.all().stream()
                .filter(message -> !floor.messages.isShown(message.id()))
                .limit(AT_A_TIME)
                .forEach(message -> show(message, agents));
    }

    private void show(Visit message, List<Address> agents) {
        var placed = message.placed();
        floor.messages.show(message.id());
        var left = placed.since().atZone(floor.settings().hours().zone());
        floor.say(new Event.MessageShown(message.id(), agents, placed.answers(), left));
    }

    /** Where to tell those who are available now. */
    private List<Address> agents() {
        return floor.roster.online().stream()
                .filter(Agent::isAvailable)
                .map(Agent::contact)
                .toList();
    }

    Optional<Instant> nextDeadline() {
        return floor.messages.hasUnshown() && !agents().isEmpty() ? Optional.of(nextAt) : Optional.empty();
    }
}
