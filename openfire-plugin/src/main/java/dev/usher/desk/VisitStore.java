package dev.usher.desk;

import dev.usher.routing.Address;
import dev.usher.routing.Bond;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.List;

/**
 * Where a desk keeps what must outlive it. What {@link #keep} has taken is there after any crash; what it refuses has
 * left no trace. Thread-safe: each workgroup's loop calls it with the name of its own workgroup.
 */
public interface VisitStore {
    /**
     * A visit that is not over.
     *
     * @param entries how many entries its journal has
     * @param drives the sequence number of its last drive; 0 before the first
     */
    record Kept(VisitState state, int entries, int drives) {}

    /** A visit that is over. @param last what was known of it then @param why a word for the reason */
    record Ending(Kept last, Instant at, String why) {}

    /**
     * One line of a visit's journal.
     *
     * @param number counted from 1 in each visit, without a gap
     * @param kind a word for what happened, in lower case with hyphens
     * @param who the address of the person concerned; may be empty
     * @param what the rest, for people to read; may be empty, may be long
     * @param name what the sender of the message calls it (the id of its stanza); empty where there is none
     */
    record Entry(VisitId visit, int number, Instant at, String kind, String who, String what, String name) {
        /** Of what has no name. */
        public Entry(VisitId visit, int number, Instant at, String kind, String who, String what) {
            this(visit, number, at, kind, who, what, "");
        }

        /** The person concerned as a bare JID: what is before the first slash (RFC 7622 §3.1). */
        public String user() {
            int slash = who.indexOf('/');
            return slash < 0 ? who : who.substring(0, slash);
        }
    }

    /** An agent who is on duty over a connection. */
    record Duty(Address agent, boolean available, int wish) {}

    /**
     * What one batch of orders has changed.
     *
     * @param added visits that are new; one that is new and over at once is in {@code ended} as well
     * @param changed visits that were added by an earlier batch
     * @param onDuty new, or other than before on the same connection
     */
    record Changes(
            List<Kept> added,
            List<Kept> changed,
            List<Ending> ended,
            List<Entry> entries,
            List<Duty> onDuty,
            List<Address> offDuty) {
        public boolean isEmpty() {
            return added.isEmpty()
                    && changed.isEmpty()
                    && ended.isEmpty()
                    && entries.isEmpty()
                    && onDuty.isEmpty()
                    && offDuty.isEmpty();
        }
    }

    /**
     * What a workgroup goes on with.
     *
     * @param visits those that are not over, in the order of their arrival
     * @param bonds who served whom last, oldest first
     */
    record Memory(List<Kept> visits, List<Bond> bonds, List<Duty> duties) {}

    /**
     * Keeps all of it or nothing, in one transaction.
     *
     * @throws StoreException if it could not be kept; it may have been kept all the same if the connection broke at
     *     the very end, so that whoever gets this has to {@link #recall}
     */
    void keep(String workgroup, Changes changes);

    /**
     * @param bondsSince bonds of visits that ended earlier are of no interest
     * @throws StoreException if it cannot be read
     */
    Memory recall(String workgroup, Instant bondsSince);

    /**
     * The journal of a visit, over or not, behind that number, in order.
     *
     * @throws StoreException if it cannot be read
     */
    List<Entry> journal(VisitId visit, int after, int atMost);

    /** The names of all workgroups that have visits which are not over. @throws StoreException if it cannot be read */
    List<String> workgroups();

    /**
     * Forgets visits that ended before that instant, with their journals, at most so many at a time.
     *
     * @return how many were forgotten
     * @throws StoreException if it could not be done
     */
    int forget(Instant endedBefore, int atMost);
}
