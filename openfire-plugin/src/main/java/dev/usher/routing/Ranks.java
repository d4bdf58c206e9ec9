package dev.usher.routing;

import java.util.Arrays;

/**
 * Visits in the order of their arrival, with the rank of each: a Fenwick tree (P. M. Fenwick, A New Data Structure for
 * Cumulative Frequency Tables, Software: Practice and Experience 24(3), 1994) over slots in that order. Every operation
 * takes time in proportion to the logarithm of the length, however long it is.
 */
final class Ranks {
    private static final int FIRST_CAPACITY = 16;

    private Visit[] slots = new Visit[FIRST_CAPACITY];
    private long[] numbers = new long[FIRST_CAPACITY];
    private int[] tree = new int[FIRST_CAPACITY + 1];
    private int used;
    private int size;

    int size() {
        return size;
    }

    /** @param visit one that is not here */
    void add(Visit visit) {
        if (used > 0 && numbers[used - 1] >= visit.number()) {
            addBehindItsTime(visit);
            return;
        }
        if (used == slots.length) {
            rebuild(null);
        }
        put(used, visit);
        used++;
    }

    /** Whoever comes back to the line has the old slot still, unless the line was built anew meanwhile. */
    private void addBehindItsTime(Visit visit) {
        int slot = Arrays.binarySearch(numbers, 0, used, visit.number());
        if (slot >= 0) {
            put(slot, visit);
        } else {
            rebuild(visit);
        }
    }

    private void put(int slot, Visit visit) {
        slots[slot] = visit;
        numbers[slot] = visit.number();
        size++;
        count(slot, 1);
    }

    /** @param visit one that is here */
    void remove(Visit visit) {
        int slot = Arrays.binarySearch(numbers, 0, used, visit.number());
        slots[slot] = null;
        size--;
        count(slot, -1);
    }

    /** How many are before it. */
    int before(Visit visit) {
        int slot = Arrays.binarySearch(numbers, 0, used, visit.number());
        int sum = 0;
        for (int i = slot; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    /** The one with so many before it. @param rank less than the size */
    Visit at(int rank) {
        int slot = 0;
        int left = rank;
        for (int step = Integer.highestOneBit(slots.length); step > 0; step >>= 1) {
            int next = slot + step;
            if (tree[next] <= left) {
                slot = next;
                left -= tree[next];
            }
        }
        return slots[slot];
    }

    private void count(int slot, int change) {
        for (int i = slot + 1; i < tree.length; i += i & -i) {
            tree[i] += change;
        }
    }

    /** Drops the empty slots and makes room. Its cost is shared by the many that could be added since the last time. */
    private void rebuild(Visit inserted) {
        var kept = new Visit[size + (inserted == null ? 0 : 1)];
        int n = 0;
        boolean isIn = inserted == null;
        for (int i = 0; i < used; i++) {
            if (slots[i] == null) {
                continue;
            }
            if (!isIn && slots[i].number() > inserted.number()) {
                kept[n++] = inserted;
                isIn = true;
            }
            kept[n++] = slots[i];
        }
        if (!isIn) {
            kept[n] = inserted;
        }
        int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, kept.length)) * 4);
        slots = new Visit[capacity];
        numbers = new long[capacity];
        tree = new int[capacity + 1];
        used = 0;
        size = 0;
        for (var visit : kept) {
            put(used, visit);
            used++;
        }
    }
}
