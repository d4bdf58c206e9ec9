package dev.usher.routing;

import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.ANSWERS;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TAKES_MESSAGES;
import static dev.usher.routing.Stage.TEN;
import static dev.usher.routing.Stage.at;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.leavesMessage;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages for whoever comes on duty: who may leave one, who is told of it, and that it is told once. */
class MessageRulesTest {
    private static final ZoneId ZONE = TAKES_MESSAGES.hours().zone();

    private static Event shown(Address customer, Address... agents) {
        return new Event.MessageShown(visit(customer), List.of(agents), ANSWERS, TEN.atZone(ZONE));
    }

    private static Event told(Address customer, Address... agents) {
        return new Event.MessageTold(visit(customer), List.of(agents));
    }

    private static Command confirm(Address customer, Address... agents) {
        return new Command.ConfirmMessage(visit(customer), List.of(agents));
    }

    private static Command leaves(int number, String origin) {
        return new Command.LeaveMessage(new VisitId("m" + number), ROMEO, ANSWERS, origin);
    }

    /** Those among what was decided. */
    private static List<Event> messages(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof Event.MessageShown
                        || event instanceof Event.MessageTold
                        || event instanceof Event.Refused)
                .toList();
    }

    private static Optional<Refusal> refusal(List<Event> events) {
        return events.stream()
                .filter(Event.Refused.class::isInstance)
                .map(event -> ((Event.Refused) event).why())
                .findFirst();
    }

    private static int shownIn(List<Event> events) {
        return (int)
                events.stream().filter(Event.MessageShown.class::isInstance).count();
    }

    @Test
    void whoeverComesOnDutyNextIsTold() {
        var stage = new Stage(TAKES_MESSAGES);

        assertThat(messages(stage.on(leavesMessage(ROMEO)))).isEmpty();
        assertThat(messages(stage.on(away(FRIAR)))).isEmpty();
        assertEquals(List.of(shown(ROMEO, NURSE)), messages(stage.on(online(NURSE))));
    }

    @Test
    void everybodyWhoIsAvailableIsToldAtOnce() {
        var stage = Stage.with(TAKES_MESSAGES, NURSE, FRIAR);

        assertEquals(List.of(shown(ROMEO, NURSE, FRIAR)), messages(stage.on(leavesMessage(ROMEO))));
    }

    @Test
    void whatWasToldIsOverAndNotToldAgain() {
        var stage = Stage.with(TAKES_MESSAGES, NURSE).having(leavesMessage(ROMEO));

        assertThat(messages(stage.on(online(FRIAR)))).isEmpty();
        assertEquals(List.of(told(ROMEO, NURSE)), stage.on(confirm(ROMEO, NURSE)));
        assertThat(stage.states()).isEmpty();
        assertThat(stage.on(confirm(ROMEO, NURSE))).isEmpty();
    }

    @Test
    void whatWasNotConfirmedBeforeARestartIsToldAgain() {
        var earlier = Stage.with(TAKES_MESSAGES, NURSE).having(leavesMessage(ROMEO));

        var later = new Stage(TAKES_MESSAGES);
        var restored = later.on(new Command.Restore(earlier.states(), List.of(), Set.of(), true));

        assertThat(restored).isEmpty();
        assertEquals(earlier.states(), later.states());
        assertEquals(List.of(shown(ROMEO, NURSE)), messages(later.on(online(NURSE))));
    }

    @Test
    void aMessageTakesUpNoAgentAndNoPlace() {
        var one = TAKES_MESSAGES.withLimits(new Limits(1, 1, 1, 0));
        var stage = new Stage(one).having(new Command.LeaveMessage(visit(ROMEO), ROMEO, ANSWERS, "net"), online(NURSE));

        var events = stage.on(new Command.Join(visit(JULIET), JULIET, ANSWERS, "net"));

        assertThat(events)
                .anyMatch(event -> event instanceof Event.Offered offered
                        && offered.agent().equals(NURSE));
        assertThat(events).contains(new Event.Moved(visit(JULIET), JULIET, 1, Optional.empty()));
    }

    @Test
    void whoLeftAMessageIsNotMissedAndDoesNotWait() {
        var stage = new Stage(TAKES_MESSAGES).having(leavesMessage(ROMEO));

        assertThat(stage.on(new Command.Vanish(ROMEO))).isEmpty();
        assertEquals(List.of(refused(Refusal.NO_VISIT)), stage.on(Stage.rejoin(ROMEO, JULIET)));
        assertEquals(List.of(refused(Refusal.NOT_WAITING)), stage.on(Stage.depart(ROMEO)));
        assertEquals(Optional.empty(), stage.nextDeadline());
    }

    @Test
    void aMessageIsTakenAlsoWhileTheWorkgroupIsOpen() {
        var stage = Stage.with(TAKES_MESSAGES, NURSE).having(join(JULIET));

        assertEquals(List.of(shown(ROMEO, NURSE)), messages(stage.on(leavesMessage(ROMEO))));
    }

    @Test
    void whereNoOverflowAsksForOneNoMessageIsTaken() {
        assertEquals(List.of(refused(Refusal.NO_MESSAGES)), new Stage(SETTINGS).on(leavesMessage(ROMEO)));

        var full = SETTINGS.withQueues(SETTINGS.queues().get(0).withCap(1, new Overflow.LeaveMessage()));
        assertEquals(Optional.empty(), refusal(new Stage(full).on(leavesMessage(ROMEO))));
    }

    @Test
    void fiveMessagesInTenMinutesComeFromOneAddress() {
        var stage = new Stage(TAKES_MESSAGES);
        IntStream.range(0, 5).forEach(i -> stage.later(i).on(leaves(i, "192.0.2.7")));

        assertEquals(Optional.of(Refusal.TOO_MANY_MESSAGES_OF_ORIGIN), refusal(stage.on(leaves(5, "192.0.2.7"))));
        assertEquals(Optional.empty(), refusal(stage.on(leaves(6, "192.0.2.8"))));
        assertEquals(Optional.empty(), refusal(stage.on(leaves(7, ""))));
        assertEquals(
                Optional.of(Refusal.TOO_MANY_MESSAGES_OF_ORIGIN),
                refusal(stage.later(599).on(leaves(8, "192.0.2.7"))));
        assertEquals(Optional.empty(), refusal(stage.later(600).on(leaves(9, "192.0.2.7"))));
    }

    @Test
    void messagesThatNobodyReadsDoNotGrowForEver() {
        var stage = new Stage(TAKES_MESSAGES.withLimits(new Limits(2, 5, 50, 0, 2, 9)))
                .having(leaves(1, ""), leaves(2, ""));

        assertEquals(Optional.of(Refusal.TOO_MANY_MESSAGES), refusal(stage.on(leaves(3, ""))));
        stage.having(online(NURSE), new Command.ConfirmMessage(new VisitId("m1"), List.of(NURSE)));
        assertEquals(Optional.empty(), refusal(stage.on(leaves(4, ""))));
    }

    @Test
    void afterALongNightTheyAreToldTenAtATime() {
        var stage = new Stage(TAKES_MESSAGES);
        IntStream.range(0, 25).forEach(i -> stage.on(leaves(i, "")));

        assertEquals(10, shownIn(stage.on(online(NURSE))));
        assertEquals(Optional.of(at(1)), stage.nextDeadline());
        assertEquals(10, shownIn(stage.onTickAt(1)));
        stage.having(offline(NURSE));
        assertEquals(0, shownIn(stage.onTickAt(2)));
        assertEquals(5, shownIn(stage.on(online(FRIAR))));
    }

    @Test
    void theClockOfTheWorkgroupSaysWhenItWasLeft() {
        var verona = TAKES_MESSAGES.withHours(
                new OpeningHours(ZoneId.of("Europe/Rome"), OpeningHours.always().week(), Map.of()),
                new Overflow.LeaveMessage());

        var events = Stage.with(verona, NURSE).on(leavesMessage(ROMEO));

        assertThat(events)
                .anyMatch(event -> event instanceof Event.MessageShown shown
                        && shown.left().toLocalTime().getHour() == 11);
    }

    @Test
    void aCustomerMayThinkOtherwiseOfAVisitFiveTimes() {
        var stage = Stage.with(NURSE).having(join(ROMEO));
        var rate = new Command.Rate(visit(ROMEO), "4 Good.");

        for (int i = 0; i < 5; i++) {
            assertEquals(
                    List.of(new Event.Annotated(visit(ROMEO), ROMEO, Annotation.RATING, "4 Good.")), stage.on(rate));
        }
        assertEquals(List.of(refused(Refusal.TOO_MANY_RATINGS)), stage.on(rate));
        assertEquals(List.of(refused(Refusal.NO_VISIT)), stage.on(new Command.Rate(visit(JULIET), "1")));
    }
}
