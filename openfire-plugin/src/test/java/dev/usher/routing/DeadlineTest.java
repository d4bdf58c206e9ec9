package dev.usher.routing;

import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When the workgroup wants to be woken: exactly then, and never in the past. */
class DeadlineTest {
    private final Stage stage = Stage.with(NURSE);

    @Test
    void whoeverWaitsForNothingNeedsNoAlarm() {
        assertEquals(Optional.empty(), stage.nextDeadline());
        stage.having(away(NURSE), join(ROMEO));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void anOfferWakesAtItsEnd() {
        stage.having(join(ROMEO));

        assertEquals(Optional.of(at(20)), stage.nextDeadline());
    }

    @Test
    void ofSeveralOffersTheFirstToEndWakes() {
        stage.having(online(FRIAR), join(ROMEO)).later(5).having(join(JULIET));

        assertEquals(Optional.of(at(20)), stage.nextDeadline());
        stage.having(accept(NURSE, ROMEO));
        assertEquals(Optional.of(at(15)), stage.nextDeadline());
        stage.having(channelOpens(ROMEO));
        assertEquals(Optional.of(at(25)), stage.nextDeadline());
    }

    @Test
    void aPauseWakesAtItsEndAndNotTwice() {
        stage.having(join(ROMEO), reject(NURSE, ROMEO));

        assertEquals(Optional.of(at(30)), stage.nextDeadline());
        stage.having(away(NURSE)).onTickAt(30);
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void thePauseOfAnAgentWhoIsOfflineWakesOnceForNothing() {
        stage.having(join(ROMEO), reject(NURSE, ROMEO), offline(NURSE));

        assertEquals(Optional.of(at(30)), stage.nextDeadline());
        assertEquals(List.of(), stage.onTickAt(30));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void theOpeningOfAChannelAndTheTimeToEnterItWake() {
        stage.having(join(ROMEO), accept(NURSE, ROMEO));
        assertEquals(Optional.of(at(10)), stage.nextDeadline());

        stage.later(2).having(channelOpens(ROMEO));
        assertEquals(Optional.of(at(62)), stage.nextDeadline());

        stage.having(enters(ROMEO, NURSE), enters(ROMEO, ROMEO));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void whateverHappensTheDeadlineIsNeverInThePastAndNothingIsOverBeforeIt() {
        var random = new Random(20260101);
        var people = List.of(ROMEO, JULIET, Stage.TYBALT);
        var now = 0;
        for (int step = 0; step < 2_000; step++) {
            now += random.nextInt(4);
            stage.later(now).having(anything(random, people));
            var next = stage.nextDeadline();
            var current = at(now);
            assertTrue(next.map(current::isBefore).orElse(true), () -> next + " at " + current);
            next.ifPresent(this::nothingIsOverBefore);
        }
    }

    private void nothingIsOverBefore(Instant deadline) {
        int second = (int) (deadline.getEpochSecond() - Stage.TEN.getEpochSecond());
        assertEquals(List.of(), stage.onTickAt(second - 1));
    }

    private static Command anything(Random random, List<Address> customers) {
        var customer = customers.get(random.nextInt(customers.size()));
        var agent = random.nextBoolean() ? NURSE : FRIAR;
        var all = new ArrayList<Supplier<Command>>(List.of(
                () -> join(customer),
                () -> Stage.depart(customer),
                () -> online(agent),
                () -> away(agent),
                () -> offline(agent),
                () -> accept(agent, customer),
                () -> reject(agent, customer),
                () -> channelOpens(customer),
                () -> Stage.channelFails(customer),
                () -> enters(customer, agent),
                () -> enters(customer, customer),
                () -> Stage.leaves(customer, agent),
                () -> Stage.vanishes(customer)));
        all.add(Command.Tick::new);
        return all.get(random.nextInt(all.size())).get();
    }
}
