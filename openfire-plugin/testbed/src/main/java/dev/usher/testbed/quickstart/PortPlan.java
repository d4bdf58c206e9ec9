package dev.usher.testbed.quickstart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which port everything gets: a port that the user named is taken or refused, the usual one may give way to the next
 * free one, and then a note says so.
 */
final class PortPlan {
    private static final int TRIES = 100;

    private final IntPredicate free;
    private final Set<Integer> given = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    PortPlan(IntPredicate free) {
        this.free = free;
    }

    int choose(String what, OptionalInt told, int usual) throws Refusal {
        if (told.isPresent()) {
            return take(what, told.getAsInt());
        }
        for (int port = usual; port < usual + TRIES; port++) {
            if (given.contains(port) || !free.test(port)) {
                continue;
            }
            if (port != usual) {
                notes.add("Port " + usual + " is taken: " + what + " is on " + port + ".");
            }
            given.add(port);
            return port;
        }
        throw new Refusal("No free port for " + what + " from " + usual + " on");
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private int take(String what, int port) throws Refusal {
        if (!given.add(port)) {
            throw new Refusal("Port " + port + " was named twice");
        }
        if (!free.test(port)) {
            throw new Refusal("Port " + port + ", named for " + what + ", is taken");
        }
        return port;
    }
}
