package dev.usher.desk;

import static dev.usher.desk.DeskStage.NURSE;
import static dev.usher.desk.DeskStage.TEN;
import static dev.usher.desk.DeskStage.ack;
import static dev.usher.desk.DeskStage.attend;
import static dev.usher.desk.DeskStage.depart;
import static dev.usher.desk.DeskStage.drive;
import static dev.usher.desk.DeskStage.join;
import static dev.usher.desk.DeskStage.thatThrows;
import static dev.usher.drive.DriveState.ARRIVED;
import static dev.usher.drive.DriveState.ATTACHED;
import static dev.usher.drive.DriveState.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.Logs;
import dev.usher.drive.DriveEvent;
import dev.usher.drive.DriveEvent.Count;
import dev.usher.drive.DriveRefusal;
import dev.usher.drive.DriveState;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.QueueView;
import dev.usher.routing.Refusal;
import dev.usher.routing.RevokeReason;
import dev.usher.routing.ServiceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the owner of a desk promises to who posts, and to who is told. */
class DeskLoopTest {
    private final DeskStage stage = new DeskStage(100);

    /** What was told to people: why nobody was found, and whether the workgroup is open, is for the log. */
    private List<Outcome<String>> toldToPeople() {
        return stage.allTold().stream()
                .map(outcome -> new Outcome<>(
                        outcome.origin(),
                        outcome.routed().stream()
                                .filter(event ->
                                        !(event instanceof Event.Unmatched || event instanceof Event.StateChanged))
                                .toList(),
                        outcome.led(),
                        outcome.failed()))
                .toList();
    }

    private static List<String> origins(List<Outcome<String>> outcomes) {
        return outcomes.stream().map(outcome -> outcome.origin().orElse("-")).toList();
    }

    @Test
    void nothingIsDecidedInTheThreadOfWhoPosts() {
        assertTrue(stage.loop.request(attend(), "a"));

        assertEquals(List.of(), stage.told);
        assertEquals(ServiceState.CLOSED, stage.loop.status().state());
        stage.executor.runAll();
        assertEquals(ServiceState.OPEN, stage.loop.status().state());
    }

    @Test
    void ordersAreDecidedInTheirOrderAndToldTogether() {
        stage.loop.request(depart(), "too early");
        stage.loop.request(attend(), "agent");
        stage.loop.request(join(), "customer");
        stage.loop.report(new Command.Tick());
        stage.loop.request(depart(), "departs");

        assertEquals(1, stage.executor.pending());
        stage.executor.runAll();

        assertEquals(1, stage.told.size());
        assertEquals(List.of("too early", "agent", "customer", "-", "departs"), origins(stage.allTold()));
        assertEquals(
                new Outcome<>(
                        Optional.of("too early"), List.of(new Event.Refused(Refusal.NOT_WAITING)), List.of(), false),
                stage.allTold().get(0));
    }

    @Test
    void aLargePostIsToldInSeveralBatchesAndNoneIsLost() {
        var names = IntStream.range(0, 600).mapToObj(Integer::toString).toList();
        var large = new DeskStage(600);
        names.forEach(name -> large.loop.request(depart(), name));

        large.executor.runNext();
        assertEquals(names.subList(0, 256), origins(large.allTold()));
        large.executor.runAll();

        assertEquals(3, large.told.size());
        assertEquals(names, origins(large.allTold()));
    }

    @Test
    void whoFindsTheMailboxFullIsToldAtOnceAndTheSwitchIsNot() {
        var small = new DeskStage(2);
        assertTrue(small.loop.request(attend(), "first"));
        assertTrue(small.loop.request(join(), "second"));

        assertFalse(small.loop.request(depart(), "third"));
        small.loop.report(new Command.Tick());
        small.executor.runAll();

        assertEquals(List.of("first", "second", "-"), origins(small.allTold()));
        assertTrue(small.loop.request(depart(), "fourth"));
    }

    @Test
    void anOrderThatThrowsIsAnsweredAndTheLoopGoesOn() {
        stage.loop.request(thatThrows(), "unlucky");
        stage.loop.request(attend(), "agent");

        assertThat(Logs.during(stage.executor::runAll)).contains("order-failed workgroup=demo order=Depart");
        assertEquals(
                List.of(
                        new Outcome<>(Optional.of("unlucky"), List.of(), List.of(), true),
                        new Outcome<>(
                                Optional.of("agent"),
                                List.of(new Event.Attended(
                                        NURSE, true, 0, List.of(new QueueView("Default Queue", true, 0, List.of())))),
                                List.of(),
                                false)),
                toldToPeople());
    }

    @Test
    void anOutboxThatThrowsDoesNotEndTheLoop() {
        var calls = new AtomicInteger();
        var broken = new DeskStage(100, batch -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the wire is cut");
            }
        });
        broken.loop.request(attend(), "agent");
        assertThat(Logs.during(broken.executor::runAll)).contains("tell-failed workgroup=demo");
        var flushed = broken.loop.flush();
        broken.executor.runAll();

        assertEquals(2, calls.get());
        assertTrue(flushed.isDone());
    }

    @Test
    void whatIsPostedWhileOthersAreToldComesInTheNextBatch() {
        var posted = new AtomicInteger();
        var self = new DeskStage[1];
        self[0] = new DeskStage(100, batch -> {
            if (posted.getAndIncrement() == 0) {
                self[0].loop.request(depart(), "in between");
            }
            self[0].told.add(batch);
        });
        self[0].loop.request(attend(), "first");

        self[0].executor.runNext();
        assertEquals(List.of("first"), origins(self[0].allTold()));
        self[0].executor.runNext();
        assertEquals(List.of("first", "in between"), origins(self[0].allTold()));
        assertEquals(0, self[0].executor.pending());
    }

    @Test
    void theAlarmIsSetForTheNextDeadlineAndThenTheClockIsLookedAt() {
        stage.loop.request(attend(), "agent");
        stage.executor.runAll();
        assertEquals(null, stage.wakeAt);

        stage.loop.request(join(), "customer");
        stage.executor.runAll();
        assertEquals(TEN.plusSeconds(20), stage.wakeAt);

        stage.now = TEN.plusSeconds(20);
        stage.told.clear();
        stage.wake.run();
        stage.executor.runAll();

        assertEquals(
                List.of(new Outcome<String>(
                        Optional.empty(),
                        List.of(new Event.Revoked(
                                DeskStage.VISIT,
                                NURSE,
                                DeskStage.ROMEO,
                                RevokeReason.TIMED_OUT,
                                Optional.of(TEN.plusSeconds(50)))),
                        List.of(),
                        false)),
                toldToPeople());
        assertEquals(TEN.plusSeconds(50), stage.wakeAt);
    }

    @Test
    void beingWokenForNothingChangesNothing() {
        stage.loop.request(attend(), "agent");
        stage.loop.request(join(), "customer");
        stage.executor.runAll();
        stage.told.clear();

        stage.wake.run();
        stage.executor.runAll();

        assertEquals(List.of(new Outcome<String>(Optional.empty(), List.of(), List.of(), false)), stage.allTold());
        assertEquals(TEN.plusSeconds(20), stage.wakeAt);
    }

    @Test
    void ofTheReportsOfOneDriveInABatchOnlyTheLastIsTold() {
        stage.inTheChannel();
        stage.loop.request(drive("d1"), "drives");
        stage.loop.request(ack("d1", RECEIVED), "ack 1");
        stage.loop.request(drive("d2"), "drives again");
        stage.loop.request(ack("d1", ATTACHED), "ack 2");
        stage.loop.request(ack("d2", RECEIVED), "ack 3");
        stage.loop.request(ack("d1", ARRIVED), "ack 4");
        stage.executor.runAll();

        assertEquals(List.of("drives", "ack 1", "drives again", "ack 2", "ack 3", "ack 4"), origins(stage.allTold()));
        assertEquals(
                List.of(driven("d1", 1), driven("d2", 2), reported("d2", 2, RECEIVED), reported("d1", 1, ARRIVED)),
                stage.allTold().stream()
                        .flatMap(outcome -> outcome.led().stream())
                        .filter(event -> !(event instanceof DriveEvent.Acknowledged))
                        .toList());
    }

    @Test
    void everyBatchHasItsReport() {
        stage.inTheChannel();
        stage.loop.request(drive("d1"), "drives");
        stage.loop.request(ack("d1", RECEIVED), "ack 1");
        stage.executor.runAll();
        stage.loop.request(ack("d1", ARRIVED), "ack 2");
        stage.executor.runAll();

        assertEquals(
                List.of(driven("d1", 1), reported("d1", 1, RECEIVED), reported("d1", 1, ARRIVED)),
                stage.allTold().stream()
                        .flatMap(outcome -> outcome.led().stream())
                        .filter(event -> !(event instanceof DriveEvent.Acknowledged))
                        .toList());
    }

    @Test
    void nobodyDrivesAfterTheVisitIsOver() {
        stage.inTheChannel();
        stage.loop.report(new Command.Leave(DeskStage.VISIT, DeskStage.ROMEO));
        stage.loop.request(drive("d1"), "too late");
        stage.executor.runAll();

        assertEquals(
                List.of(new DriveEvent.Refused(DriveRefusal.NOT_THE_AGENT)),
                stage.allTold().get(1).led());
    }

    @Test
    void flushingIsDoneWhenEverybodyHasBeenTold() {
        stage.loop.request(attend(), "agent");
        stage.loop.request(join(), "customer");
        var flushed = stage.loop.flush();
        flushed.thenRun(() -> assertEquals(1, stage.told.size(), "told before done"));

        assertFalse(flushed.isDone());
        stage.executor.runAll();
        assertTrue(flushed.isDone());
        assertFalse(flushed.isCompletedExceptionally());
        assertEquals(List.of("agent", "customer", "-"), origins(stage.allTold()));
    }

    @Test
    void anExecutorThatIsShutDownIsNobodysFault() {
        stage.executor.shutDown(true);

        assertTrue(stage.loop.request(attend(), "late"));
        stage.loop.report(new Command.Tick());
        assertFalse(stage.loop.flush().isDone());

        stage.executor.shutDown(false);
        stage.loop.report(new Command.Tick());
        stage.executor.runAll();
        assertEquals(List.of("late", "-", "-", "-"), origins(stage.allTold()));
    }

    @Test
    void theStatusNamesWhoMayServe() {
        assertEquals(new DeskStatus(ServiceState.CLOSED, Set.of(NURSE.user()), Set.of()), stage.loop.status());
    }

    private static DriveEvent driven(String id, int seq) {
        return new DriveEvent.Driven(
                DeskStage.VISIT.value(), id, seq, "https://shop.example/", NURSE.user(), TEN.plusSeconds(60), 1);
    }

    private static DriveEvent reported(String id, int seq, DriveState state) {
        return new DriveEvent.Reported(
                DeskStage.VISIT.value(), id, seq, NURSE.connection(), 1, List.of(new Count(state, "", 1)));
    }
}
