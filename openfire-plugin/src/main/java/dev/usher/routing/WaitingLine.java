package dev.usher.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who waits in one queue: higher priority first, then in the order of arrival. Owned by the floor. */
final class WaitingLine {
    private final String queue;
    private final NavigableMap<Integer, Ranks> levels = new TreeMap<>(Comparator.reverseOrder());
    private int size;
    private int unasked;
    private int changedFrom = Integer.MAX_VALUE;

    /** What is known of how fast it moves. */
    final WaitEstimate pace = new WaitEstimate();
    /** How far the customers further back have been told, and when to go on. */
    final Sweep sweep = new Sweep();
    /** When the agents were shown it, and whether they have to be again. */
    final Showing showing = new Showing();

    WaitingLine(String queue) {
        this.queue = queue;
    }

    String queue() {
        return queue;
    }

    int size() {
        return size;
    }

    /** How many wait for whom no agent is being asked, and who are there. */
    int unasked() {
        return unasked;
    }

    void countUnasked(int change) {
        unasked += change;
    }

    void add(Visit visit) {
        levels.computeIfAbsent(visit.priority(), priority -> new Ranks()).add(visit);
        size++;
        changed(before(visit));
    }

    void remove(Visit visit) {
        changed(before(visit));
        var level = levels.get(visit.priority());
        level.remove(visit);
        size--;
        if (level.size() == 0) {
            levels.remove(visit.priority());
        }
    }

    /** How many stand before a visit that stands in this line. */
    int before(Visit visit) {
        int before = 0;
        for (var level : levels.headMap(visit.priority(), false).values()) {
            before += level.size();
        }
        return before + levels.get(visit.priority()).before(visit);
    }

    /** The one with so many before it. */
    Visit at(int rank) {
        int left = rank;
        for (var level : levels.values()) {
            if (left < level.size()) {
                return level.at(left);
            }
            left -= level.size();
        }
        throw new IndexOutOfBoundsException(rank);
    }

    /** The first so many. */
    List<Visit> head(int atMost) {
        int length = Math.min(atMost, size);
        var head = new ArrayList<Visit>(length);
        for (int rank = 0; rank < length; rank++) {
            head.add(at(rank));
        }
        return head;
    }

    /** From which rank on the places are others than when this was asked last; beyond the end if none is. */
    int takeChanges() {
        int from = changedFrom;
        changedFrom = Integer.MAX_VALUE;
        return from;
    }

    boolean hasChanges() {
        return changedFrom != Integer.MAX_VALUE;
    }

    private void changed(int rank) {
        changedFrom = Math.min(changedFrom, rank);
    }
}
