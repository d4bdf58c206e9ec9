package dev.usher.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of a visit. The first one leads. */
record Seats(List<Seat> all) {
    static final Seats NONE = new Seats(List.of());

    Seats {
        all = List.copyOf(all);
    }

    static Seats of(Seat seat) {
        return new Seats(List.of(seat));
    }

    Optional<Seat> find(String user) {
        return all.stream().filter(seat -> seat.isOf(user)).findFirst();
    }

    boolean isLedBy(String user) {
        return !all.isEmpty() && all.get(0).isOf(user);
    }

    boolean isAnyoneIn() {
        return all.stream().anyMatch(Seat::entered);
    }

    boolean isAnyoneAwaited() {
        return all.stream().anyMatch(Seat::isAwaited);
    }

    Seats with(Seat seat) {
        var more = new ArrayList<>(all);
        more.add(seat);
        return new Seats(more);
    }

    Seats without(String user) {
        return new Seats(all.stream().filter(seat -> !seat.isOf(user)).toList());
    }

    Seats each(UnaryOperator<Seat> change) {
        return new Seats(all.stream().map(change).toList());
    }

    Seats change(String user, UnaryOperator<Seat> change) {
        return each(seat -> seat.isOf(user) ? change.apply(seat) : seat);
    }

    /** Who takes over also takes the place of the one who leaves: the lead. */
    Seats relieved(String leaving, String taking) {
        var others = new ArrayList<>(without(leaving).without(taking).all);
        find(taking).ifPresent(seat -> others.add(0, seat.relieving("")));
        return new Seats(others);
    }
}
