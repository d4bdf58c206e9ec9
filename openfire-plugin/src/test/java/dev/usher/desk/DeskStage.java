package dev.usher.desk;

import dev.usher.FakeClock;
import dev.usher.drive.DriveBoard;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DrivePolicy;
import dev.usher.drive.DriveState;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Limits;
import dev.usher.routing.OfferRef;
import dev.usher.routing.Settings;
import dev.usher.routing.Timing;
import dev.usher.routing.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A desk's loop with an executor, a clock and an alarm that wait for the test. Who asks is a plain name. */
final class DeskStage {
    static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    static final Address ROMEO = new Address("romeo@example.org", "romeo@example.org/balcony");
    static final Address NURSE = new Address("nurse@example.org", "nurse@example.org/chamber");
    static final VisitId VISIT = new VisitId("v1");

    final PendingExecutor executor = new PendingExecutor();
    final List<List<Outcome<String>>> told = new ArrayList<>();
    final TroubledStore store;
    final Desk desk = new Desk(
            Settings.of(Set.of(NURSE.user()))
                    .withTiming(Timing.USUAL.withWatch(Duration.ZERO))
                    .withLimits(new Limits(1, 5, 50, 0)),
            new DriveBoard(new DrivePolicy(Set.of())));
    final DeskLoop<String> loop;

    Instant now = TEN;
    Instant wakeAt;
    Runnable wake;

    DeskStage(int capacity) {
        this(capacity, null);
    }

    /** @param outbox called instead of taking down what is told, unless it is null */
    DeskStage(int capacity, Outbox<String> outbox) {
        this(capacity, outbox, new TroubledStore(), connection -> false);
    }

    /** A later life of another stage's desk. @param isHere which connections are still there */
    DeskStage(int capacity, TroubledStore store, Predicate<String> isHere) {
        this(capacity, null, store, isHere);
    }

    private DeskStage(int capacity, Outbox<String> outbox, TroubledStore store, Predicate<String> isHere) {
        this.store = store;
        loop = new DeskLoop<>(
                "demo",
                desk,
                capacity,
                new DeskLoop.Surroundings<>(
                        store,
                        executor,
                        new FakeClock(() -> now),
                        this::setAlarm,
                        toPeople(outbox == null ? told::add : outbox)));
        loop.open(isHere);
        executor.runAll();
        told.clear();
    }

    /** What a desk says to other desks when it begins anew is not for people, and told elsewhere. */
    private static Outbox<String> toPeople(Outbox<String> outbox) {
        return batch -> {
            var rest = batch.stream()
                    .filter(outcome -> !outcome.routed().equals(List.of(new Event.BeganAnew())))
                    .toList();
            if (!rest.isEmpty()) {
                outbox.tell(rest);
            }
        };
    }

    private void setAlarm(Instant at, Runnable loop) {
        wakeAt = at;
        wake = loop;
    }

    /** Everything told so far, batch after batch. */
    List<Outcome<String>> allTold() {
        return told.stream().flatMap(List::stream).toList();
    }

    /** Romeo is in the channel with Nurse, and what led there is forgotten. */
    DeskStage inTheChannel() {
        loop.report(new Command.Attend(NURSE, true, 0));
        loop.report(new Command.Join(VISIT, ROMEO, Map.of(), ""));
        loop.report(new Command.Accept(NURSE, new OfferRef.BySession(VISIT)));
        loop.report(new Command.ConfirmChannel(VISIT));
        loop.report(new Command.Enter(VISIT, NURSE));
        loop.report(new Command.Enter(VISIT, ROMEO));
        executor.runAll();
        told.clear();
        return this;
    }

    static Order attend() {
        return new Order.Route(new Command.Attend(NURSE, true, 0));
    }

    static Order join() {
        return new Order.Route(new Command.Join(VISIT, ROMEO, Map.of(), ""));
    }

    static Order depart() {
        return new Order.Route(new Command.Depart(ROMEO));
    }

    /** Nobody sends this; whatever a fault of ours may be, it looks like this to the loop. */
    static Order thatThrows() {
        return new Order.Route(new Command.Depart(null));
    }

    static Order drive(String id) {
        return new Order.Lead(new DriveCommand.Drive(
                VISIT.value(), NURSE.user(), NURSE.connection(), id, "https://shop.example/", Optional.empty()));
    }

    static Order ack(String drive, DriveState state) {
        return new Order.Lead(new DriveCommand.Acknowledge(VISIT.value(), ROMEO.connection(), drive, state, ""));
    }
}
