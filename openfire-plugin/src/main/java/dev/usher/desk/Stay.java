package dev.usher.desk;

import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One agent's time in a visit, from coming into the channel to leaving for good: a connection that is lost and back is
 * the same stay.
 *
 * @param agent a bare JID
 * @param until empty while the agent is there
 */
public record Stay(String agent, Instant from, Optional<Instant> until) {
    private static final String ENTERED = JournalPart.kind(Event.AgentEntered.class);
    private static final List<String> ONE_GOES =
            List.of(JournalPart.kind(Event.AgentLeft.class), JournalPart.kind(Event.Relieved.class));
    private static final List<String> ALL_GO =
            List.of(JournalPart.kind(Event.Unseated.class), JournalPart.kind(Event.Ended.class));

    /** Whether an agent comes into the channel by that. */
    public static boolean begins(Entry entry) {
        return entry.kind().equals(ENTERED);
    }

    /** What a journal tells of them, in the order of their coming. @param comings {@link JournalPart#COMINGS} of one visit */
    public static List<Stay> of(List<Entry> comings) {
        var stays = new ArrayList<Stay>();
        for (var entry : comings) {
            var user = entry.user();
            if (begins(entry) && stays.stream().noneMatch(stay -> stay.isOn(user))) {
                stays.add(new Stay(user, entry.at(), Optional.empty()));
            } else if (ONE_GOES.contains(entry.kind())) {
                stays.replaceAll(stay -> stay.isOn(user) ? stay.over(entry.at()) : stay);
            } else if (ALL_GO.contains(entry.kind())) {
                stays.replaceAll(stay -> stay.until().isEmpty() ? stay.over(entry.at()) : stay);
            }
        }
        return List.copyOf(stays);
    }

    private boolean isOn(String user) {
        return agent.equals(user) && until.isEmpty();
    }

    private Stay over(Instant at) {
        return new Stay(agent, from, Optional.of(at));
    }
}
