package dev.usher.desk;

import dev.usher.desk.VisitStore.Entry;
import dev.usher.routing.Address;
import dev.usher.routing.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store has of past and present visits, for those who may read about them: everything here may take a while,
 * and is asked away from the desks. Who may is not decided here, but nothing is told of a visit of another workgroup
 * than the one named. Thread-safe. Every call throws {@link StoreException} if the store cannot be used.
 */
public interface VisitArchive {
    /**
     * A visit, over or not.
     *
     * @param customer who it is now: customers may come back as somebody else
     * @param answers the form as filled in, values by field, in order
     * @param endedAt empty while it is on
     * @param stays the agents' times in it, in the order of their coming
     */
    record Archived(
            VisitId visit,
            String workgroup,
            Address customer,
            Map<String, List<String>> answers,
            Instant arrivedAt,
            Optional<Instant> endedAt,
            List<Stay> stays) {
        public boolean isServedBy(String agent) {
            return stays.stream().anyMatch(stay -> stay.agent().equals(agent));
        }
    }

    /** Some lines of a journal, in their order. @param isCut whether older ones are left out */
    record Lines(List<Entry> entries, boolean isCut) {}

    /**
     * What visits are searched for.
     *
     * @param workgroups those that are searched
     * @param text what was said, written down or answered; in any case
     * @param from when the visit began at the earliest
     * @param until when the visit began at the latest
     * @param agent who served in it (a bare JID)
     */
    record Search(
            List<String> workgroups,
            String text,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> agent) {}

    /** What was found, newest first. @param isCut whether there may be more among the older visits */
    record Found(List<Archived> visits, boolean isCut) {}

    /** What became of a note. */
    enum Noted {
        /** It is in the journal. */
        KEPT,
        /** The agent has served in it, but it goes on: its desk writes the journal. */
        STILL_ON,
        /** There is no such visit in that workgroup, or that agent has not served in it. */
        NOT_THEIRS,
        /** As many as may be are there already. */
        TOO_MANY
    }

    Optional<Archived> find(String workgroup, VisitId visit);

    /** The visits of a customer (a bare JID), newest first. */
    List<Archived> ofCustomer(String workgroup, String customer, int atMost);

    /** The visits in whose channel an agent (a bare JID) has been, for the first time since then; newest first. */
    List<Archived> servedBy(String workgroup, String agent, Instant since, int atMost);

    /**
     * @param atMost how many visits may be found
     * @param lookedAt how many of those that seem to match may be looked at
     */
    Found search(Search search, int atMost, int lookedAt);

    /** The newest lines of a visit's journal, as many as there is room for. @param characters of what they say */
    Lines lines(VisitId visit, JournalPart part, int atMost, int characters);

    /**
     * Adds a note to the journal of a visit that is over, by an agent who has served in it. One that says the same as
     * the agent's last one is kept already.
     */
    Noted annotate(String workgroup, VisitId visit, Address by, String text, Instant at);

    /**
     * Adds what the customer thinks of it to the journal of a visit that is over. What is there already in the same words
     * is kept already.
     */
    Noted rate(String workgroup, VisitId visit, String text, Instant at);
}
