package dev.usher.desk;

import static dev.usher.desk.DeskStage.NURSE;
import static dev.usher.desk.DeskStage.ROMEO;
import static dev.usher.desk.DeskStage.VISIT;
import static dev.usher.desk.DeskStage.ack;
import static dev.usher.desk.DeskStage.attend;
import static dev.usher.desk.DeskStage.depart;
import static dev.usher.desk.DeskStage.drive;
import static dev.usher.desk.DeskStage.join;
import static dev.usher.desk.DeskStage.thatThrows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.Logs;
import dev.usher.drive.DriveEvent;
import dev.usher.drive.DriveState;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.OfferRef;
import dev.usher.routing.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stored first, told after: and what becomes of everybody when it cannot be stored. */
class DeskStoreTest {
    private final DeskStage stage = new DeskStage(100);

    private List<VisitStore.Kept> stored() {
        return stage.store.memory.recall("demo", Instant.MIN).visits();
    }

    private List<String> journal() {
        return stage.store.memory.journal(VISIT, 0, 100).stream()
                .map(VisitStore.Entry::kind)
                .toList();
    }

    private <E> List<E> told(Class<E> type) {
        return stage.allTold().stream()
                .flatMap(outcome -> outcome.routed().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void romeoWaits() {
        stage.loop.request(attend(), "agent");
        stage.loop.request(join(), "customer");
        stage.executor.runAll();
        stage.told.clear();
    }

    /** The alarm goes off, and the loop looks whether the store is back. */
    private void theRetryIsDue() {
        stage.now = stage.wakeAt;
        stage.wake.run();
        stage.executor.runAll();
    }

    @Test
    void whatIsToldIsStoredBefore() {
        var storedWhenTold = new ArrayList<Integer>();
        var self = new DeskStage[1];
        self[0] = new DeskStage(
                100,
                batch -> storedWhenTold.add(self[0].store
                        .memory
                        .recall("demo", Instant.MIN)
                        .visits()
                        .size()));
        self[0].loop.request(attend(), "agent");
        self[0].loop.request(join(), "customer");
        self[0].executor.runAll();

        assertEquals(List.of(1), storedWhenTold);
    }

    @Test
    void theJournalHasEveryStepWithItsNumber() {
        stage.inTheChannel();
        stage.loop.request(drive("d1"), "drives");
        stage.loop.request(ack("d1", DriveState.ARRIVED), "acks");
        stage.loop.report(new Command.Say(VISIT, ROMEO, "Good morrow.", "m1"));
        stage.loop.report(new Command.Leave(VISIT, ROMEO));
        stage.executor.runAll();

        assertEquals(
                List.of(
                        "queued",
                        "offered",
                        "seated",
                        "opened",
                        "agent-entered",
                        "customer-entered",
                        "driven",
                        "acknowledged",
                        "said",
                        "ended"),
                journal());
        var numbers = stage.store.memory.journal(VISIT, 0, 100).stream()
                .map(VisitStore.Entry::number)
                .toList();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), numbers);
        assertEquals(List.of(), stored());
    }

    @Test
    void aStoreThatFailsTellsNobodyAndAsksWhoAskedToComeBack() {
        stage.loop.request(attend(), "agent");
        stage.executor.runAll();
        stage.told.clear();
        stage.store.isDown = true;

        stage.loop.request(join(), "customer");
        assertThat(Logs.during(stage.executor::runAll)).contains("store-failed workgroup=demo");

        assertEquals(List.of(new Outcome<>(Optional.of("customer"), List.of(), List.of(), true)), stage.allTold());
        assertEquals(List.of(), stored());
    }

    @Test
    void whoAsksWhileTheStoreIsDownIsAnsweredAtOnceAndTheLogSaysItOnce() {
        romeoWaits();
        stage.store.isDown = true;
        stage.loop.request(depart(), "first");
        stage.executor.runAll();
        stage.told.clear();

        stage.loop.request(depart(), "second");
        assertThat(Logs.during(stage.executor::runAll)).doesNotContain("store-failed");

        assertEquals(List.of(Outcome.<String>failed(Optional.of("second"))), stage.allTold());
    }

    @Test
    void whatTheWorldReportsWhileTheStoreIsDownIsNotLost() {
        romeoWaits();
        stage.store.isDown = true;
        stage.loop.request(depart(), "asks in vain");
        stage.executor.runAll();
        stage.loop.report(new Command.Vanish(ROMEO));
        stage.executor.runAll();
        assertEquals(List.of(), told(Event.CustomerMissed.class));

        stage.store.isDown = false;
        theRetryIsDue();

        assertEquals(1, told(Event.CustomerMissed.class).size());
        assertEquals(1, stored().size());
    }

    @Test
    void anAgentWhoComesOnDutyWhileTheStoreIsDownIsAnsweredWhenItIsBack() {
        stage.store.isDown = true;
        stage.loop.request(attend(), "agent");
        stage.executor.runAll();
        assertEquals(List.of(), stage.allTold());

        stage.store.isDown = false;
        theRetryIsDue();

        assertEquals(1, told(Event.Attended.class).size());
        assertEquals("agent", stage.allTold().get(0).origin().orElseThrow());
    }

    @Test
    void everybodyIsWhereTheyWereWhenTheStoreIsBack() {
        stage.inTheChannel();
        stage.store.isDown = true;
        stage.loop.report(new Command.Leave(VISIT, ROMEO));
        stage.loop.request(drive("d1"), "leads in vain");
        stage.executor.runAll();
        stage.store.isDown = false;
        stage.told.clear();
        theRetryIsDue();

        assertEquals(1, told(Event.Ended.class).size(), "that he left is still true");
        assertEquals(List.of(), stored());
    }

    @Test
    void theAgentStillLeadsAfterTheStoreWasAway() {
        stage.inTheChannel();
        stage.store.isDown = true;
        stage.loop.request(drive("d1"), "leads in vain");
        stage.executor.runAll();
        stage.store.isDown = false;
        theRetryIsDue();
        stage.told.clear();

        stage.loop.request(drive("d2"), "leads");
        stage.executor.runAll();

        assertTrue(stage.allTold().get(0).led().get(0) instanceof DriveEvent.Driven);
    }

    @Test
    void anOfferThatStandsIsNotMadeTwice() {
        romeoWaits();
        stage.store.isDown = true;
        stage.loop.request(depart(), "in vain");
        stage.executor.runAll();
        stage.store.isDown = false;
        theRetryIsDue();
        stage.told.clear();

        stage.loop.request(new Order.Route(new Command.Accept(NURSE, new OfferRef.BySession(VISIT))), "accepts");
        stage.executor.runAll();

        assertEquals(List.of(), told(Event.Offered.class));
        assertEquals(1, told(Event.Seated.class).size());
    }

    @Test
    void aBatchThatWasStoredAfterAllIsNotStoredTwice() {
        stage.loop.request(attend(), "agent");
        stage.executor.runAll();
        stage.store.breaksAfterwards = true;
        stage.loop.request(join(), "customer");
        stage.executor.runAll();
        theRetryIsDue();

        stage.loop.request(join(), "customer again");
        stage.executor.runAll();

        assertEquals(1, stored().size());
        assertEquals(List.of("queued", "offered", "rejoined"), journal());
    }

    @Test
    void aChannelThatWasBeingOpenedIsOpenedAgain() {
        romeoWaits();
        stage.store.breaksAfterwards = true;
        stage.loop.request(new Order.Route(new Command.Accept(NURSE, new OfferRef.BySession(VISIT))), "accepts");
        stage.executor.runAll();
        assertEquals(List.of(), told(Event.Seated.class));

        theRetryIsDue();

        assertEquals(1, told(Event.Seated.class).size());
    }

    @Test
    void anOrderThatThrowsTakesNothingOfItsBatchWithIt() {
        stage.loop.request(attend(), "agent");
        stage.loop.request(join(), "customer");
        stage.loop.request(thatThrows(), "unlucky");
        assertThat(Logs.during(stage.executor::runAll)).contains("order-failed workgroup=demo order=Depart");

        assertEquals(1, stored().size());
        assertEquals(
                List.of("unlucky", "agent", "customer"),
                stage.allTold().stream()
                        .flatMap(outcome -> outcome.origin().stream())
                        .toList());
    }

    @Test
    void aSecondLifeBeginsWithWhatTheFirstHasStored() {
        stage.inTheChannel();

        var again = new DeskStage(100, stage.store, connection -> false);

        assertEquals(Phase.SEATED, stored().get(0).state().phase());
        again.loop.report(new Command.Rejoin(VISIT, ROMEO));
        again.loop.request(attend(), "agent");
        again.executor.runAll();
        assertEquals(
                1,
                again.allTold().stream()
                        .flatMap(outcome -> outcome.routed().stream())
                        .filter(Event.Seated.class::isInstance)
                        .count());
    }

    @Test
    void whoWasOnDutyAndIsStillConnectedIsOnDutyInTheSecondLife() {
        romeoWaits();

        var again = new DeskStage(100, stage.store, connection -> true);

        again.loop.request(new Order.Route(new Command.Accept(NURSE, new OfferRef.BySession(VISIT))), "accepts");
        again.executor.runAll();
        assertFalse(again.allTold().get(0).failed());
        assertEquals(Phase.SEATED, stored().get(0).state().phase());
    }

    @Test
    void drivesGoOnWithTheNextNumberInTheSecondLife() {
        stage.inTheChannel();
        stage.loop.request(drive("d1"), "leads");
        stage.executor.runAll();

        var again = new DeskStage(100, stage.store, connection -> true);
        again.loop.report(new Command.ConfirmChannel(VISIT));
        again.loop.report(new Command.Enter(VISIT, ROMEO));
        again.loop.request(drive("d2"), "leads");
        again.executor.runAll();

        var last = again.allTold().get(again.allTold().size() - 1).led().get(0);
        assertEquals(2, ((DriveEvent.Driven) last).seq());
    }
}
