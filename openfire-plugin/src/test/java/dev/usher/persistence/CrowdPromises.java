package dev.usher.persistence;

import static dev.usher.persistence.Example.NOON;
import static dev.usher.persistence.Example.NURSE;
import static dev.usher.persistence.Example.ROMEO;
import static dev.usher.persistence.Example.added;
import static dev.usher.persistence.Example.ending;
import static dev.usher.persistence.Example.entry;
import static dev.usher.persistence.Example.offDuty;
import static dev.usher.persistence.Example.onDuty;
import static dev.usher.persistence.Example.open;
import static dev.usher.persistence.Example.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.VisitStore.Changes;
import dev.usher.desk.VisitStore.Duty;
import dev.usher.desk.VisitStore.Ending;
import dev.usher.desk.VisitStore.Kept;
import dev.usher.routing.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many visits, and many workgroups in one store. */
interface CrowdPromises extends Promises {
    @Test
    default void hundredsOfJoinsAreOneBatch() {
        var joins =
                IntStream.rangeClosed(1, 256).mapToObj(i -> waiting("v" + i, i)).toList();
        var entries = joins.stream().map(visit -> entry(visit, 1, "joined")).toList();

        store().keep("sales", new Changes(joins, List.of(), List.of(), entries, List.of(), List.of()));

        assertEquals(joins, recall("sales").visits());
    }

    @Test
    default void oneWorkgroupDoesNotSeeTheOther() {
        var names = List.of("cafe", "Cafe", "caf\u00E9", "sales");
        for (var name : names) {
            store().keep(name, added(waiting("v-" + name, 1), open("over-" + name, 2, ROMEO, NURSE)));
            over(name, open("over-" + name, 2, ROMEO, NURSE), NOON);
            store().keep(name, onDuty(new Duty(NURSE, true, name.hashCode())));
        }
        store().keep("cafe", offDuty(NURSE));

        for (var name : names) {
            var duties = name.equals("cafe") ? List.of() : List.of(new Duty(NURSE, true, name.hashCode()));
            assertEquals(List.of(waiting("v-" + name, 1)), recall(name).visits());
            assertEquals(1, recall(name).bonds().size());
            assertEquals(duties, recall(name).duties());
        }
        assertEquals(
                names.stream().sorted().toList(),
                store().workgroups().stream().sorted().toList());
    }

    @Test
    default void workgroupsKeepAtTheSameTime() throws Exception {
        var names = List.of("sales", "support");
        var together = new CyclicBarrier(names.size() + 1);
        var threads = Executors.newFixedThreadPool(names.size() + 1);
        var done = new ArrayList<Future<?>>();
        for (var name : names) {
            done.add(threads.submit(() -> {
                together.await();
                for (int i = 0; i < 20; i++) {
                    var visit = open(name + i, i, ROMEO, NURSE);
                    store().keep(name, everythingOf(name, i, visit));
                }
                return null;
            }));
        }
        done.add(threads.submit(() -> {
            together.await();
            for (int i = 0; i < 20; i++) {
                store().forget(NOON.plusSeconds(5), 3);
            }
            return null;
        }));
        threads.shutdown();
        for (var each : done) {
            each.get();
        }

        store().forget(NOON.plusSeconds(5), 100);
        for (var name : names) {
            assertEquals(10, recall(name).visits().size());
            assertEquals(
                    List.of("agent " + name + "19"),
                    duties(name).stream().map(duty -> duty.agent().user()).toList());
            assertEquals(List.of(), journal(name + "3", 0, 9));
            assertEquals(List.of(name), journal(name + "19", 0, 9));
        }
    }

    /** One visit more, every second one over at once, and another agent on duty than before. */
    private static Changes everythingOf(String name, int i, Kept visit) {
        var agent = new Address("agent " + name + i, "agent " + name + i);
        var before = new Address("agent " + name + (i - 1), "agent " + name + (i - 1));
        List<Ending> over = i % 2 == 1 ? List.of(ending(visit, NOON.plusSeconds(i))) : List.of();
        return new Changes(
                List.of(visit),
                List.of(),
                over,
                List.of(entry(visit, 1, name)),
                List.of(new Duty(agent, true, i)),
                List.of(before));
    }
}
