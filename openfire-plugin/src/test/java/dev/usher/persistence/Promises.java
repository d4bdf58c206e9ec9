package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.ended;
import static dev.usher.persistence.Example.ending;

import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Entry;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.desk.VisitStore.Memory;
import dev.usher.routing.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A store that is asked for what it promised. */
interface Promises {
    /** Bonds are recalled from then on. */
    Instant LONG_AGO = NOON.minus(Duration.ofDays(30));

    VisitStore store();

    /** What is in that store, for who reads about it. */
    VisitArchive archive();

    default void over(Kept visit, Instant at) {
        store().keep("sales", added(visit));
        over("sales", visit, at);
    }

    default void over(String workgroup, Kept visit, Instant at) {
        store().keep(workgroup, ended(ending(visit, at)));
    }

    default Memory recall(String workgroup) {
        return store().recall(workgroup, LONG_AGO);
    }

    /** The port promises no order among those on duty. */
    default List<Duty> duties(String workgroup) {
        return recall(workgroup).duties().stream()
                .sorted(Comparator.comparing((Duty duty) -> duty.agent().connection())
                        .reversed())
                .toList();
    }

    default List<String> journal(String visit, int after, int atMost) {
        return store().journal(new VisitId(visit), after, atMost).stream()
                .map(Entry::what)
                .toList();
    }
}
